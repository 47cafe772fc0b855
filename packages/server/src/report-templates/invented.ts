/** Figures that say of themselves that they are invented, so that a template can be seen before there is a campaign. */
import type { Indicator } from '@loa/contract/figures'
import type { UnitRef } from '@loa/contract/units'
import type { ReportGround, UnitFigures } from '../reports/ground.ts'
import { today } from '../time.ts'

const indicator = (code: string, form: Indicator['form'], name: string, unit: string): Indicator => ({
  code,
  form,
  name,
  nameEn: name,
  unit,
  unitEn: unit,
  decimals: 0,
  main: true,
  aggregation: 'sum',
  evidence: ['photo'],
  active: true,
})

const place = (id: number, name: string): UnitRef => ({ id, code: `X-${id}`, name, fullName: name })

export const invented = (issuer: UnitRef, now: string): ReportGround => {
  const indicators = [
    indicator('visual.banner', 'visual', 'Băng rôn, khẩu hiệu', 'chiếc'),
    indicator('car.run', 'loudspeaker-car', 'Lượt xe tuyên truyền lưu động', 'lượt'),
  ]
  const units = [place(1, 'Đơn vị A'), place(2, 'Đơn vị B'), place(3, 'Đơn vị C')]
  const amounts = (declared: number, proved: number) => ({
    declared,
    proved,
    claimed: declared - proved,
    doubted: 0,
    corrected: 0,
    activities: 1,
  })
  const missing = units.slice(2)
  return {
    campaignId: 0,
    title: 'Tuyên truyền (số liệu ví dụ)',
    simulated: true,
    round: null,
    from: null,
    to: null,
    asOf: today(now),
    at: now,
    letterhead: { issuer: issuer.fullName, place: '…' },
    order: null,
    own: null,
    delivered: 3,
    received: 3,
    forms: ['visual', 'loudspeaker-car'],
    indicators: indicators.map((each, index) => ({
      ...each,
      amounts: index === 0 ? amounts(12, 9) : amounts(4, 4),
      plan: index === 0 ? 15 : null,
    })),
    units: units.map(
      (unit, index): UnitFigures => ({
        unit,
        byIndicator:
          index === 0
            ? { 'visual.banner': amounts(8, 5), 'car.run': amounts(4, 4) }
            : index === 1
              ? { 'visual.banner': amounts(4, 4) }
              : {},
      }),
    ),
    topics: [{ ordinal: 1, text: 'Nội dung thứ nhất', byIndicator: { 'visual.banner': 12, 'car.run': 4 } }],
    gaps: { missing, forms: [], exempt: [], none: [] },
    missing,
    supplement: null,
    replaces: null,
  }
}
