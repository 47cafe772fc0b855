/** The example province on an empty database: units from a CSV, invented people that one click enters. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { roles } from '@loa/contract/acts'
import { parseUnitsCsv } from '@loa/documents'
import { z } from 'zod'
import type { DatabasePool } from './database/database.ts'
import { type Auth, examplePassword } from './people/auth.ts'
import { insertPerson, isEmpty } from './people/queries.ts'
import { exampleEmail } from './people/session-routes.ts'
import { findUnitsByKey, type Letterhead, saveUnits, setOperator } from './units/queries.ts'

const folder = join(import.meta.dirname, '../../../examples/hai-duong-2023')

const ExamplePeople = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    unit: z.string(),
    roles: z.array(z.enum(roles)),
  }),
)

/** What the department prints at the head of its documents (Decree 30, ô 2–4, 7a, 9b). */
const letterheads: Record<string, Letterhead> = {
  'HD-SVHTTDL': {
    issuer: 'Sở Văn hóa, Thể thao và Du lịch',
    parentIssuer: 'UBND tỉnh Hải Dương',
    place: 'Hải Dương',
    symbol: 'SVHTTDL-QLVHGĐ',
    reportSymbol: 'BC-SVHTTDL',
    archive: 'Lưu: VT, QLVHGĐ.',
    signingAuthority: 'KT. GIÁM ĐỐC',
    signerTitle: 'PHÓ GIÁM ĐỐC',
  },
}

/** The department runs the example; its administrators keep the directory. */
const operatorCode = 'HD-SVHTTDL'

const exampleUnitsPath = join(folder, 'units.csv')

/**
 * Fills an empty database; one that has people is left alone.
 * @returns true when it was filled now
 */
export const loadExample = async (pool: DatabasePool, auth: Auth, secret: string): Promise<boolean> => {
  if (!(await pool.transaction('system', isEmpty))) return false
  const units = parseUnitsCsv(readFileSync(exampleUnitsPath, 'utf8'))
  const people = ExamplePeople.parse(JSON.parse(readFileSync(join(folder, 'people.json'), 'utf8')))
  const passwordHash = await auth.hashPassword(examplePassword(secret))

  await pool.transaction('system', async (db) => {
    await saveUnits(
      db,
      units.map((unit) => ({ ...unit, letterhead: letterheads[unit.code] ?? {} })),
    )
    const keys = people.map((person) => ({ code: person.unit, validFrom: null }))
    const ids = new Map((await findUnitsByKey(db, keys)).map((unit) => [unit.code, unit.id]))
    const operator = ids.get(operatorCode)
    if (operator !== undefined) await setOperator(db, operator)
    for (const person of people) {
      const unitId = ids.get(person.unit)
      if (unitId === undefined) throw new Error(`example person ${person.id}: no unit ${person.unit}`)
      await insertPerson(db, {
        ...person,
        email: exampleEmail(person.id),
        example: true,
        passwordHash,
        unitId,
      })
    }
  })
  return true
}
