import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { GetHome } from '@loa/contract/home'
import {
  AddCheckPhoto,
  CheckSite,
  GetCheckPhoto,
  GetSite,
  GetSiteLabel,
  ListSites,
  ListTakeDowns,
  SavePosting,
  SaveSite,
  SettleCheck,
  TakeDown,
  WalkSites,
} from '@loa/contract/sites'
import sharp from 'sharp'
import type { Worker } from '../in-process.ts'
import { acceptDuty, addPhoto, issuedCampaign, photo, recordActivity } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const face = () => ({ id: randomUUID(), label: 'Mặt A', width: 4, height: 3 as number | null })
const body = (more: Record<string, unknown> = {}) => ({
  name: 'Pa nô cổng chợ',
  kind: 'panel' as const,
  place: 'Cổng chợ thị trấn Nam Sách',
  latitude: 20.99 as number | null,
  longitude: 106.33 as number | null,
  faces: [face()],
  ...more,
})
const note = (worker: Worker, more: Record<string, unknown> = {}, id: string = randomUUID()) =>
  worker.call(SaveSite, { params: { id }, body: body(more) })

const hang = async (app: TestApp, days: { upOn?: string; dueOn?: string | null } = {}) => {
  await issuedCampaign(app)
  const duty = await acceptDuty(app.lan)
  const site = await note(app.lan)
  const id = randomUUID()
  const up = {
    faceId: site.faces[0]?.id ?? '',
    dutyId: duty.id,
    content: 'Gia đình hạnh phúc',
    upOn: '2023-05-22',
    dueOn: '2023-06-30',
    ...days,
  }
  const hung = await app.lan.call(SavePosting, { params: { id }, body: up })
  return { duty, site: hung, posting: id, up }
}

test(
  'a site noted on a phone twice is there once, with the next number of its unit',
  withApp(async ({ lan, tho }) => {
    const id = randomUUID()
    const first = await note(lan, {}, id)
    assert.deepEqual(await note(lan, {}, id), first)
    assert.equal((await note(lan)).number, first.number + 1)
    assert.equal((await note(tho)).number, 1)
    assert.equal(first.area, 12)
    // Nobody else's: not to be seen, not to be changed.
    await refused(tho.call(GetSite, { params: { id } }), 'thing.not-found')
    await refused(note(tho, {}, id), 'thing.not-found')
  }),
)

test(
  'who changes a site that somebody changed meanwhile is told; a face with history is kept',
  withApp(async (app) => {
    const { site, up } = await hang(app)
    const params = { id: site.id }
    const faces = [...site.faces, { ...face(), label: 'Mặt B' }]
    const changed = await app.lan.call(SaveSite, {
      params,
      body: body({ version: site.version, faces, permitTo: '2023-06-10', permitNumber: '12/GP-SVHTTDL' }),
    })
    assert.deepEqual(
      changed.faces.map(({ label }) => label),
      ['Mặt A', 'Mặt B'],
    )
    await refused(
      app.lan.call(SaveSite, { params, body: body({ version: site.version, faces }) }),
      'thing.changed',
    )
    const others = faces.filter(({ id }) => id !== up.faceId)
    await refused(
      app.lan.call(SaveSite, { params, body: body({ version: changed.version, faces: others }) }),
      'site.face-in-use',
    )
    // The permit runs out within thirty days.
    const { rows } = await app.lan.call(ListSites, { query: { show: 'permit' } })
    assert.deepEqual(
      rows.map(({ id }) => id),
      [site.id],
    )
    assert.equal((await app.lan.call(ListSites, { query: { show: 'free' } })).rows.length, 1)
  }),
)

