/** A register of a year as a book or a spreadsheet. */
import { GetRegisterFile } from '@loa/contract/registers'
import type { RegisterCover } from '@loa/documents/write'
import { listArrivalsForPrint } from '../arrivals/queries.ts'
import type { Database } from '../database/database.ts'
import { mimes } from '../dispatches/files.ts'
import type { RegisterOrder } from '../documents-worker/stamping.ts'
import { routeInSteps } from '../http/endpoint.ts'
import { today } from '../time.ts'
import { getUnit } from '../units/queries.ts'
import { listOutForPrint } from './queries.ts'
import { handlingRow, inRow, outRow, registerFileName } from './register.ts'

/** Lines of one file: what a body writes in a year, with room. */
const lineLimit = 20_000

export const registerFileRoute = routeInSteps(GetRegisterFile, {
  async handle({
    db,
    actor,
    now,
    params: { year, kind, format },
    query: { series },
  }): Promise<RegisterOrder> {
    const unit = await getUnit(db, actor.unit.id)
    const [rows, first, last] = await linesOf(db, kind, {
      unitId: unit.id,
      year,
      series,
    })
    const cover: RegisterCover = {
      parentIssuer: unit.letterhead.parentIssuer ?? null,
      issuer: unit.letterhead.issuer ?? unit.fullName,
      year,
      from: `${year}-01-01`,
      to: year < Number(today(now).slice(0, 4)) ? `${year}-12-31` : today(now),
      firstNumber: first,
      lastNumber: last,
    }
    return { kind, rows, cover, format }
  },
  async present({ documents }, order) {
    const { kind, cover, format } = order
    return {
      name: registerFileName(kind as 'out' | 'in' | 'handling', cover.year, format),
      mime: mimes[format],
      inline: false,
      content: { bytes: await documents.do('register', order) },
    }
  },
})

const linesOf = async (
  db: Database,
  kind: 'out' | 'in' | 'handling',
  of: { unitId: number; year: number; series: string | undefined },
): Promise<[rows: RegisterOrder['rows'], first: number | null, last: number | null]> => {
  const found =
    kind === 'out'
      ? await listOutForPrint(db, { ...of, limit: lineLimit })
      : await listArrivalsForPrint(db, { ...of, open: false, limit: lineLimit })
  const numbers = found.map(({ number }) => number)
  const rows = found.map((line) => {
    if ('arrivedOn' in line) return kind === 'in' ? inRow(line) : handlingRow(line)
    return outRow(line)
  })
  return [rows, numbers.length ? Math.min(...numbers) : null, numbers.length ? Math.max(...numbers) : null]
}
