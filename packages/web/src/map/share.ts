/** How much of its plan a unit has proved. Pure. Indicators are never added to one another: each counts as one share. */
import type { BoardRow } from '@loa/contract/campaigns'

export interface Share {
  /** 0 to 1. */
  proved: number
  doubted: number
}

/** The mean of proved ÷ plan over the indicators, where no plan is set of proved ÷ declared; null: nothing was reported. */
export const shareOf = ({ cells }: Pick<BoardRow, 'cells'>): Share | null => {
  const known = Object.values(cells).flatMap((cell) => {
    if (cell === null) return []
    const { plan, declared, proved, doubted, activities } = cell
    const whole = plan ?? declared
    if (whole <= 0) return []
    return [{ proved: Math.min(1, proved / whole), doubted: Math.min(1, doubted / whole), activities }]
  })
  if (!known.some(({ activities }) => activities > 0)) return null
  const mean = (value: (each: Share) => number) =>
    known.reduce((sum, each) => sum + value(each), 0) / known.length
  return { proved: mean(({ proved }) => proved), doubted: mean(({ doubted }) => doubted) }
}

/** Whoever reported nothing first, then the least proved: whom to help comes first. */
export const byShare = (rows: BoardRow[]): { row: BoardRow; share: Share | null }[] =>
  rows
    .map((row) => ({ row, share: shareOf(row) }))
    .toSorted((a, b) => (a.share?.proved ?? -1) - (b.share?.proved ?? -1))
