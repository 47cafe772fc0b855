/** The form of a duty: what its columns are, and what a row that comes back says. Pure. */
import type { SheetTrouble } from '@loa/contract/duty-sheets'
import type { FieldWords } from '@loa/contract/field'
import type { Indicator } from '@loa/contract/figures'
import type { Cells } from '@loa/documents/units'

export const columns = [
  'Chỉ tiêu',
  'Số lượng',
  'Nơi làm',
  'Ngày làm',
  'Nội dung số',
  'Ghi chú',
  'Mã dòng',
] as const
const at = { indicator: 0, quantity: 1, place: 2, day: 3, topics: 4, note: 5, id: 6 }

export interface Ground {
  dutyId: number
  indicators: Indicator[]
  topics: { id: number; ordinal: number }[]
  today: string
}

export interface ReadRow {
  line: number
  id: string | null
  said: { indicator: string; quantity: string; place: string; day: string }
  troubles: SheetTrouble[]
  words: FieldWords | null
}

/** The row's own mark: whose duty it is for, and under which UUID it becomes an activity. */
export const markOf = (dutyId: number, id: string): string => `${dutyId}/${id}`

/** Rows in which something was written; null when this is no form of ours. */
export const readRows = (table: Cells[], ground: Ground): ReadRow[] | null => {
  const head = table.findIndex(({ cells }) => columns.every((title, index) => cells[index]?.text === title))
  if (head < 0) return null
  const seen = new Set<string>()
  return table
    .slice(head + 1)
    .filter(({ cells }) => isFilled(cells))
    .map((row) => readRow(row, ground, seen))
}

/** Its mark is printed in every row, and the indicator in some: a row counts when a number or a place stands in it. */
const isFilled = (cells: Cells['cells']): boolean =>
  cells.length > at.place && [at.quantity, at.place, at.day].some((column) => textAt(cells, column) !== '')

const readRow = ({ line, cells }: Cells, ground: Ground, seen: Set<string>): ReadRow => {
  const said = {
    indicator: textAt(cells, at.indicator),
    quantity: textAt(cells, at.quantity),
    place: textAt(cells, at.place),
    day: textAt(cells, at.day),
  }
  const [duty = '', id = ''] = textAt(cells, at.id).split('/')
  const indicator = indicatorOf(said.indicator, ground.indicators)
  const quantity = numberOf(cells[at.quantity])
  const day = dayOf(cells[at.day], ground.today)
  const topics = topicsOf(textAt(cells, at.topics), ground.topics)
  const troubles: SheetTrouble[] = []
  const isMarked = /^\d+$/.test(duty) && uuid.test(id)
  if (!isMarked) troubles.push('id-missing')
  else if (Number(duty) !== ground.dutyId) troubles.push('other-duty')
  else if (seen.has(id)) troubles.push('id-twice')
  seen.add(id)
  if (!indicator) troubles.push('indicator')
  if (quantity === null || quantity <= 0 || quantity > 10_000_000) troubles.push('quantity')
  else if (indicator && Number(quantity.toFixed(indicator.decimals)) !== quantity) troubles.push('decimals')
  if (said.place.length < 2 || said.place.length > 500) troubles.push('place')
  if (!day) troubles.push('day')
  if (topics.length === 0) troubles.push('topics')
  const isGood = troubles.length === 0 && indicator && quantity !== null && day
  return {
    line,
    id: isMarked ? id : null,
    said,
    troubles,
    words: isGood
      ? {
          dutyId: ground.dutyId,
          indicator: indicator.code,
          topics,
          place: said.place,
          happenedOn: day,
          quantity,
          note: textAt(cells, at.note).slice(0, 2000),
        }
      : null,
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const textAt = (cells: Cells['cells'], column: number): string => cells[column]?.text.trim() ?? ''

/** By its code, its name, or its name with the counting unit behind it, as the form prints it. */
const indicatorOf = (said: string, indicators: Indicator[]): Indicator | undefined => {
  const same = (words: string) => words.normalize('NFC').toLowerCase() === said.normalize('NFC').toLowerCase()
  return (
    indicators.find(({ code, name, unit }) => same(code) || same(`${name} (${unit})`)) ??
    only(indicators.filter(({ name }) => same(name)))
  )
}
const only = <T>(found: T[]): T | undefined => (found.length === 1 ? found[0] : undefined)

/** A spreadsheet keeps 2.5; people write 2,5 and 1.200. */
const numberOf = (cell: Cells['cells'][number] | undefined): number | null => {
  const text = cell?.text.replace(/\s/g, '') ?? ''
  if (cell?.isNumber) return Number.isFinite(Number(text)) ? Number(text) : null
  const plain = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) ? text.replaceAll('.', '') : text
  return /^\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null
}

/** 25/5/2023, 2023-05-25, or the number of days that a spreadsheet keeps; never a day to come. */
const dayOf = (cell: Cells['cells'][number] | undefined, today: string): string | null => {
  const text = cell?.text.trim() ?? ''
  const day = cell?.isNumber ? dayOfNumber(Number(text)) : dayOfWords(text)
  return day !== null && day <= today && day >= '2000-01-01' ? day : null
}

const dayOfNumber = (days: number): string | null =>
  Number.isFinite(days) && days > 0 && days < 100_000
    ? Temporal.PlainDate.from('1899-12-30')
        .add({ days: Math.floor(days) })
        .toString()
    : null

const dayOfWords = (text: string): string | null => {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const iso = day ? `${year}-${month?.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString()
  } catch {
    // 31/2/2023 is no day.
    return null
  }
}

/** Empty: the only one there is. Else their numbers on the sheet of topics. */
const topicsOf = (said: string, topics: Ground['topics']): number[] => {
  if (said === '') return topics.length === 1 ? topics.map(({ id }) => id) : []
  if (/^(tất cả|all)$/i.test(said)) return topics.map(({ id }) => id)
  const numbers = said
    .split(/[^\d]+/)
    .filter(Boolean)
    .map(Number)
  const found = topics.filter(({ ordinal }) => numbers.includes(ordinal))
  return found.length === new Set(numbers).size ? found.map(({ id }) => id) : []
}
