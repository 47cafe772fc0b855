/** Which figure is open stands in the address: `?figure=visual.banner&unit=30`. Back closes it. */
import { useNavigate, useRouter } from '@tanstack/react-router'
import type { Search } from '../shell/use-filter.ts'
import { useFilter } from '../shell/use-filter.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** This entry was added by opening a figure: closing goes back over it. */
    hasFigure?: boolean
  }
}

export interface OpenFigure {
  indicator: string
  unit: number | null
}

export const useFigure = () => {
  const [search] = useFilter()
  const navigate = useNavigate()
  const router = useRouter()
  const open: OpenFigure | null = search.figure
    ? { indicator: search.figure, unit: Number(search.unit) || null }
    : null

  const show = (indicator: string, unit: number | null) =>
    navigate({
      to: '.',
      search: withFigure(search, indicator, unit),
      replace: open !== null,
      resetScroll: false,
      state: open ? true : { hasFigure: true },
    })
  const close = () => {
    if (router.state.location.state.hasFigure) return router.history.back()
    const { figure: _, unit: __, ...rest } = search
    navigate({ to: '.', search: rest, replace: true, resetScroll: false })
  }

  return { open, show, close }
}

/** The same figure as a plain address, so that a cell can be opened in a new tab. */
export const figureHref = (search: Search, indicator: string, unit: number | null): string =>
  `?${new URLSearchParams(withFigure(search, indicator, unit))}`

const withFigure = ({ unit: _, ...rest }: Search, indicator: string, unit: number | null): Search => ({
  ...rest,
  figure: indicator,
  ...(unit === null ? {} : { unit: String(unit) }),
})