test(
  'what hangs is seen by who gave the order, and the face is taken until it comes down',
  withApp(async (app) => {
    const { site, up, posting } = await hang(app)
    const seen = await app.ha.call(GetSite, { params: { id: site.id } })
    assert.equal(seen.postings[0]?.content, 'Gia đình hạnh phúc')
    // Seen, not kept: the department does not change the sites of a district.
    await refused(
      app.ha.call(SaveSite, {
        params: { id: site.id },
        body: body({ version: seen.version, faces: seen.faces }),
      }),
      'act.forbidden',
    )
    const next = { params: { id: randomUUID() }, body: { ...up, content: 'Khác', upOn: '2023-06-01' } }
    await refused(app.lan.call(SavePosting, next), 'posting.face-taken')
    app.setNow('2023-06-01T02:00:00Z')
    const down = { params: { id: posting }, body: { version: 1, on: '2023-06-01' } }
    await app.lan.call(TakeDown, down)
    // Said twice, it came down once.
    const after = await app.lan.call(TakeDown, down)
    assert.equal(after.hanging, 0)
    assert.equal((await app.lan.call(SavePosting, next)).hanging, 1)
    const asked = await app.ha.call(ListSites, { query: { campaign: seen.postings[0]?.campaign.id ?? 0 } })
    assert.equal(asked.total, 1)
  }),
)

test(
  'a posting goes up for an accepted duty of the unit, and never comes down before it went up',
  withApp(async (app) => {
    const { site, up, posting } = await hang(app)
    const strange = { ...up, dutyId: 999_999 }
    await refused(
      app.lan.call(SavePosting, { params: { id: randomUUID() }, body: strange }),
      'thing.not-found',
    )
    const foreign = { ...up, faceId: randomUUID() }
    await refused(
      app.lan.call(SavePosting, { params: { id: randomUUID() }, body: foreign }),
      'thing.not-found',
    )
    const wrong = { params: { id: posting }, body: { version: 1, on: '2023-05-21' } }
    await refused(app.lan.call(TakeDown, wrong), 'posting.wrong-day')
    await refused(
      app.lan.call(TakeDown, { ...wrong, body: { version: 1, on: '2023-05-23' } }),
      'posting.wrong-day',
    )
    const backwards = { ...up, dueOn: '2023-05-01' }
    await refused(
      app.lan.call(SavePosting, { params: { id: randomUUID() }, body: backwards }),
      'request.invalid',
    )
    // The same posting sent again is the same posting.
    const again = await app.lan.call(SavePosting, { params: { id: posting }, body: up })
    assert.equal(again.postings.length, 1)
    assert.equal(again.id, site.id)
  }),
)

test(
  'the end date makes the take-down due: in the list before its day, late after it, gone when it is down',
  withApp(async (app) => {
    const { posting, site } = await hang(app, { dueOn: '2023-05-31' })
    const mine = async () => (await app.lan.call(GetHome)).mine.map(({ kind }) => kind)
    const due = async () => (await app.lan.call(ListTakeDowns, { query: {} })).rows.map(({ id }) => id)
    assert.deepEqual(await due(), [])
    assert.ok(!(await mine()).includes('posting.to-take-down'))
    app.setNow('2023-05-25T02:00:00Z')
    assert.deepEqual(await due(), [posting])
    assert.ok((await mine()).includes('posting.to-take-down'))
    assert.equal((await app.lan.call(GetSite, { params: { id: site.id } })).late, 0)
    app.setNow('2023-06-01T02:00:00Z')
    assert.equal((await app.lan.call(ListSites, { query: { show: 'late' } })).total, 1)
    await app.lan.call(TakeDown, { params: { id: posting }, body: { version: 1, on: '2023-06-01' } })
    assert.deepEqual(await due(), [])
    // No other unit has it on its list.
    assert.equal((await app.tho.call(ListTakeDowns, { query: { days: 365 } })).total, 0)
  }),
)

