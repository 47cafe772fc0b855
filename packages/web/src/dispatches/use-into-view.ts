import { type RefObject, useEffect } from 'react'
import { useFilter } from '../shell/use-filter.ts'

/** What somebody chose is brought into view; at first the page stands at its head. `ready` changes when the marks are drawn. */
export const useIntoView = (
  root: RefObject<HTMLElement | null>,
  selected: string | null,
  isChosen: boolean,
  ready?: unknown,
) => {
  const [{ pane }] = useFilter()
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening the tab of this pane brings the words into view too
  useEffect(() => {
    if (selected && isChosen)
      root.current?.querySelector(`[data-mark~="${selected}"]`)?.scrollIntoView({ block: 'center' })
  }, [selected, isChosen, pane, ready])
}
