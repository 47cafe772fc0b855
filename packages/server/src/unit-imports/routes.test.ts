import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Problem } from '@loa/contract/problem'
import {
  ApplyUnitImport,
  DropUnitImport,
  ListUnitImportRows,
  ListUnitImports,
  StartUnitImport,
  UndoUnitImport,
} from '@loa/contract/unit-imports'
import { writeXlsx } from '@loa/documents/write'
import fc from 'fast-check'
import type { DatabasePool } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { withApp } from '../testing/with-app.ts'
import { onUnitImportOrdered } from './reaction.ts'
import { apply, get, type Keeper, onOwnBase, sendCountry, sendFiles, tables } from './testing.ts'

const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Problem ? error.code : error),
  )

const countsOn = (pool: DatabasePool, day: string) =>
  pool.transaction('system', async (db) => {
    const { rows } = await db.raw(
      `select type, count(*)::int as count from units
       where coalesce(valid_from, '-infinity') <= $1 and coalesce(valid_to, 'infinity') >= $1 group by type`,
      [day],
    )
    const of = (...types: string[]) =>
      rows
        .filter(({ type }) => types.includes(String(type)))
        .reduce((sum, { count }) => sum + Number(count), 0)
    return {
      provinces: of('tinh', 'thanh-pho-tw'),
      districts: of('quan', 'huyen', 'thi-xa', 'thanh-pho'),
      communes: of('xa', 'phuong', 'thi-tran', 'dac-khu'),
      of,
    }
  })
const countOf = (pool: DatabasePool, query: string) =>
  pool.transaction('system', async (db) => Number((await db.raw(query)).rows[0]?.count))

type Base = Keeper & { pool: DatabasePool }

const counted = [
  ['2023-04-10', 63, 705, 10_598],
  ['2024-02-01', 63, 705, 10_597],
  ['2024-09-01', 63, 704, 10_542],
  ['2025-01-01', 63, 696, 10_051],
  ['2025-03-01', 63, 696, 10_035],
  ['2025-06-30', 63, 696, 10_035],
  ['2025-07-01', 34, 0, 3321],
  ['2026-04-30', 34, 0, 3321],
] as const

const checkCountry = async (test: Base) => {
  const before = await tables(test.pool)
  const ready = await sendCountry(test)
  assert.equal(ready.state, 'ready', ready.problem ?? '')
  assert.equal(ready.summary?.rows.problem, 0)
  assert.deepEqual(ready.summary.mappings, { add: 10_599, same: 0, problem: 0 })
  assert.deepEqual(await tables(test.pool), before, 'a dry run writes nothing into the directory')
  const applied = await apply(test, ready)
  assert.equal(applied.state, 'applied', applied.problem ?? '')

  for (const [day, provinces, districts, communes] of counted) {
    const found = await countsOn(test.pool, day)
    assert.deepEqual(
      [day, found.provinces, found.districts, found.communes],
      [day, provinces, districts, communes],
    )
  }
  const { of } = await countsOn(test.pool, '2025-07-01')
  assert.deepEqual([of('xa'), of('phuong'), of('dac-khu')], [2621, 687, 13])
  const last = await countsOn(test.pool, '2026-04-30')
  assert.deepEqual([last.of('tinh'), last.of('thanh-pho-tw')], [27, 7])

  // Each of the 10,599 rows of the mapping is a succession, with the share that it says.
  const successions = await countOf(
    test.pool,
    `select count(*)::int as count from unit_import_mappings m
       join units f on f.code = m.old_code join units t on t.code = m.new_code and t.valid_from = '2025-07-01'
       join unit_successions s on s.from_unit_id = f.id and s.to_unit_id = t.id and s.share = m.share
         and s.effective_on = '2025-07-01'`,
  )
  assert.equal(successions, 10_599)
  return { before, applied }
}

const checkUndo = async (test: Base, { before, applied }: Awaited<ReturnType<typeof checkCountry>>) => {
  for (let time = 0; time < 2; time++) {
    await test.ha.call(UndoUnitImport, { params: { id: applied.id } })
    await test.settle()
    assert.equal((await get(test, applied)).state, 'undone')
    assert.deepEqual(await tables(test.pool), before)
  }
  const kinds = await test.pool.transaction('system', (db) =>
    db.raw('select kind from unit_changes order by id'),
  )
  assert.deepEqual(
    kinds.rows.map(({ kind }) => kind),
    ['import', 'undo'],
  )
}

