/** Under 700 px tables become lists. One of the two is drawn, not both: a matrix may have thousands of cells. */
import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(max-width: 699px)')
const subscribe = (onChange: () => void) => {
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches)
