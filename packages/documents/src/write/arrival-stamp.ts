/** The stamp that a clerk puts on what arrives: Decree 30/2020/NĐ-CP, Article 22 and Appendix IV. */
import { clean, wrappable } from './characters.ts'
import { shortDate } from './dates.ts'
import { heading } from './lines.ts'
import { upper } from './names.ts'
import { archived } from './pdf-standard.ts'
import { svgPages } from './svg.ts'
import { typesetter } from './typst.ts'

export interface ArrivalStamp {
  /** The body that received it. */
  issuer: string
  /** Số đến, one row of numbers a year over paper and electronic documents. What is null is left open for a hand. */
  number: string | number | null
  /** `YYYY-MM-DD` */
  date: string | null
  /** Whom it is forwarded to. */
  forwardedTo: string | null
  /** Số và ký hiệu hồ sơ: which file it belongs to. */
  file: string | null
}

/** In millimetres, as the decree draws it. */
export const arrivalStampSize = { width: 50, height: 35 } as const

/** A page of 50 × 35 mm, to be printed on a label or laid over the document. */
export const writeArrivalStamp = async (stamp: ArrivalStamp): Promise<Uint8Array> =>
  archived(typesetter().compiler, laidOut(stamp), { date: stamp.date })

/** The same as a picture, for the screen beside the document that arrived. */
export const arrivalStampSvg = async (stamp: ArrivalStamp): Promise<string> =>
  svgPages(typesetter().compiler.plainSvg(laidOut(stamp)))[0] ?? ''

const laidOut = (stamp: ArrivalStamp) => {
  const name = upper(clean(stamp.issuer))
  const within = 120
  const size = [10, 9, 8].find((points) => linesOf(name, points, within).length <= 2) ?? 7
  const word = (value: string | number | null, room: number) => wrappable(clean(String(value ?? '')), room)
  return typesetter().compile(
    JSON.stringify({
      title: 'ĐẾN',
      issuer: clean(stamp.issuer),
      nameLines: linesOf(name, size, within),
      nameSize: size,
      number: word(stamp.number, 8),
      date: shortDate(stamp.date && clean(stamp.date)),
      forwardedTo: word(stamp.forwardedTo, 14),
      file: word(stamp.file, 8),
    }),
    'stamp',
  )
}

const linesOf = (name: string, size: number, within: number): string[] =>
  heading(name, { size, bold: true, within }).lines