test(
  'the whole country over the example province: the counts of eight days, every succession, once more changes nothing, undone it is as before',
  withApp(async (test) => {
    const done = await checkCountry(test)
    const full = await tables(test.pool)
    const again = await sendCountry(test)
    assert.notEqual(again.id, done.applied.id)
    assert.deepEqual(again.summary?.rows, { add: 0, change: 0, end: 0, same: 15_348, problem: 0 })
    assert.equal(again.summary.mappings.same, 10_599)
    assert.equal(await problemOf(apply(test, again)), 'unit-import.nothing-new')
    assert.deepEqual(await tables(test.pool), full)
    await checkUndo(test, done)
  }),
)

test(
  'the whole country into an empty base after its first run',
  onOwnBase('none', async (base) => {
    const done = await checkCountry(base)
    assert.equal(done.applied.summary?.rows.add, 15_348)
    await checkUndo(base, done)
  }),
)

const example = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../../examples/hai-duong-2025', name))
const bodies = () =>
  Object.fromEntries(
    ['bodies-until-2025-06-30.csv', 'bodies-from-2025-07-01.csv', 'body-mapping-2025-07-01.csv'].map(
      (name) => [name, example(name)],
    ),
  )

test(
  'the bodies of Hải Dương end, those of Hải Phòng follow: 64 committees and stations, 28 communes ask a person',
  withApp(async (test) => {
    const before = await tables(test.pool)
    const ready = await sendFiles(test, bodies())
    assert.equal(ready.summary?.rows.problem, 0)
    assert.deepEqual(ready.summary.mappings, { add: 488, same: 0, problem: 0 })
    assert.equal(ready.summary.endsOperator, '2025-06-30')
    assert.equal(ready.summary.orphans.count, 0)
    const applied = await apply(test, ready)
    assert.equal(applied.state, 'applied')
    const committees = (day: string) =>
      test.pool.transaction('system', async (db) =>
        Number(
          (
            await db.raw(
              `select count(*)::int as count from units where type = 'commune-committee'
               and coalesce(valid_from, '-infinity') <= $1 and coalesce(valid_to, 'infinity') >= $1`,
              [day],
            )
          ).rows[0]?.count,
        ),
      )
    assert.deepEqual(
      [await committees('2024-12-31'), await committees('2025-01-01'), await committees('2025-07-01')],
      [235, 207, 64],
    )
    const abolished = await countOf(
      test.pool,
      `select count(*)::int as count from unit_successions s join units u on u.id = s.from_unit_id
         where s.kind = 'abolish' and u.type = 'commune-committee'`,
    )
    assert.equal(abolished, 28)
    const { rows } = await test.pool.transaction('system', (db) =>
      db.raw(
        `select t.code, s.kind, s.share, s.act from unit_successions s join units f on f.id = s.from_unit_id
         join units t on t.id = s.to_unit_id where f.code in ('HD-SVHTTDL', 'HD-291-TTVH') order by 1`,
      ),
    )
    const act = 'Nghị quyết số 202/2025/QH15'
    assert.deepEqual(rows, [
      { code: 'HD-291-TTVHTTTT', kind: 'merge', share: 'full', act },
      { code: 'HP-SVHTTDL', kind: 'rename', share: 'full', act },
    ])
    await test.ha.call(UndoUnitImport, { params: { id: applied.id } })
    await test.settle()
    assert.deepEqual(await tables(test.pool), before)
  }),
)

test(
  'an import that would end the body that runs Loa in the past is refused: nobody could sign in any more',
  withApp(async (test) => {
    test.setNow('2025-08-01T01:00:00Z')
    const ready = await sendFiles(test, bodies())
    assert.equal(await problemOf(apply(test, ready)), 'unit-import.ends-operator')
  }),
)

