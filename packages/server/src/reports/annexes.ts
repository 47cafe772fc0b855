/** The tables of a report as annexes: by indicator, by unit (landscape), by topic. Pure. */
import type { Amounts, Total } from '@loa/contract/figures'
import type { OutlineBlock } from '@loa/contract/report-outline'
import { topicRule } from '@loa/contract/topic-rule'
import { type Annex, roman, type TableColumn } from '@loa/documents'
import { paragraph } from '../dispatches/draft.ts'
import { vietnameseNumber } from '../dispatches/phrases.ts'
import { figureLink, type ReportGround } from './ground.ts'

type TableBlock = Extract<OutlineBlock, { kind: 'table' }>
type Part = 'declared' | 'proved' | 'claimed' | 'doubted' | 'corrected'

/** Numbers of cars, screens or designs: the same one may be counted by several units. */
export const notAdded = 'không cộng'

const heads: Record<TableBlock['columns'][number], { title: string; width: number }> = {
  unit: { title: 'Đơn vị tính', width: 0.12 },
  plan: { title: 'Kế hoạch', width: 0.11 },
  declared: { title: 'Đã khai', width: 0.11 },
  proved: { title: 'Chứng minh', width: 0.11 },
  claimed: { title: 'Mới khai', width: 0.11 },
  doubted: { title: 'Nghi vấn', width: 0.11 },
  corrected: { title: 'Đính chính', width: 0.11 },
  share: { title: '% kế hoạch', width: 0.11 },
  cumulative: { title: 'Lũy kế từ đầu đợt', width: 0.11 },
  last: { title: '% so với đợt trước', width: 0.11 },
}
const isPart = (column: string): column is Part =>
  ['declared', 'proved', 'claimed', 'doubted', 'corrected'].includes(column)

export const annexesOf = (ground: ReportGround, tables: TableBlock[]): Annex[] =>
  tables.map((block, index) => {
    const make = { 'by-indicator': byIndicator, 'by-unit': byUnit, 'by-topic': byTopic }[block.table]
    return {
      number: tables.length > 1 ? roman(index + 1) : null,
      title: block.title,
      landscape:
        block.table === 'by-unit' ||
        (block.table === 'by-topic' && chosen(ground, block.indicators).length > 4),
      blocks: make(ground, block),
    }
  })

const chosen = ({ indicators }: ReportGround, which: TableBlock['indicators']) =>
  indicators.filter(
    ({ main, amounts }) =>
      which === 'all' || main || (which === 'reported' && (!amounts || amounts.activities > 0)),
  )

/** A cell that says where its number comes from. */
type Cell = string | { text: string; link: string }
const textOf = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text)
const linkOf = (cell: Cell) => (typeof cell === 'string' ? null : cell.link)

const table = (columns: TableColumn[], rows: Cell[][], total: Cell[] | null): Annex['blocks'][number] => ({
  kind: 'table',
  start: 0,
  end: 0,
  columns,
  rows: rows.map((row) => row.map(textOf)),
  total: total ? total.map(textOf) : null,
  links: rows.map((row) => row.map(linkOf)),
  ...(total ? { totalLinks: total.map(linkOf) } : {}),
})

const byIndicator = (ground: ReportGround, block: TableBlock): Annex['blocks'] => {
  const shown = block.columns
  const taken = shown.reduce((sum, column) => sum + heads[column].width, 0.07)
  return [
    table(
      [
        { title: 'STT', align: 'center', width: 0.07 },
        { title: 'Chỉ tiêu', align: 'left', width: Math.max(0.2, 1 - taken) },
        ...shown.map((column) => ({
          title: heads[column].title,
          align: column === 'unit' ? ('center' as const) : ('right' as const),
          width: heads[column].width,
        })),
      ],
      chosen(ground, block.indicators).map(
        ({ code, name, unit, decimals, amounts, plan, cumulative, last }, index) => [
          String(index + 1),
          name,
          ...shown.map((column): Cell => {
            if (column === 'unit') return unit
            if (column === 'plan') return plan === null ? '' : vietnameseNumber(plan, decimals)
            if (column === 'cumulative') return said(cumulative, decimals)
            if (!amounts) return notAdded
            if (amounts.activities === 0) return ''
            return isPart(column)
              ? { text: vietnameseNumber(amounts[column], decimals), link: figureLink(ground, code) }
              : percent(amounts.declared, column === 'last' ? last : plan)
          }),
        ],
      ),
      null,
    ),
    note(
      `Ô trống: chưa có số liệu báo cáo. “${notAdded}”: chỉ tiêu không cộng giữa các đơn vị. Các đơn vị tính khác nhau không cộng, không quy đổi.`,
    ),
  ]
}

