import { useFilter } from '../shell/use-filter.ts'
import { placeFilterOf } from './points-query.ts'

/** Which places are asked for, as the address says. */
export const usePlaceFilter = () => {
  const [search] = useFilter()
  return placeFilterOf(search)
}