const sheet = (rows: string[][]) =>
  writeXlsx({
    sheets: [
      {
        name: 'Đơn vị',
        title: 'DANH SÁCH ĐƠN VỊ TRỰC THUỘC',
        columns: ['Mã', 'Tên đầy đủ', 'Loại', 'Mã cấp trên', 'Từ ngày', 'Đến ngày', 'Kế thừa'].map(
          (title) => ({
            title,
            width: 20,
          }),
        ),
        rows,
      },
    ],
  })

test(
  "an office's own workbook adds, renames and ends what it names, and nothing else",
  withApp(async (test) => {
    const before = await tables(test.pool)
    const list = await sheet([
      ['HD-SVHTTDL-CDS', 'Phòng Chuyển đổi số', 'Phòng', 'HD-SVHTTDL', '01/6/2023'],
      ['HD-SVHTTDL-QLDL', 'Phòng Quản lý Du lịch và Lữ hành', 'Phòng', 'HD-SVHTTDL', '01/6/2023'],
      ['HD-SVHTTDL-TTRA', 'Thanh tra Sở', 'Phòng', 'HD-SVHTTDL', '', '31/5/2023', 'HD-SVHTTDL-CDS'],
    ])
    const ready = await sendFiles(test, { 'don-vi.xlsx': list })
    const listed = await test.ha.call(ListUnitImportRows, { params: { id: ready.id } })
    assert.deepEqual(
      listed.rows.map(({ line, code, verdict, detail, about }) => [line, code, verdict, detail, about]),
      [
        [3, 'HD-SVHTTDL-CDS', 'add', null, ''],
        [4, 'HD-SVHTTDL-QLDL', 'change', null, 'Phòng Quản lý Du lịch'],
        [5, 'HD-SVHTTDL-TTRA', 'problem', 'other-words', 'Thanh tra Sở, HD-SVHTTDL'],
      ],
    )
    // The directory writes the short name "Thanh tra"; the list gives it too.
    const mended = await sendFiles(test, {
      'don-vi.csv': `code,name,fullName,type,parentCode,validFrom,validTo,mergedInto
HD-SVHTTDL-CDS,CĐS,Phòng Chuyển đổi số,office-room,HD-SVHTTDL,2023-06-01,,
HD-SVHTTDL-TTRA,Thanh tra,Thanh tra Sở,office-room,HD-SVHTTDL,,2023-05-31,HD-SVHTTDL-CDS`,
    })
    assert.deepEqual(mended.summary?.rows, { add: 1, change: 0, end: 1, same: 0, problem: 0 })
    await apply(test, mended)
    const after = await tables(test.pool)
    assert.equal(after.units?.length, (before.units?.length ?? 0) + 1)
    assert.equal(after.unit_closings?.length, 1)
    assert.equal(after.unit_successions?.length, 1)
  }),
)

test(
  'rows with problems keep the import waiting; a person may leave them out, with all that hangs on them',
  withApp(async (test) => {
    const ready = await sendFiles(test, {
      'don-vi.csv': `code,name,type,parentCode
X-1,Trung tâm A,public-service-unit,HD-SVHTTDL
X-2,Trung tâm B,làng,HD-SVHTTDL
X-3,Tổ của B,office-room,X-2
X-4,Trung tâm D,public-service-unit,KHONG-CO`,
    })
    const { rows, total } = await test.ha.call(ListUnitImportRows, {
      params: { id: ready.id },
      query: { verdict: 'problem' },
    })
    assert.equal(total, 3)
    assert.deepEqual(
      rows.map(({ line, detail, about }) => [line, detail, about]),
      [
        [3, 'unknown-type', 'làng'],
        [4, 'parent-missing', 'X-2'],
        [5, 'parent-missing', 'KHONG-CO'],
      ],
    )
    assert.equal(await problemOf(apply(test, ready)), 'unit-import.has-problems')
    assert.equal((await apply(test, ready, true)).state, 'applied')
    const { rows: added } = await test.pool.transaction('system', (db) =>
      db.raw(`select code from units where code like 'X-%'`),
    )
    assert.deepEqual(added, [{ code: 'X-1' }])
  }),
)

