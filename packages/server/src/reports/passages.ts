/** The blocks of a report that only data can fill. Pure. Every number in them opens what it is made of. */

import { type Form, forms } from '@loa/contract/plans'
import type { PageRun } from '@loa/contract/report-outline'
import { dayInWords, vietnameseNumber } from '../dispatches/phrases.ts'
import { gapWords } from './gaps.ts'
import type { ReportGround } from './ground.ts'

/** A paragraph before it knows its block. */
export interface Passage {
  from: 'data' | 'gaps'
  role: 'clause' | 'dash' | 'text'
  marker: string | null
  runs: PageRun[]
}

export const formNames: Record<Form, string> = {
  visual: 'Cổ động trực quan',
  'loudspeaker-car': 'Xe tuyên truyền lưu động',
  website: 'Trang tin điện tử',
  led: 'Màn hình LED',
  'mass-media': 'Báo, đài',
  'commune-loudspeakers': 'Truyền thanh cơ sở',
  'performance-film': 'Văn nghệ cổ động, chiếu phim lưu động',
  exhibition: 'Triển lãm, trưng bày',
  contest: 'Cuộc thi, phát động sáng tác',
  integration: 'Lồng ghép trong hoạt động khác',
}

const said = (text: string, more: Partial<Passage> = {}): Passage => ({
  from: 'data',
  role: 'text',
  marker: null,
  runs: [{ text }],
  ...more,
})

export const passagesOf = (
  what: 'management' | 'results' | 'gaps' | 'came',
  ground: ReportGround,
  only: readonly Form[],
): Passage[] => {
  if (what === 'management') return management(ground)
  if (what === 'results') return results(ground, only)
  return what === 'gaps' ? gaps(ground) : came(ground)
}

const management = (ground: ReportGround): Passage[] => {
  const { own, delivered, received, units, missing, gaps, campaignId } = ground
  const board = `/campaigns/${campaignId}`
  const due = units.length - gaps.exempt.length
  const number = (value: number, href: string): PageRun => ({ text: vietnameseNumber(value), href })
  return [
    said('', {
      runs: [
        {
          text: own?.code
            ? `Đã ban hành Công văn số ${own.code}${own.date ? ` ${dayInWords(own.date)}` : ''}, gửi `
            : 'Đã giao ',
        },
        number(delivered, board),
        { text: ' đơn vị; ' },
        number(received, board),
        { text: `/${delivered} đơn vị đã tiếp nhận; ` },
        number(due - missing.length, board),
        { text: `/${due} đơn vị đã báo cáo kết quả.` },
      ],
    }),
  ]
}

/** One numbered line a form; a form without a figure says so and is not shown as zero. */
const results = (ground: ReportGround, only: readonly Form[]): Passage[] => {
  if (ground.units.length > 0 && ground.missing.length === ground.units.length)
    return [said('Chưa có đơn vị nào gửi số liệu, nên chưa có kết quả để tổng hợp.')]
  return forms
    .filter((form) => only.length === 0 || only.includes(form))
    .filter((form) => ground.indicators.some((indicator) => indicator.form === form))
    .map((form, index) => {
      const counted = ground.indicators.flatMap(({ amounts, ...each }) =>
        each.form === form && amounts && amounts.activities > 0 ? [{ ...each, amounts }] : [],
      )
      const runs = counted.flatMap(({ code, name, unit, decimals, amounts }, place): PageRun[] => {
        const number = (value: number): PageRun => ({ text: vietnameseNumber(value, decimals), figure: code })
        return [
          // A form with one figure is named by the line itself; several are told apart by their names.
          {
            text: `${place > 0 ? '; ' : ''}${counted.length > 1 || form === 'visual' ? `${lower(name)} ` : ''}`,
          },
          number(amounts.declared),
          { text: ` ${unit}, trong đó ` },
          number(amounts.proved),
          { text: ` ${unit} có minh chứng` },
          ...(amounts.doubted > 0
            ? [{ text: ' (' }, number(amounts.doubted), { text: ` ${unit} đang xác minh)` }]
            : []),
        ]
      })
      return said('', {
        role: 'clause',
        marker: `${index + 1}.`,
        runs: [
          { text: `${formNames[form]}: ` },
          ...(runs.length > 0 ? runs : [{ text: nobody(ground, form) }]),
          { text: '.' },
        ],
      })
    })
}

/** Nobody did it, or nobody has said: two things. */
const nobody = ({ gaps, units, missing }: ReportGround, form: Form): string => {
  const none = gaps.none.filter(({ forms }) => forms.includes(form)).length
  const asked = units.length - missing.length - gaps.exempt.length
  return none > 0 && none === asked && missing.length === 0 ? 'không thực hiện' : 'chưa có đơn vị báo cáo'
}

const gaps = (ground: ReportGround): Passage[] => {
  const asked = ground.units.length - ground.gaps.exempt.length
  const words = gapWords(ground.gaps, { at: ground.at, issuer: ground.letterhead.issuer })
  const whole =
    ground.missing.length === 0 ? [said(`Số liệu gồm đủ ${asked}/${asked} đơn vị phải báo cáo.`)] : []
  return [
    ...whole,
    ...words.flatMap(({ text, list }) => [
      said(text, { from: 'gaps' }),
      ...list.map((name, index) =>
        said(`${name}${index < list.length - 1 ? ';' : '.'}`, { from: 'gaps', role: 'dash', marker: '-' }),
      ),
    ]),
  ]
}

/** A supplement: each unit that came after, with what it handed in. */
const came = ({ supplement, units, indicators }: ReportGround): Passage[] =>
  (supplement?.came ?? []).map((unit, index) => {
    const figures = units.find((each) => each.unit.id === unit.id)?.byIndicator ?? {}
    const runs = indicators.flatMap(({ code, name, unit: counted, decimals }): PageRun[] => {
      const amounts = figures[code]
      if (!amounts || amounts.activities === 0) return []
      return [
        { text: `${lower(name)} ` },
        { text: vietnameseNumber(amounts.declared, decimals), figure: code },
        { text: ` ${counted}, trong đó ` },
        { text: vietnameseNumber(amounts.proved, decimals), figure: code },
        { text: ` ${counted} có minh chứng; ` },
      ]
    })
    const last = runs.at(-1)
    if (last) last.text = last.text.replace(/; $/, '')
    return said('', {
      role: 'clause',
      marker: `${index + 1}.`,
      runs: [
        { text: `${unit.fullName}: ` },
        ...(runs.length > 0 ? runs : [{ text: 'không thực hiện' }]),
        { text: '.' },
      ],
    })
  })

export const lower = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
