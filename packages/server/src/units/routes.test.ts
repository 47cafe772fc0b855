import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AddContact,
  EndContact,
  GetDirectory,
  GetUnit,
  GetUnitLife,
  GetUnitTree,
  ListUnits,
} from '@loa/contract/units'
import fc from 'fast-check'
import { sql } from '../database/sql.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'
import { saveUnits } from './queries.ts'
import { subtreeOn } from './subtree.ts'

const row = (
  code: string,
  fullName: string,
  days: [string | null, string | null],
  parentCode: string | null = null,
) => ({
  code,
  name: fullName.replace(/^\S+ /, ''),
  fullName,
  type: 'phuong',
  parentCode,
  validFrom: days[0],
  validTo: days[1],
})

/** 00004 was Phường Trúc Bạch and is Phường Ba Đình from 1 July 2025: codes are reused. */
const addHaNoi = ({ pool }: TestApp) =>
  pool.transaction('system', (db) =>
    saveUnits(db, [
      { ...row('01', 'Thành phố Hà Nội', [null, '2025-06-30']), type: 'thanh-pho-tw' },
      { ...row('001', 'Quận Ba Đình', [null, '2025-06-30'], '01'), type: 'quan' },
      row('00004', 'Phường Trúc Bạch', [null, '2025-06-30'], '001'),
      { ...row('01', 'Thành phố Hà Nội', ['2025-07-01', null]), type: 'thanh-pho-tw' },
      row('00004', 'Phường Ba Đình', ['2025-07-01', null], '01'),
    ]),
  )

test(
  'units are found without tone marks, in both styles of tone marks, words in any order',
  withApp(async (test) => {
    await test.pool.transaction('system', (db) => saveUnits(db, [row('90001', 'Xã Hoà Thuỷ', [null, null])]))
    const found = async (q: string) =>
      (await test.nam.call(ListUnits, { query: { q } })).rows.map(({ fullName }) => fullName)
    for (const q of ['hoa thuy', 'Hòa Thủy', 'Hoà Thuỷ', 'thuy xa hoa', '90001'])
      assert.deepEqual(await found(q), ['Xã Hoà Thuỷ'], q)
    assert.equal((await found('nam sach huyen'))[0], 'Huyện Nam Sách', 'the closest first')
    for (const q of ['%', '_', '\\', "'"]) await found(q)
    assert.deepEqual(await found('hoa thuy khong co'), [])
  }),
)

test(
  'whatever unit is asked for, with or without marks, in capitals or not, its words in any order, it is found',
  withApp(async ({ nam }) => {
    const { rows } = await nam.call(ListUnits, { query: { limit: 200 } })
    const writings = [
      (words: string) => words,
      (words: string) => words.normalize('NFD'),
      (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D'),
      (words: string) => words.toLocaleUpperCase('vi'),
      (words: string) => words.replace(/oà/g, 'òa').replace(/uỷ/g, 'ủy').replace(/òa/g, 'oà'),
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...rows),
        fc.constantFrom(...writings),
        fc.infiniteStream(fc.nat()),
        async ({ id, fullName, code }, write, order) => {
          const words = [...fullName.split(' '), code].map(
            (word) => [order.next().value, write(word)] as const,
          )
          const q = words
            .toSorted((a, b) => Number(a[0]) - Number(b[0]))
            .map(([, word]) => word)
            .join(' ')
          fc.pre(q.length <= 100)
          const found = await nam.call(ListUnits, { query: { q } })
          assert.ok(
            found.rows.some((unit) => unit.id === id),
            q,
          )
        },
      ),
      { numRuns: 60 },
    )
  }),
)

test(
  'a code means the unit of the day; the history shows each row with its days and what stood above it then',
  withApp(async (test) => {
    await addHaNoi(test)
    const on = async (day: string) =>
      (await test.nam.call(ListUnits, { query: { q: '00004', on: day } })).rows.map(({ fullName, above }) => [
        fullName,
        above,
      ])
    assert.deepEqual(await on('2025-06-30'), [['Phường Trúc Bạch', ['Quận Ba Đình', 'Thành phố Hà Nội']]])
    assert.deepEqual(await on('2025-07-01'), [['Phường Ba Đình', ['Thành phố Hà Nội']]])
    const history = await test.nam.call(ListUnits, { query: { q: '00004', history: 'true' } })
    assert.deepEqual(
      history.rows.map(({ validFrom, validTo, above }) => [validFrom, validTo, above.length]),
      [
        ['2025-07-01', null, 1],
        [null, '2025-06-30', 2],
      ],
    )
  }),
)

test(
  'the list comes in pages that hold each unit once, also where it runs by likeness',
  withApp(async ({ nam }) => {
    for (const query of [{ q: 'uy ban' }, { type: 'xa' }, { below: 'HD-UBND' }]) {
      const seen: number[] = []
      let cursor: string | undefined
      do {
        const page = await nam.call(ListUnits, {
          query: { ...query, limit: 37, ...(cursor ? { cursor } : {}) },
        })
        seen.push(...page.rows.map(({ id }) => id))
        cursor = page.next ?? undefined
        assert.equal(page.total > 37, true)
        if (!cursor) assert.equal(seen.length, page.total)
      } while (cursor)
      assert.equal(new Set(seen).size, seen.length)
    }
    await refused(nam.call(ListUnits, { query: { cursor: 'x' } }), 'request.invalid')
  }),
)