test(
  'only administrators of the body that runs Loa import; everybody else is refused and sees nothing',
  withApp(async (test) => {
    const bytes = Buffer.from('code,name,type\nX,Trung tâm,public-service-unit\n')
    for (const person of [test.hung, test.lan, test.nam])
      assert.equal(
        await problemOf(person.call(StartUnitImport, { query: { name: 'a.csv' }, bytes })),
        'act.forbidden',
      )
    // An administrator elsewhere keeps the people of that unit, not the directory.
    await test.pool.transaction('system', (db) =>
      db.run(
        sql`update appointments set role = 'administrator' where person_id = 'ttvh-291' and role = 'clerk'`,
      ),
    )
    assert.equal(await problemOf(test.lan.call(ListUnitImports)), 'act.forbidden')
  }),
)

test(
  'a file sent twice is one import until it is applied; applied twice is applied once',
  withApp(async (test) => {
    const files = { 'a.csv': 'code,name,type\nX,Trung tâm,public-service-unit\n' }
    const one = await sendFiles(test, files)
    assert.equal((await sendFiles(test, files)).id, one.id)
    await apply(test, one)
    const after = await tables(test.pool)
    await apply(test, one)
    await test.wakeAgain(onUnitImportOrdered, { importId: one.id })
    assert.deepEqual(await tables(test.pool), after)
    const next = await sendFiles(test, files)
    assert.notEqual(next.id, one.id)
    assert.equal(next.summary?.rows.same, 1)
  }),
)

test(
  'what two administrators prepare at once: the second is shown the difference anew before anything is written',
  withApp(async (test) => {
    const list = (name: string) => `code,name,type\nX,${name},public-service-unit\n`
    const one = await sendFiles(test, { 'a.csv': list('Trung tâm A') })
    const other = await sendFiles(test, { 'b.csv': list('Trung tâm B') })
    await apply(test, one)
    const late = await apply(test, other)
    assert.deepEqual(
      [late.state, late.problem, late.summary?.rows.problem],
      ['ready', 'unit-import.changed', 1],
    )
    assert.equal(await problemOf(apply(test, other)), 'unit-import.changed')
  }),
)

test(
  'an import that breaks in the middle of writing has written nothing, says so, and may be ordered again',
  withApp(async (test) => {
    const before = await tables(test.pool)
    const list = `code,name,type,validFrom\nHD-SVHTTDL-VP,Văn phòng mới,office-room,2024-01-01\nX,Trung tâm,public-service-unit,\n`
    const ready = await sendFiles(test, { 'a.csv': list })
    assert.deepEqual(ready.summary?.rows, { add: 1, change: 1, end: 0, same: 0, problem: 0 })
    const alter = (change: string) =>
      test.pool.transaction('system', (db) => db.raw(`alter table units ${change}`))
    await alter(`add constraint no_x check (code <> 'X')`)
    await assert.rejects(apply(test, ready), /no_x/)
    const broken = await get(test, ready)
    assert.deepEqual([broken.state, broken.problem], ['ready', 'server.failed'])
    assert.deepEqual(await tables(test.pool), before)
    await alter('drop constraint no_x')
    assert.equal((await apply(test, broken)).state, 'applied')
  }),
)

test(
  'an import whose units are in use is not taken back, and says by what; dropped is only what was not applied',
  withApp(async (test) => {
    const ready = await sendFiles(test, { 'a.csv': 'code,name,type\nX,Trung tâm,public-service-unit\n' })
    const applied = await apply(test, ready)
    assert.equal(
      await problemOf(test.ha.call(DropUnitImport, { params: { id: applied.id } })),
      'unit-import.wrong-state',
    )
    await test.pool.transaction('system', (db) =>
      db.run(
        sql`insert into appointments (person_id, unit_id, role) select 'nam', id, 'reader' from units where code = 'X'`,
      ),
    )
    const refused = await test.ha.call(UndoUnitImport, { params: { id: applied.id } }).then(
      () => assert.fail('it was taken back'),
      (error: Problem) => error,
    )
    assert.equal(refused.code, 'unit-import.in-use')
    assert.deepEqual(refused.places, [{ path: 'appointments', message: '1' }])
    // A later import that stands on its units is a use too.
    await test.pool.transaction('system', (db) =>
      db.run(sql`delete from appointments where unit_id = (select id from units where code = 'X')`),
    )
    const child = await apply(
      test,
      await sendFiles(test, { 'b.csv': 'code,name,type,parentCode\nY,Tổ,office-room,X\n' }),
    )
    assert.equal(
      await problemOf(test.ha.call(UndoUnitImport, { params: { id: applied.id } })),
      'unit-import.in-use',
    )
    for (const { id } of [child, applied]) {
      await test.ha.call(UndoUnitImport, { params: { id } })
      await test.settle()
      assert.equal((await get(test, { id })).state, 'undone')
    }
    const waiting = await sendFiles(test, { 'c.csv': 'code,name,type\nZ,Trung tâm,public-service-unit\n' })
    await test.ha.call(DropUnitImport, { params: { id: waiting.id } })
    assert.equal(await problemOf(get(test, waiting)), 'thing.not-found')
  }),
)

