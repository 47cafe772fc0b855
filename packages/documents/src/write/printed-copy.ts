import type { Copy } from '../document.ts'
import { copyNames } from '../named-types.ts'
import { clean } from './characters.ts'
import { placeAndDate } from './dates.ts'
import { upper } from './names.ts'
import { type PrintedFoot, printedFoot } from './printed-foot.ts'
import { codeOf, headOf, type PrintedHead } from './printed-head.ts'

/** Bản sao on paper: Decree 30/2020/NĐ-CP, Appendix I, part II, and template 3.1 of Appendix III. */
export interface PrintedCopy {
  head: PrintedHead
  /** `SAO Y`, `SAO LỤC`, `TRÍCH SAO`. */
  kind: string
  foot: PrintedFoot
}

export const printedCopy = (copy: Copy | null | undefined): PrintedCopy | null =>
  copy && copy.signedAt === null
    ? {
        head: {
          ...headOf(copy),
          code: `Số: ${codeOf({ ...copy, code: null })}`,
          placeAndDate: placeAndDate(copy.place && clean(copy.place), copy.date),
        },
        kind: upper(copyNames[copy.kind].name),
        foot: printedFoot(copy),
      }
    : null

/** Ô 14 of an electronic copy (template 3.2): kind of copy; copying body; the moment it signed, with its time zone. */
export const cornerOf = (copy: Copy | null | undefined): string | null =>
  copy?.signedAt ? `${copyNames[copy.kind].name}; ${clean(copy.issuer)}; ${signingTime(copy.signedAt)}` : null

/**
 * `05/03/2020 09:15:30 +07:00` of an instant in ISO 8601: day, hours, minutes, seconds and zone as they stand there. It is also what a
 * signature on an annex in a file of its own shows behind the number and symbol (Appendix I, part II).
 */
export const signingTime = (instant: string): string => {
  const [, year, month, day, time, zone] =
    instant.match(/^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/) ?? []
  if (!year || !zone) throw new RangeError(`not an instant with its time zone: ${instant}`)
  return `${day}/${month}/${year} ${time} ${zone === 'Z' ? '+00:00' : zone}`
}
