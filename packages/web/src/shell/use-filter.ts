/** Filters of a list live in the address; an empty one leaves it. */
import { useNavigate, useSearch } from '@tanstack/react-router'

/** Filters live in the address, as plain text, so that every list can be sent as a link. */
export type Search = Record<string, string>

export const useFilter = (): [Search, (change: Record<string, string | null>) => void] => {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const change = (wanted: Record<string, string | null>) => {
    const next = Object.fromEntries(
      Object.entries({ ...search, ...wanted }).filter((entry): entry is [string, string] =>
        Boolean(entry[1]),
      ),
    )
    navigate({ to: '.', search: next, replace: true, resetScroll: false })
  }
  return [search, change]
}