test(
  'the tree of a day opens branch by branch; what has no parent on the day stands at the top',
  withApp(async (test) => {
    await addHaNoi(test)
    await test.pool.transaction('system', (db) =>
      saveUnits(db, [row('90002', 'Phường Mồ Côi', [null, null], 'nowhere')]),
    )
    const codes = async (query: { on?: string; parent?: string }) =>
      (await test.nam.call(GetUnitTree, { query: { limit: 200, ...query } })).rows.map(
        ({ code, children }) => [code, children],
      )
    const top = new Map((await codes({ on: '2025-06-30' })) as [string, number][])
    assert.equal(top.get('30'), 12)
    assert.equal(top.get('01'), 1)
    assert.equal(top.get('90002'), 0)
    assert.deepEqual(await codes({ on: '2025-06-30', parent: '01' }), [['001', 1]])
    assert.deepEqual(await codes({ on: '2025-07-01', parent: '01' }), [['00004', 0]])
  }),
)

test(
  'a whole subtree of any day is one query: the same as walking it branch by branch; a circle ends',
  withApp(async (test) => {
    await addHaNoi(test)
    const walked = async (code: string, on: string): Promise<string[]> => {
      const { rows } = await test.nam.call(GetUnitTree, { query: { parent: code, on, limit: 200 } })
      return [code, ...(await Promise.all(rows.map((each) => walked(each.code, on)))).flat()]
    }
    const subtree = async (code: string, on: string) =>
      (await test.pool.transaction({ units: [] }, (db) => subtreeOn(db, code, on))).map((unit) => unit.code)
    for (const [code, on] of [
      ['30', '2023-05-22'],
      ['HD-UBND', '2023-05-22'],
      ['01', '2025-06-30'],
      ['01', '2025-07-01'],
      ['01', '2026-01-01'],
    ] as const)
      assert.deepEqual((await subtree(code, on)).sort(), (await walked(code, on)).sort(), `${code} ${on}`)
    const { total } = await test.nam.call(ListUnits, { query: { below: '291', on: '2023-05-22' } })
    assert.equal(total, (await subtree('291', '2023-05-22')).length - 1, 'below a unit: all but itself')
    await test.pool.transaction('system', (db) =>
      db.run(sql`update units set parent_code = '291' where code = '30'`),
    )
    assert.equal((await subtree('291', '2023-05-22')).includes('30'), true)
  }),
)

test(
  'one unit says what is above it on the day, its life, and on which days the directory changed',
  withApp(async (test) => {
    await addHaNoi(test)
    const { nam, ha } = test
    const [old] = (await nam.call(ListUnits, { query: { q: 'truc bach', history: 'true' } })).rows
    assert.ok(old)
    const { unit, on, above } = await nam.call(GetUnit, {
      params: { id: old.id },
      query: { on: '2026-01-01' },
    })
    assert.deepEqual(
      [unit.fullName, on, above.map(({ name }) => name)],
      ['Phường Trúc Bạch', '2025-06-30', ['phố Hà Nội', 'Ba Đình']],
    )
    const life = await nam.call(GetUnitLife, { params: { id: old.id } })
    assert.deepEqual(
      life.units.map(({ side }) => side),
      ['self'],
    )
    await refused(nam.call(GetUnitLife, { params: { id: 999999 } }), 'thing.not-found')
    const directory = await nam.call(GetDirectory, { query: { on: '2023-05-22' } })
    assert.deepEqual([directory.days, directory.keeps], [['2025-07-01'], false])
    assert.equal(directory.total, (await nam.call(ListUnits, { query: { on: '2023-05-22' } })).total)
    assert.equal((await ha.call(GetDirectory)).keeps, true)
  }),
)

test(
  'a telephone number is good from a day to a day, within the days of its unit',
  withApp(async (test) => {
    await addHaNoi(test)
    const { ha } = test
    const [old] = (await ha.call(ListUnits, { query: { q: 'truc bach', history: 'true' } })).rows
    assert.ok(old)
    const params = { id: old.id }
    const add = (
      kind: 'phone' | 'email' | 'website' | 'organ-id',
      value: string,
      validFrom: string | null = null,
    ) => ha.call(AddContact, { params, body: { kind, value, validFrom } })
    const phone = await add('phone', '024 3823 1234', '2023-01-01')
    await refused(add('phone', 'gọi bác Ba'), 'contact.wrong-value')
    await refused(add('email', 'phuong.example'), 'contact.wrong-value')
    await refused(add('phone', '024 3823 1235', '2025-07-01'), 'contact.wrong-day')
    const end = (validTo: string) =>
      ha.call(EndContact, { params: { ...params, contactId: phone.id }, body: { validTo } })
    await refused(end('2022-12-31'), 'contact.wrong-day')
    assert.equal((await end('2023-12-31')).validTo, '2023-12-31')
    assert.equal((await add('phone', '024 3823 1234', '2023-01-01')).id, phone.id, 'the same twice is one')
    assert.equal((await ha.call(GetUnit, { params })).contacts.length, 1)
  }),
)
