import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetDispatch, ListDispatches, SaveDraft } from '@loa/contract/dispatches'
import { ListDuties } from '@loa/contract/duties'
import { ChangeUnits, PreviewUnitChange, UndoUnitChange } from '@loa/contract/successions'
import { AddContact, GetDirectory, GetUnit, GetUnitLife, GetUnitTree, ListUnits } from '@loa/contract/units'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { issuedCampaign, startCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const act = 'Nghị quyết số 1104/NQ-UBTVQH15'
const effectiveOn = '2023-07-01'
const unitOf = async ({ nam }: TestApp, code: string, on = '2023-05-22') => {
  const { rows } = await nam.call(ListUnits, { query: { q: code, on } })
  const found = rows.find((unit) => unit.code === code)
  if (!found) throw new Error(`no unit ${code} on ${on}`)
  return found
}
const codesBelow = async ({ nam }: TestApp, parent: string, on: string) =>
  (await nam.call(GetUnitTree, { query: { parent, on, limit: 200 } })).rows.map(({ code }) => code)

/** Everything the acts write to, as rows; an act and its undoing leave it as it was. */
const directory = ({ pool }: TestApp) =>
  pool.transaction('system', async (db) => {
    const rows = async (text: string) => (await db.raw(text)).rows
    return [
      await rows('select * from units order by id'),
      await rows('select * from unit_successions order by id'),
      await rows('select * from unit_contacts order by id'),
      await rows(
        'select person_id, unit_id, role, valid_from::text, valid_to::text from appointments order by id',
      ),
      await rows('select * from delegations order by id'),
      await rows('select * from leaves order by id'),
    ]
  })

test(
  'two communes are merged: from that day the tree shows the new one, the day before and the old rows stay as they were',
  withApp(async (test) => {
    const { ha } = test
    const [district] = (await ha.call(ListUnits, { query: { q: 'Huyện Nam Sách', type: 'huyen' } })).rows
    assert.ok(district)
    const before = await codesBelow(test, district.code, '2023-06-30')
    const [first, second] = (await ha.call(GetUnitTree, { query: { parent: district.code } })).rows
    assert.ok(first && second)
    const body = {
      kind: 'merge' as const,
      from: [first.id, second.id],
      into: [
        { code: first.code, name: 'An Phú', fullName: 'Xã An Phú', type: 'xa', parentCode: district.code },
      ],
      act,
      effectiveOn,
    }
    const preview = await ha.call(PreviewUnitChange, { body })
    assert.deepEqual(preview.ends.map(({ id }) => id).sort(), [first.id, second.id].sort())
    assert.deepEqual(await codesBelow(test, district.code, effectiveOn), before, 'a preview writes nothing')

    const { begun } = await ha.call(ChangeUnits, { body })
    assert.deepEqual(await codesBelow(test, district.code, '2023-06-30'), before)
    assert.deepEqual(
      await codesBelow(test, district.code, effectiveOn),
      before.filter((code) => code !== second.code),
    )
    const old = await ha.call(GetUnit, { params: { id: first.id } })
    assert.equal(old.unit.fullName, first.fullName)
    assert.equal(old.unit.validTo, '2023-06-30')

    const life = await ha.call(GetUnitLife, { params: { id: begun[0]?.id ?? 0 } })
    assert.deepEqual(
      life.units.map(({ side, code }) => [side, code]).sort(),
      [
        ['before', first.code],
        ['before', second.code],
        ['self', first.code],
      ].sort(),
    )
    assert.deepEqual(
      life.successions.map((each) => [each.kind, each.share, each.act, each.effectiveOn, each.byHand]),
      [0, 1].map(() => ['merge', 'full', act, effectiveOn, true]),
    )
  }),
)

test(
  'a body that gets a new name goes on: its people keep their roles, its telephone stays, its documents bear the new name',
  withApp(async (test) => {
    const { ha, pool } = test
    const office = await unitOf(test, 'HD-SVHTTDL')
    await ha.call(AddContact, {
      params: { id: office.id },
      body: { kind: 'phone', value: '0220 3853 464', validFrom: null },
    })
    const { begun } = await ha.call(ChangeUnits, {
      body: {
        kind: 'rename',
        from: [office.id],
        into: [{ ...office, name: 'Sở VHTT Hải Dương', fullName: 'Sở Văn hóa và Thể thao tỉnh Hải Dương' }],
        act,
        effectiveOn,
      },
    })
    const next = begun[0]?.id ?? 0
    test.setNow('2023-07-03T01:00:00Z')
    // Hà still keeps the directory and works for the unit, now under its new name.
    const { unit, contacts } = await ha.call(GetUnit, { params: { id: next } })
    assert.equal(unit.fullName, 'Sở Văn hóa và Thể thao tỉnh Hải Dương')
    assert.deepEqual(
      contacts.map(({ value, validFrom }) => [value, validFrom]),
      [['0220 3853 464', effectiveOn]],
    )
    const [roles] = await pool.transaction('system', (db) =>
      db.many(
        z.object({ old: z.number(), new: z.number(), issuer: z.string().nullable(), place: z.string() }),
        sql`select (select count(*)::int from appointments where unit_id = ${office.id} and valid_to = '2023-06-30') as old,
              (select count(*)::int from appointments where unit_id = ${next} and valid_from = ${effectiveOn}) as new,
              letterhead->>'issuer' as issuer, letterhead->>'place' as place from units where id = ${next}`,
      ),
    )
    assert.ok(roles && roles.old > 5)
    assert.equal(roles.new, roles.old)
    assert.deepEqual([roles.issuer, roles.place], [null, 'Hải Dương'])
    const { draftId } = await startCampaign(test)
    assert.ok(
      (await ha.call(ListDispatches, { query: { direction: 'out' } })).rows.some(({ id }) => id === draftId),
    )
  }),
)

test(
  'of a district that is divided, the communes are told where they go; those that were forgotten are named',
  withApp(async (test) => {
    const { ha } = test
    const district = await unitOf(test, '291')
    const communes = (await ha.call(GetUnitTree, { query: { parent: '291', limit: 200 } })).rows
    const into = (['A', 'B'] as const).map((name) => ({
      code: `291${name}`,
      name,
      fullName: `Huyện Nam Sách ${name}`,
      type: 'huyen',
      parentCode: '30',
      share: 'partial' as const,
    }))
    const body = { kind: 'split' as const, from: [district.id], into, act, effectiveOn }
    const problem = await refused(ha.call(ChangeUnits, { body }), 'succession.children-left')
    assert.equal(problem.places.length, communes.length)
    const children = communes.map(({ id }, index) => ({
      unitId: id,
      parentCode: index < 9 ? '291A' : '291B',
    }))
    await ha.call(ChangeUnits, { body: { ...body, children } })
    assert.equal((await codesBelow(test, '291A', effectiveOn)).length, 9)
    assert.equal((await codesBelow(test, '291B', effectiveOn)).length, communes.length - 9)
    assert.equal((await codesBelow(test, '291', '2023-06-30')).length, communes.length)
    assert.deepEqual(await codesBelow(test, '291', effectiveOn), [])
  }),
)

test(
  'before a centre is abolished, its open duties, roles and drafts are told',
  withApp(async (test) => {
    const { ha } = test
    const { campaignId } = await issuedCampaign(test)
    const centre = await unitOf(test, 'HD-291-TTVH')
    const preview = await ha.call(PreviewUnitChange, {
      body: { kind: 'abolish', from: [centre.id], act, effectiveOn },
    })
    assert.deepEqual(
      preview.campaigns.map(({ id, duties }) => [id, duties]),
      [[campaignId, 1]],
    )
    assert.ok(preview.roles.some(({ personId }) => personId === 'ttvh-291'))
  }),
)

test(
  'drafts of a unit that ends stay with it, are named before, and whoever took it over whole goes on with them',
  withApp(async (test) => {
    const { ha } = test
    const { draftId } = await startCampaign(test)
    const office = await unitOf(test, 'HD-SVHTTDL')
    const into = [
      {
        code: 'HD-SVHTT',
        fullName: 'Sở Văn hóa và Thể thao',
        type: 'department',
        parentCode: 'HD-UBND',
        share: 'full' as const,
      },
    ]
    const rest = {
      code: 'HD-SDL',
      fullName: 'Sở Du lịch',
      type: 'department',
      parentCode: 'HD-UBND',
      share: 'partial' as const,
    }
    const body = {
      kind: 'split' as const,
      from: [office.id],
      into: [...into, rest],
      children: await movedTo('HD-SVHTT', test),
      act,
      effectiveOn,
    }
    const preview = await ha.call(PreviewUnitChange, { body })
    assert.deepEqual(
      preview.drafts.map(({ id }) => id),
      [draftId],
    )
    // Without an administrator nobody could ever change the directory again.
    await refused(ha.call(ChangeUnits, { body }), 'succession.keeper-lost')
    const keep = (role: 'administrator' | 'officer', to: number) => ({
      personId: 'ha',
      unitId: office.id,
      role,
      into: to,
    })
    await refused(
      ha.call(ChangeUnits, { body: { ...body, carryRoles: [keep('administrator', 1)] } }),
      'succession.keeper-lost',
    )
    await ha.call(ChangeUnits, {
      body: { ...body, carryRoles: [keep('administrator', 0), keep('officer', 0)] },
    })
    test.setNow('2023-07-03T01:00:00Z')
    const { version } = await ha.call(GetDispatch, { params: { id: draftId } })
    const saved = await ha.call(SaveDraft, {
      params: { id: draftId },
      body: { version, change: { subject: 'Việc mới' } },
    })
    assert.equal(saved.subject, 'Việc mới')
    assert.equal((await ha.call(GetDirectory)).keeps, true)
    // Whose role was not carried over has none any more.
    await refused(test.hung.call(GetDispatch, { params: { id: draftId } }), 'session.no-role')
  }),
)

test(
  'roles are carried over into the merged body for those who are named, and for nobody else',
  withApp(async (test) => {
    const { ha, pool } = test
    const [a, b] = [await unitOf(test, 'HD-291-TTVH'), await unitOf(test, 'HD-291-DPT')]
    const preview = await ha.call(PreviewUnitChange, {
      body: { kind: 'merge', from: [b.id], into: [{ unitId: a.id }], act, effectiveOn },
    })
    assert.deepEqual(preview.begins, [])
    const merged = {
      code: 'HD-291-TTVHTT',
      name: 'TT VH-TT&TT Nam Sách',
      fullName: 'Trung tâm Văn hóa, Thể thao và Truyền thông huyện Nam Sách',
      type: 'public-service-unit',
      parentCode: 'HD-291-UBND',
    }
    const role = { personId: 'ttvh-291', unitId: a.id, role: 'officer' as const, into: 0 }
    const { begun } = await ha.call(ChangeUnits, {
      body: { kind: 'merge', from: [a.id, b.id], into: [merged], act, effectiveOn, carryRoles: [role] },
    })
    const held = await pool.transaction('system', (db) =>
      db.many(
        z.object({ personId: z.string(), role: z.string() }),
        sql`select person_id, role from appointments where unit_id = ${begun[0]?.id ?? 0}`,
      ),
    )
    assert.deepEqual(held, [{ personId: 'ttvh-291', role: 'officer' }])
  }),
)

test(
  'an act that is undone leaves the directory as it was, to the row',
  withApp(async (test) => {
    const { ha } = test
    const office = await unitOf(test, 'HD-SVHTTDL')
    await ha.call(AddContact, {
      params: { id: office.id },
      body: { kind: 'email', value: 'so@haiduong.example', validFrom: null },
    })
    await test.pool.transaction('system', async (db) => {
      await db.run(sql`insert into delegations (unit_id, from_person_id, to_person_id, form, authority_line, signer_title, acts,
          valid_from, created_at)
        values (${office.id}, 'quan', 'hung', 'TL', 'TL. GIÁM ĐỐC', 'TRƯỞNG PHÒNG', '{dispatch.sign}', '2023-01-01', '2023-01-01')`)
      await db.run(sql`insert into leaves (unit_id, person_id, stand_in_person_id, valid_from, valid_to, created_at)
        values (${office.id}, 'mai', 'ha', '2023-06-20', '2023-07-20', '2023-06-01')`)
    })
    const before = await directory(test)
    const acts = [
      {
        kind: 'rename' as const,
        from: [office.id],
        into: [{ ...office, code: 'HD-SVHTT', fullName: 'Sở VHTT' }],
      },
      { kind: 're-parent' as const, from: [office.id], into: [{ parentCode: 'TW-BVHTTDL' }] },
      { kind: 'abolish' as const, from: [(await unitOf(test, 'HD-291-DPT')).id], into: [] },
    ]
    for (const each of acts) {
      const children = each.kind === 'rename' ? await movedTo('HD-SVHTT', test) : []
      const { changeId } = await ha.call(ChangeUnits, { body: { ...each, children, act, effectiveOn } })
      const after = await directory(test)
      assert.notDeepEqual(after, before)
      if (each.kind !== 'abolish') {
        const copies = after.slice(4).map((rows) => rows.map(({ unit_id: unit }) => unit))
        assert.deepEqual(
          copies.map((rows) => rows.length),
          [2, 2],
          'powers to sign and leaves go on',
        )
      }
      await ha.call(UndoUnitChange, { params: { id: changeId }, body: {} })
      assert.deepEqual(await directory(test), before)
      await refused(ha.call(UndoUnitChange, { params: { id: changeId }, body: {} }), 'thing.not-found')
    }
  }),
)

const movedTo = async (parentCode: string, { ha }: TestApp) =>
  (await ha.call(GetUnitTree, { query: { parent: 'HD-SVHTTDL', limit: 200 } })).rows.map(({ id }) => ({
    unitId: id,
    parentCode,
  }))

test(
  'an act is not undone while something refers to the unit it began',
  withApp(async (test) => {
    const { ha, pool } = test
    const centre = await unitOf(test, 'HD-291-TTVH')
    const rename = (id: number, code: string) =>
      ha.call(ChangeUnits, {
        body: {
          kind: 'rename',
          from: [id],
          into: [{ ...centre, code, fullName: `Trung tâm ${code}` }],
          act,
          effectiveOn: code === 'TT1' ? '2023-06-01' : effectiveOn,
        },
      })
    const first = await rename(centre.id, 'TT1')
    const second = await rename(first.begun[0]?.id ?? 0, 'TT2')
    await refused(ha.call(UndoUnitChange, { params: { id: first.changeId }, body: {} }), 'succession.in-use')
    await ha.call(UndoUnitChange, { params: { id: second.changeId }, body: {} })
    await pool.transaction('system', (db) =>
      db.run(
        sql`insert into appointments (person_id, unit_id, role) values ('nam', ${first.begun[0]?.id ?? 0}, 'reader')`,
      ),
    )
    const problem = await refused(
      ha.call(UndoUnitChange, { params: { id: first.changeId }, body: {} }),
      'succession.in-use',
    )
    assert.equal(problem.values.table, 'appointments')
  }),
)

test(
  'only the keepers of the directory change it; an administrator of another unit does not',
  withApp(async (test) => {
    const { ha, lan, pool } = test
    const centre = await unitOf(test, 'HD-291-TTVH')
    const body = { kind: 'abolish' as const, from: [centre.id], act, effectiveOn }
    await refused(lan.call(ChangeUnits, { body }), 'act.forbidden')
    await pool.transaction('system', (db) =>
      db.run(
        sql`insert into appointments (person_id, unit_id, role) values ('ttvh-291', ${centre.id}, 'administrator')`,
      ),
    )
    for (const contract of [ChangeUnits, PreviewUnitChange])
      await refused(lan.call(contract, { body }), 'act.forbidden')
    const contact = { kind: 'phone' as const, value: '0220 123 456', validFrom: null }
    await refused(lan.call(AddContact, { params: { id: centre.id }, body: contact }), 'act.forbidden')
    await ha.call(ChangeUnits, { body })
  }),
)

test(
  'the database itself lets a keeper carry roles over, and nobody write roles of units out of their sight',
  withApp(async (test) => {
    const centre = await unitOf(test, 'HD-291-TTVH')
    const appoint = (changeId: string) =>
      `insert into appointments (person_id, unit_id, role, change_id) values ('nam', ${centre.id}, 'head', ${changeId})`
    const asKeeper = { units: [], keepsDirectory: true }
    for (const sight of [asKeeper, { units: [] }])
      await assert.rejects(
        test.pool.transaction(sight, (db) => db.raw(appoint('null'))),
        /row-level security/,
      )
    const { changeId } = await test.ha.call(ChangeUnits, {
      body: { kind: 'abolish', from: [(await unitOf(test, 'HD-292-DPT')).id], act, effectiveOn },
    })
    await test.pool.transaction(asKeeper, (db) => db.raw(appoint(String(changeId))))
    await assert.rejects(
      test.pool.transaction({ units: [] }, (db) => db.raw(appoint(String(changeId)))),
      /row-level security/,
    )
  }),
)

test(
  'a duty goes on with the unit that takes over whole, and comes back when the act is undone',
  withApp(async (test) => {
    const { ha, lan, pool, settle } = test
    await issuedCampaign(test)
    const [before] = (await lan.call(ListDuties)).rows
    assert.ok(before)
    const centre = await unitOf(test, 'HD-291-TTVH')
    const holder = async () =>
      (
        await pool.transaction('system', (db) =>
          db.one(
            z.object({ holderUnitId: z.number() }),
            sql`select holder_unit_id from duties where id = ${before.id}`,
          ),
        )
      ).holderUnitId
    const { changeId, begun } = await ha.call(ChangeUnits, {
      body: {
        kind: 'merge',
        from: [centre.id, (await unitOf(test, 'HD-291-DPT')).id],
        into: [
          {
            ...centre,
            code: 'HD-291-TTVHTT',
            fullName: 'Trung tâm Văn hóa, Thể thao và Truyền thông huyện Nam Sách',
          },
        ],
        act,
        effectiveOn: '2023-05-22',
        carryRoles: [{ personId: 'ttvh-291', unitId: centre.id, role: 'officer', into: 0 }],
      },
    })
    await settle()
    assert.equal(await holder(), begun[0]?.id)
    assert.deepEqual(
      (await lan.call(ListDuties)).rows.map(({ id }) => id),
      [before.id],
      'the same duty, under the new unit',
    )
    await ha.call(UndoUnitChange, { params: { id: changeId }, body: {} })
    await settle()
    assert.equal(await holder(), centre.id)
    assert.deepEqual(
      (await lan.call(ListDuties)).rows.map(({ id }) => id),
      [before.id],
    )
  }),
)
