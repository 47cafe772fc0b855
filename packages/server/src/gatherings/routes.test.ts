import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import {
  CancelGatherings,
  EndCalendarFeed,
  GetGathering,
  ListCalendarFeeds,
  ListGatherings,
  ListVenues,
  MakeCalendarFeed,
  ReadCalendar,
  SaveGathering,
  SaveVenue,
} from '@loa/contract/gatherings'
import { AddVehicle, SaveVehicleTask } from '@loa/contract/vehicles'
import { workerWith } from '../in-process.ts'
import { acceptDuty, issuedCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const venueOf = (app: TestApp, name: string, more: Record<string, unknown> = {}) =>
  app.lan.call(SaveVenue, {
    params: { id: randomUUID() },
    body: { name, place: `Xã ${name}`, outdoors: false, ...more },
  })

const stage = async (app: TestApp) => {
  await issuedCampaign(app)
  const duty = await acceptDuty(app.lan)
  const hall = await venueOf(app, 'Nhà văn hóa An Lâm')
  const yard = await venueOf(app, 'Sân kho Hợp Tiến', { outdoors: true, latitude: 21.02, longitude: 106.4 })
  const body = {
    dutyId: duty.id,
    form: 'performance-film' as const,
    title: 'Biểu diễn văn nghệ cổ động',
    venueId: hall.id,
    crew: ['Nguyễn Văn An', 'Trần Thị Bình'],
    startsAt: '2023-05-25T12:00:00Z',
    endsAt: '2023-05-25T14:00:00Z',
  }
  const plan = (
    more: Partial<typeof body> & { despite?: boolean; vehicleId?: number } = {},
    id: string = randomUUID(),
  ) => app.lan.call(SaveGathering, { params: { id }, body: { ...body, ...more } })
  return { duty, hall, yard, body, plan }
}

test(
  'a venue is noted once, by its name without regard to marks; nobody else sees it',
  withApp(async (app) => {
    const hall = await venueOf(app, 'Nhà văn hóa An Lâm')
    await refused(venueOf(app, 'nhà văn hoá An lâm'), 'venue.name-taken')
    assert.equal((await app.lan.call(ListVenues, { query: { q: 'an lam' } })).rows[0]?.id, hall.id)
    assert.equal((await app.tho.call(ListVenues, { query: {} })).total, 0)
    const body = { name: 'Nhà văn hóa', place: 'Xã', outdoors: true, version: hall.version }
    await app.lan.call(SaveVenue, { params: { id: hall.id }, body })
    await refused(app.lan.call(SaveVenue, { params: { id: hall.id }, body }), 'thing.changed')
  }),
)

test(
  'what clashes is told before anything is planned, and is planned only when a person says so',
  withApp(async (app) => {
    const { plan, yard } = await stage(app)
    const id = randomUUID()
    const first = await plan({}, id)
    assert.deepEqual(first.conflicts, [])
    // Sent twice, it is there once.
    assert.equal((await plan({}, id)).id, first.id)
    const other = {
      title: 'Chiếu phim',
      venueId: yard.id,
      crew: ['Trần Thị Bình'],
      startsAt: '2023-05-25T13:00:00Z',
      endsAt: '2023-05-25T15:00:00Z',
    }
    await refused(plan(other), 'gathering.clashes')
    assert.equal((await app.lan.call(ListGatherings, { query: {} })).total, 1)
    const kept = await plan({ ...other, despite: true })
    assert.deepEqual(
      kept.conflicts.map(({ kind, detail, id: with_ }) => [kind, detail, with_]),
      [['crew', 'Trần Thị Bình', id]],
    )
    assert.equal((await app.ha.call(GetGathering, { params: { id } })).conflicts.length, 1)
    await refused(app.tho.call(GetGathering, { params: { id } }), 'thing.not-found')
  }),
)

test(
  'a car that drives elsewhere clashes too',
  withApp(async (app) => {
    const { plan, duty } = await stage(app)
    const car = await app.lan.call(AddVehicle, { body: { plate: '34A-12345', name: 'Xe' } })
    await app.lan.call(SaveVehicleTask, {
      params: { id: randomUUID() },
      body: {
        vehicleId: car.id,
        dutyId: duty.id,
        route: 'An Lâm',
        startsAt: '2023-05-25T11:00:00Z',
        endsAt: '2023-05-25T13:00:00Z',
      },
    })
    await refused(plan({ vehicleId: car.id }), 'gathering.clashes')
  }),
)

test(
  'two people who plan at once for one place: one of them is told',
  withApp(async (app) => {
    const { plan } = await stage(app)
    const ended = await Promise.allSettled([plan({ title: 'Một' }), plan({ title: 'Hai' })])
    assert.deepEqual(ended.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    assert.equal((await app.lan.call(ListGatherings, { query: {} })).total, 1)
  }),
)

test(
  'the storm cancels in one act what is outdoors, and drives; what was cancelled stays cancelled',
  withApp(async (app) => {
    const { plan, yard, duty, body } = await stage(app)
    const inside = await plan()
    const outside = await plan({ venueId: yard.id, crew: [], title: 'Chiếu phim ngoài trời' })
    const later = await plan({
      venueId: yard.id,
      crew: [],
      startsAt: '2023-05-27T12:00:00Z',
      endsAt: '2023-05-27T13:00:00Z',
    })
    const car = await app.lan.call(AddVehicle, { body: { plate: '34A-12345', name: 'Xe' } })
    const drive = randomUUID()
    await app.lan.call(SaveVehicleTask, {
      params: { id: drive },
      body: {
        vehicleId: car.id,
        dutyId: duty.id,
        route: 'An Lâm',
        startsAt: '2023-05-25T01:00:00Z',
        endsAt: '2023-05-25T03:00:00Z',
      },
    })
    const storm = {
      from: '2023-05-24T17:00:00Z',
      to: '2023-05-25T17:00:00Z',
      outdoorsOnly: true,
      reason: 'Bão số 1',
    }
    assert.deepEqual(await app.tho.call(CancelGatherings, { body: storm }), { gatherings: 0, drives: 0 })
    assert.deepEqual(await app.lan.call(CancelGatherings, { body: storm }), { gatherings: 1, drives: 1 })
    assert.deepEqual(await app.lan.call(CancelGatherings, { body: storm }), { gatherings: 0, drives: 0 })
    const reason = async (id: string) =>
      (await app.lan.call(GetGathering, { params: { id } })).cancelledReason
    assert.deepEqual(
      [await reason(inside.id), await reason(outside.id), await reason(later.id)],
      [null, 'Bão số 1', null],
    )
    await refused(
      app.lan.call(SaveGathering, {
        params: { id: outside.id },
        body: { ...body, venueId: yard.id, version: 2 },
      }),
      'gathering.cancelled',
    )
    // What was cancelled is in nobody's way.
    await plan({ venueId: yard.id, crew: [], title: 'Buổi khác' })
  }),
)

test(
  'a calendar address is shown once, reads the own unit only, and ends',
  withApp(async (app) => {
    const { plan } = await stage(app)
    await plan()
    const feed = await app.lan.call(MakeCalendarFeed)
    const program = workerWith(app.app, async () => '')
    const read = async (path: string) =>
      Buffer.from(
        await program.file(ReadCalendar, { params: { token: path.split('/').at(-1) ?? '' } }),
      ).toString()
    assert.match(await read(feed.path), /BEGIN:VEVENT[\s\S]*Biểu diễn văn nghệ cổ động/)
    const other = await app.tho.call(MakeCalendarFeed)
    assert.doesNotMatch(await read(other.path), /VEVENT/)
    assert.equal((await app.lan.call(ListCalendarFeeds)).rows.length, 1)
    await refused(app.tho.call(EndCalendarFeed, { params: { id: feed.id } }), 'thing.not-found')
    await app.lan.call(EndCalendarFeed, { params: { id: feed.id } })
    await refused(read(feed.path), 'thing.not-found')
  }),
)
