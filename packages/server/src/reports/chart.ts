/** The chart of a report: what was done of what was planned, form by form. Pure. Its numbers stand in the annexes too. */
import type { Chart } from '@loa/documents'
import type { ReportGround } from './ground.ts'
import { formNames } from './passages.ts'

/**
 * In per cent of the plan, as square metres and runs have no common scale. Forms without a target are left out; null: fewer than two
 * are left, which a sentence says better.
 */
export const chartOf = (ground: ReportGround, title: string): Chart | null => {
  const shown = ground.indicators.flatMap(({ main, amounts, plan, form, unit }) =>
    main && amounts && plan !== null && plan > 0
      ? [{ amounts, plan, name: `${formNames[form]} (${unit})` }]
      : [],
  )
  if (shown.length < 2) return null
  const share = (part: 'proved' | 'claimed' | 'doubted') =>
    shown.map(({ amounts, plan }) => Math.round((1000 * Math.max(0, amounts[part])) / plan) / 10)
  return {
    kind: 'chart',
    start: 0,
    end: 0,
    title,
    unit: '% kế hoạch',
    categories: shown.map(({ name }) => name),
    series: [
      { name: 'Có minh chứng', look: 'proved', values: share('proved') },
      { name: 'Mới khai', look: 'claimed', values: share('claimed') },
      { name: 'Nghi vấn', look: 'doubted', values: share('doubted') },
    ],
    stacked: true,
  }
}