/** A cell: figures, "-" where the unit said that there was none, blank where it has not reported. */
const byUnit = (ground: ReportGround, block: TableBlock): Annex['blocks'] => {
  const { units, missing, gaps } = ground
  const main = chosen(ground, block.indicators)
  const parts = block.columns.filter(isPart)
  const silent = new Set(missing.map(({ id }) => id))
  const exempt = new Set(gaps.exempt.map(({ unit }) => unit.id))
  const none = new Map(gaps.none.map(({ unit, forms }) => [unit.id, forms]))
  const width = 0.74 / Math.max(main.length, 1)
  const cell = (amounts: Amounts | null | undefined, decimals: number) => {
    if (!amounts || amounts.activities === 0) return ''
    const [first = 'declared', ...others] = parts
    const numbers = others.map((part) => vietnameseNumber(amounts[part], decimals))
    return `${vietnameseNumber(amounts[first], decimals)}${numbers.length > 0 ? ` (${numbers.join('; ')})` : ''}`
  }
  const words: Record<Part, string> = {
    declared: 'số đã khai',
    proved: 'số có minh chứng',
    claimed: 'số mới khai',
    doubted: 'số nghi vấn',
    corrected: 'số đính chính',
  }
  const [first = 'declared', ...others] = parts
  const key = `${words[first]}${others.length > 0 ? ` (${others.map((part) => words[part]).join('; ')})` : ''}`
  return [
    table(
      [
        { title: 'STT', align: 'center', width: 0.05 },
        { title: 'Đơn vị', align: 'left', width: 0.21 },
        ...main.map(({ name, unit }) => ({ title: `${name} (${unit})`, align: 'right' as const, width })),
      ],
      units.map(({ unit, byIndicator: figures }, index) => [
        String(index + 1),
        `${unit.fullName}${silent.has(unit.id) ? ' (chưa báo cáo)' : exempt.has(unit.id) ? ' (không phải báo cáo)' : ''}`,
        ...main.map(
          ({ code, form, decimals }): Cell =>
            figures[code]
              ? { text: cell(figures[code], decimals), link: figureLink(ground, code, unit) }
              : none.get(unit.id)?.includes(form)
                ? '-'
                : '',
        ),
      ]),
      [
        '',
        'Tổng cộng',
        ...main.map(
          ({ code, decimals, amounts }): Cell =>
            amounts ? { text: cell(amounts, decimals), link: figureLink(ground, code) } : notAdded,
        ),
      ],
    ),
    note(`Trong mỗi ô: ${key}. “-”: đơn vị báo không thực hiện. Ô trống: chưa báo cáo.`),
  ]
}

/** An activity serves several topics and is one activity: the columns do not add up to the totals, and say so. */
const byTopic = (ground: ReportGround, block: TableBlock): Annex['blocks'] => {
  const main = chosen(ground, block.indicators).filter(({ aggregation }) => aggregation === 'sum')
  const width = 0.6 / Math.max(main.length, 1)
  return [
    table(
      [
        { title: 'STT', align: 'center', width: 0.06 },
        { title: 'Nội dung', align: 'left', width: 0.34 },
        ...main.map(({ name, unit }) => ({ title: `${name} (${unit})`, align: 'right' as const, width })),
      ],
      ground.topics.map(({ ordinal, text, byIndicator: figures }) => [
        String(ordinal),
        text,
        ...main.map(({ code, decimals }): Cell => {
          const value = figures[code]
          return value === undefined
            ? ''
            : { text: vietnameseNumber(value, decimals), link: figureLink(ground, code) }
        }),
      ]),
      null,
    ),
    note(`${topicRule.vi} Vì vậy các dòng không cộng thành số tổng.`),
  ]
}

/** Of nothing there is no share. */
const percent = (value: number, of: number | null | undefined): string =>
  of ? `${vietnameseNumber((100 * value) / of, 1)}%` : ''
const said = (total: Total | undefined, decimals: number): string => {
  if (total === null) return notAdded
  return total && total.activities > 0 ? vietnameseNumber(total.declared, decimals) : ''
}

const note = (text: string) => paragraph('text', null, text)