test(
  'a file that cannot be read says why, and nothing is imported; old Vietnamese text is converted and said',
  withApp(async (test) => {
    const before = await tables(test.pool)
    const failed = await sendFiles(test, {
      'thu.csv': Buffer.from('code,name\nA,Straße Übergröße\n', 'latin1'),
    })
    assert.deepEqual([failed.state, failed.problem], ['failed', 'table.unreadable-text'])
    assert.equal(
      await problemOf(test.ha.call(ApplyUnitImport, { params: { id: failed.id }, body: { digest: '' } })),
      'unit-import.wrong-state',
    )
    assert.deepEqual(await tables(test.pool), before)
    const old = await sendFiles(test, {
      'abc.csv': Buffer.from('M·,Tªn,Lo¹i\nX-1,Ph­êng B×nh Hµn,Ph­êng\n', 'latin1'),
    })
    assert.equal(old.files[0]?.encoding, 'tcvn3')
    const { rows } = await test.ha.call(ListUnitImportRows, { params: { id: old.id } })
    assert.equal(rows[0]?.fullName, 'Phường Bình Hàn')
  }),
)

const unit = fc.record({
  code: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
  name: fc.constantFrom('Sở', 'Ty'),
  parent: fc.constantFrom('', '', '', 'HD-SVHTTDL', 'A', 'B'),
  from: fc.constantFrom('', '2025-01-01', '2025-03-01', '2025-06-01'),
  to: fc.constantFrom('', '2025-02-28', '2025-05-31'),
  into: fc.constantFrom('', '', '', 'A', 'B;C'),
})
const csvOf = (units: Record<'code' | 'name' | 'parent' | 'from' | 'to' | 'into', string>[]) =>
  [
    'code,name,type,parentCode,validFrom,validTo,mergedInto',
    ...units.map(({ code, name, parent, from, to, into }) =>
      [code, name, 'department', parent, from, to, into].join(','),
    ),
  ].join('\n')

test(
  'apply and undo together change nothing, whatever was there and whatever is imported',
  withApp(async (test) => {
    const list = fc.array(unit, { minLength: 1, maxLength: 6 })
    let written = 0
    await fc.assert(
      fc.asyncProperty(list, list, async (earlier, later) => {
        const base = await sendFiles(test, { 'a.csv': csvOf(earlier) })
        const isBase = (await problemOf(apply(test, base, true))) === null
        const before = await tables(test.pool)
        const ready = await sendFiles(test, { 'b.csv': `${csvOf(later)}\n` })
        const refused = await problemOf(apply(test, ready, true))
        assert.ok(refused === null || refused === 'unit-import.nothing-new', String(refused))
        const undo = async ({ id }: { id: number }) => {
          await test.ha.call(UndoUnitImport, { params: { id } })
          await test.settle()
        }
        if (refused === null) {
          written++
          assert.notDeepEqual(await tables(test.pool), before)
          await undo(ready)
          assert.deepEqual(await tables(test.pool), before)
        } else await test.ha.call(DropUnitImport, { params: { id: ready.id } })
        if (isBase) await undo(base)
        else await test.ha.call(DropUnitImport, { params: { id: base.id } }).catch(() => {})
      }),
      { numRuns: 30 },
    )
    assert.ok(written > 5, `only ${written} imports had something to write`)
  }),
)