test(
  'a walk lists what is expected; what is missing or torn stays open until it is settled or seen again',
  withApp(async (app) => {
    const { site, posting } = await hang(app)
    await note(app.lan, { latitude: 20.991, longitude: 106.331, name: 'Bên cạnh' })
    await note(app.lan, { latitude: null, longitude: null, name: 'Không rõ chỗ' })
    const walk = await app.lan.call(WalkSites, { query: { latitude: 20.992, longitude: 106.332 } })
    assert.deepEqual(
      walk.rows.map(({ name }) => name),
      ['Bên cạnh', 'Pa nô cổng chợ', 'Không rõ chỗ'],
    )
    assert.deepEqual(
      walk.rows.map(({ expected }) => expected.map(({ id }) => id)),
      [[], [posting], []],
    )
    const id = randomUUID()
    const seen = {
      siteId: site.id,
      postingId: posting,
      result: 'not-found' as const,
      note: 'Không thấy',
      at: '2031-01-01T00:00:00Z',
    }
    const check = await app.lan.call(CheckSite, { params: { id }, body: seen })
    // A phone whose clock runs ahead did not see it in years to come.
    assert.ok(check.at.startsWith('2023-05-22'))
    assert.deepEqual(await app.lan.call(CheckSite, { params: { id }, body: seen }), check)
    const missed = await app.lan.call(GetSite, { params: { id: site.id } })
    assert.deepEqual([missed.state, missed.openChecks], ['damaged', 1])
    assert.ok((await app.lan.call(GetHome)).mine.some(({ kind }) => kind === 'site.to-mend'))
    app.setNow('2023-05-23T02:00:00Z')
    const found = { siteId: site.id, postingId: posting, result: 'found' as const }
    await app.lan.call(CheckSite, { params: { id: randomUUID() }, body: found })
    assert.equal((await app.lan.call(GetSite, { params: { id: site.id } })).state, 'in-use')
    const torn = randomUUID()
    await app.lan.call(CheckSite, {
      params: { id: torn },
      body: { siteId: site.id, postingId: null, result: 'damaged', note: 'Khung gãy' },
    })
    const settled = await app.lan.call(SettleCheck, { params: { id: torn }, body: { note: 'Đã hàn lại' } })
    assert.equal(settled.settledNote, 'Đã hàn lại')
    assert.equal((await app.lan.call(GetSite, { params: { id: site.id } })).openChecks, 0)
    await refused(app.tho.call(CheckSite, { params: { id: randomUUID() }, body: found }), 'thing.not-found')
  }),
)

test(
  'the newest photo of a site is the ghost for the next one; a look has one photo',
  withApp(async (app) => {
    const { site, duty, up, posting } = await hang(app)
    const shown = await addPhoto(app.lan, await recordActivity(app.lan, duty))
    await app.lan.call(SavePosting, {
      params: { id: posting },
      body: { ...up, activityId: shown.id, version: 1 },
    })
    const evidence = shown.evidence[0]?.id
    assert.deepEqual((await app.lan.call(GetSite, { params: { id: site.id } })).lastPhoto, {
      kind: 'evidence',
      id: evidence,
    })
    app.setNow('2023-05-24T02:00:00Z')
    const id = randomUUID()
    await app.lan.call(CheckSite, {
      params: { id },
      body: { siteId: site.id, postingId: null, result: 'found' },
    })
    const give = async (seed: number) =>
      app.lan.call(AddCheckPhoto, {
        params: { id },
        query: { name: 'a.jpg' },
        bytes: await photo(seed),
      })
    assert.equal((await give(5)).hasPhoto, true)
    assert.equal((await give(5)).hasPhoto, true)
    await refused(give(150), 'site.check-has-photo')
    assert.deepEqual((await app.lan.call(GetSite, { params: { id: site.id } })).lastPhoto, {
      kind: 'check',
      id,
    })
    const preview = await app.ha.file(GetCheckPhoto, { params: { id, kind: 'preview' } })
    assert.equal((await sharp(preview).metadata()).format, 'jpeg')
    const label = await app.lan.file(GetSiteLabel, { params: { id: site.id } })
    assert.match(Buffer.from(label).toString(), /^<svg/)
  }),
)

test(
  'lists page by unit and number, and words are found without tone marks',
  withApp(async (app) => {
    for (let n = 0; n < 5; n++)
      await note(app.lan, { name: `Điểm số ${n}`, kind: n === 0 ? 'wall' : 'panel' })
    const first = await app.lan.call(ListSites, { query: { limit: 2 } })
    const second = await app.lan.call(ListSites, { query: { limit: 2, cursor: first.next ?? '' } })
    const third = await app.lan.call(ListSites, { query: { limit: 2, cursor: second.next ?? '' } })
    assert.deepEqual(
      [...first.rows, ...second.rows, ...third.rows].map(({ name }) => name),
      ['Điểm số 0', 'Điểm số 1', 'Điểm số 2', 'Điểm số 3', 'Điểm số 4'],
    )
    assert.equal(third.next, null)
    assert.equal((await app.lan.call(ListSites, { query: { q: 'diem so 3' } })).total, 1)
    assert.equal((await app.lan.call(ListSites, { query: { kind: 'wall' } })).total, 1)
  }),
)
