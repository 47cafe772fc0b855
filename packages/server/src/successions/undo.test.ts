import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '@loa/contract/problem'
import { ChangeUnits, UndoUnitChange } from '@loa/contract/successions'
import { successionKinds, type Unit } from '@loa/contract/units'
import fc from 'fast-check'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'
import { saveUnits } from '../units/queries.ts'
import { smallDirectory } from './testing/small-directory.ts'

const Row = z.object({
  id: z.number(),
  code: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  fullName: z.string(),
  parentCode: z.string().nullable(),
})
const rowsOf = ({ pool }: TestApp) =>
  pool.transaction('system', (db) =>
    db.many(
      Row,
      sql`select id, code, valid_from, valid_to, full_name, parent_code from units where code like 'Z%' order by id`,
    ),
  )
const onDay = (rows: z.infer<typeof Row>[], day: string) =>
  rows
    .filter(({ validFrom, validTo }) => (validFrom ?? '') <= day && day <= (validTo ?? '9'))
    .map(({ code, fullName, parentCode }) => `${code} ${fullName} ${parentCode}`)
    .sort()

const z$ = (code: string | null) => (code === null ? null : `Z${code}`)

const anyAct = fc.record({
  kind: fc.constantFrom(...successionKinds),
  from: fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 3 }),
  codes: fc.uniqueArray(fc.constantFrom('own', 'X1', 'X8', 'N1', 'N2'), { minLength: 2, maxLength: 3 }),
  parent: fc.constantFrom('T', 'H1', 'H2'),
  days: fc.integer({ min: -300, max: 300 }),
})

test(
  'whatever acts are let through, what was before their day stays, and undone from the last to the first they leave no trace',
  withApp(async (app) => {
    await app.pool.transaction('system', (db) =>
      saveUnits(
        db,
        smallDirectory().map((unit: Unit) => ({
          ...unit,
          code: `Z${unit.code}`,
          parentCode: z$(unit.parentCode),
        })),
      ),
    )
    const first = await rowsOf(app)
    let accepted = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 2, maxLength: 5 }), async (acts) => {
        const done: number[] = []
        for (const { kind, from, codes, parent, days } of acts) {
          const before = await rowsOf(app)
          const effectiveOn = Temporal.PlainDate.from('2023-07-01').add({ days }).toString()
          const ids = [...new Set(from.map((at) => before[at % before.length]?.id ?? 0))]
          const taken = kind === 'merge' || kind === 'abolish' ? ids : ids.slice(0, 1)
          const own = before.find(({ id }) => id === taken[0])?.code ?? ''
          const into = kind === 'abolish' ? [] : kind === 'split' ? codes : codes.slice(0, 1)
          const ended = before.filter(({ id }) => taken.includes(id)).map(({ code }) => code)
          try {
            const { changeId } = await app.ha.call(ChangeUnits, {
              body: {
                kind,
                from: taken,
                into: into.map((code) => ({
                  code: code === 'own' ? own : `Z${code}`,
                  fullName: `Xã ${code}`,
                  type: 'xa',
                  parentCode: `Z${parent}`,
                  share: 'partial' as const,
                })),
                act: 'Nghị quyết 1',
                effectiveOn,
                children: before
                  .filter((row) => row.validTo === null && ended.includes(row.parentCode ?? ''))
                  .map(({ id }) => ({ unitId: id, parentCode: `Z${parent}` })),
              },
            })
            done.push(changeId)
            accepted++
          } catch (error) {
            if (!(error instanceof Problem) || error.code === 'server.failed') throw error
            continue
          }
          const after = await rowsOf(app)
          for (const day of [
            '2022-01-01',
            '2023-07-01',
            Temporal.PlainDate.from(effectiveOn).subtract({ days: 1 }).toString(),
          ])
            if (day < effectiveOn) assert.deepEqual(onDay(after, day), onDay(before, day), day)
        }
        for (const id of done.reverse()) await app.ha.call(UndoUnitChange, { params: { id }, body: {} })
        assert.deepEqual(await rowsOf(app), first)
      }),
      { numRuns: 25, endOnFailure: true },
    )
    assert.ok(accepted > 5, `only ${accepted} acts were let through`)
  }),
)
