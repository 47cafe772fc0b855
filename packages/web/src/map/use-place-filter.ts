import { pointStates } from '@loa/contract/map'
import { useFilter } from '../shell/use-filter.ts'

/** Which places are asked for, as the address says. */
export const usePlaceFilter = () => {
  const [search] = useFilter()
  return {
    campaign: Number(search.campaign) || undefined,
    unit: Number(search.unit) || undefined,
    kind: (['site', 'photo'] as const).find((each) => each === search.kind),
    state: pointStates.find((each) => each === search.state),
  }
}
