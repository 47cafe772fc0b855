/** A list of units or a mapping of codes, read from a table whose columns are found by their names. Pure. */
import { oneLine } from '../read/fold.ts'
import { type Cells, dayOf, type ListHead } from './list-head.ts'
import { areaTypeOf, areaTypes, unitTypeOf } from './unit-types.ts'

export interface ListedUnit {
  line: number
  code: string
  name: string
  fullName: string
  /** As written where it is no known type. */
  type: string
  parentCode: string | null
  validFrom: string | null
  validTo: string | null
  /** Codes of the successors, `;` between them. */
  mergedInto: string
  /** What cannot be understood, and the words it is about. */
  trouble: { code: 'no-code' | 'no-name' | 'unknown-type' | 'bad-date'; about: string } | null
}

export interface ListedMapping {
  line: number
  oldCode: string
  newCode: string
  share: 'full' | 'partial'
  trouble: { code: 'no-code' | 'unknown-share'; about: string } | null
}

export const listUnits = (rows: Cells[], head: ListHead): { units: ListedUnit[]; padded: number } => {
  let padded = 0
  const units = rows.map((row): ListedUnit => {
    const field = (name: Parameters<ListHead['text']>[1]) => head.text(row, name)
    const fullName = field('fullName') || field('name')
    const written = field('type')
    const parent = field('parentCode')
    const listed = written === '' ? areaTypeOf(fullName) : unitTypeOf(written)
    const type = listed === 'thanh-pho' && parent === '' ? 'thanh-pho-tw' : listed
    const from = dayOf(head.cell(row, 'validFrom'), head.since1904)
    const to = dayOf(head.cell(row, 'validTo'), head.since1904)
    const isNew = (from ?? '') >= twoTiersFrom
    const pad = (code: string, length: number | null): string => {
      if (length === null || !/^\d+$/.test(code) || code.length >= length) return code
      padded++
      return code.padStart(length, '0')
    }
    const length = lengthOf(type)
    const code = pad(field('code'), length)
    const bad = from === undefined ? field('validFrom') : to === undefined ? field('validTo') : null
    return {
      line: row.line,
      code,
      name: field('name') || fullName,
      fullName,
      type: type ?? written,
      parentCode:
        parent === '' ? null : pad(parent, length === 5 ? (isNew ? 2 : 3) : length === 3 ? 2 : null),
      validFrom: from ?? null,
      validTo: to ?? null,
      mergedInto: field('mergedInto')
        .split(/[;,]/)
        .map((each) => pad(oneLine(each), length === 3 ? null : length))
        .filter(Boolean)
        .join(';'),
      trouble:
        code === ''
          ? { code: 'no-code', about: '' }
          : fullName === ''
            ? { code: 'no-name', about: '' }
            : bad !== null
              ? { code: 'bad-date', about: bad }
              : type === null
                ? { code: 'unknown-type', about: written }
                : null,
    }
  })
  return { units, padded }
}

export const listMapping = (rows: Cells[], head: ListHead): { mappings: ListedMapping[]; padded: number } => {
  let padded = 0
  const pad = (code: string) => {
    if (!/^\d{1,4}$/.test(code)) return code
    padded++
    return code.padStart(5, '0')
  }
  const mappings = rows.map((row): ListedMapping => {
    const oldCode = pad(head.text(row, 'oldCode'))
    const newCode = pad(head.text(row, 'newCode'))
    const written = head.text(row, 'kind')
    const share = head.shareOf(written)
    return {
      line: row.line,
      oldCode,
      newCode,
      share: share ?? 'partial',
      trouble:
        oldCode === '' || newCode === ''
          ? { code: 'no-code', about: '' }
          : share === null
            ? { code: 'unknown-share', about: written }
            : null,
    }
  })
  return { mappings, padded }
}

/** Communes stand right below provinces from this day on. */
const twoTiersFrom = '2025-07-01'

/** The state's codes have two, three or five digits; a spreadsheet takes the zeros in front away. */
const lengthOf = (type: string | null): number | null => {
  if (type === 'tinh' || type === 'thanh-pho-tw') return 2
  if (!areaTypes.some((area) => area === type)) return null
  return ['phuong', 'thi-tran', 'xa', 'dac-khu'].some((commune) => commune === type) ? 5 : 3
}
