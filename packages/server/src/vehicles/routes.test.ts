import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import {
  AddVehicle,
  AskPosition,
  CancelVehicleTask,
  GetVehicleTask,
  GiveDeviceKey,
  ImportGpx,
  ListVehicles,
  ListVehicleTasks,
  SaveVehicle,
  SaveVehicleTask,
  SendPosition,
} from '@loa/contract/vehicles'
import { workerWith } from '../in-process.ts'
import { acceptDuty, issuedCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const plan = async (app: TestApp, hours: { startsAt?: string; endsAt?: string } = {}) => {
  await issuedCampaign(app)
  const duty = await acceptDuty(app.lan)
  const vehicle = await app.lan.call(AddVehicle, { body: { plate: '34a 123.45', name: 'Xe loa 1' } })
  const body = {
    vehicleId: vehicle.id,
    dutyId: duty.id,
    route: 'Nam Sách – An Lâm – Hợp Tiến',
    startsAt: '2023-05-23T01:00:00Z',
    endsAt: '2023-05-23T03:00:00Z',
    ...hours,
  }
  const id = randomUUID()
  const task = await app.lan.call(SaveVehicleTask, { params: { id }, body })
  return { vehicle, duty, task, body, id }
}
const gpx = (points: [string, number, number][]) =>
  Buffer.from(
    `<gpx><trk><trkseg>${points.map(([at, lat, lon]) => `<trkpt lat="${lat}" lon="${lon}"><time>${at}</time></trkpt>`).join('')}</trkseg></trk></gpx>`,
  )

test(
  'a plate is written one way, and stands once in a unit',
  withApp(async (app) => {
    const vehicle = await app.lan.call(AddVehicle, { body: { plate: '34a 123.45', name: 'Xe loa 1' } })
    assert.equal(vehicle.plate, '34A-12345')
    await refused(
      app.lan.call(AddVehicle, { body: { plate: '34A-123.45', name: 'Xe khác' } }),
      'vehicle.plate-taken',
    )
    await app.tho.call(AddVehicle, { body: { plate: '34A-12345', name: 'Xe của Tứ Kỳ' } })
    assert.equal((await app.lan.call(ListVehicles, { query: {} })).total, 1)
    const body = { plate: vehicle.plate, name: 'Xe loa', endedOn: null, version: vehicle.version }
    await app.lan.call(SaveVehicle, { params: { id: vehicle.id }, body })
    await refused(app.lan.call(SaveVehicle, { params: { id: vehicle.id }, body }), 'thing.changed')
  }),
)

test(
  'one vehicle is at one place: two tasks never share an hour, unless one is cancelled',
  withApp(async (app) => {
    const { task, body, id } = await plan(app)
    assert.deepEqual(await app.lan.call(SaveVehicleTask, { params: { id }, body }), task)
    const later = { ...body, startsAt: '2023-05-23T02:30:00Z', endsAt: '2023-05-23T04:00:00Z' }
    await refused(
      app.lan.call(SaveVehicleTask, { params: { id: randomUUID() }, body: later }),
      'vehicle.busy',
    )
    const after = { ...body, startsAt: '2023-05-23T03:00:00Z', endsAt: '2023-05-23T04:00:00Z' }
    await app.lan.call(SaveVehicleTask, { params: { id: randomUUID() }, body: after })
    const cancel = { params: { id }, body: { version: task.version, reason: 'Mưa bão' } }
    assert.equal((await app.lan.call(CancelVehicleTask, cancel)).cancelledReason, 'Mưa bão')
    await app.lan.call(CancelVehicleTask, cancel)
    const first = { ...later, endsAt: '2023-05-23T03:00:00Z' }
    await app.lan.call(SaveVehicleTask, { params: { id: randomUUID() }, body: first })
    const day = { ...body, endsAt: '2023-05-25T03:00:00Z' }
    await refused(
      app.lan.call(SaveVehicleTask, { params: { id: randomUUID() }, body: day }),
      'request.invalid',
    )
  }),
)

test(
  'a device is heard inside a task of its vehicle only; what it says twice is there once',
  withApp(async (app) => {
    const { vehicle, id } = await plan(app)
    const { key } = await app.lan.call(GiveDeviceKey, { params: { id: vehicle.id } })
    // A device has no session.
    const device = workerWith(app.app, async () => '')
    const say = (timestamp: string, more = {}) =>
      device.call(SendPosition, { query: { id: key, lat: 20.99, lon: 106.33, timestamp, ...more } })
    assert.deepEqual(await say('2023-05-23T00:59:59Z'), { kept: false })
    assert.deepEqual(await say('1684803600', { speed: 10 }), { kept: true })
    assert.deepEqual(await say('1684803600000'), { kept: true })
    assert.deepEqual(
      await device.call(AskPosition, { query: { id: key, lat: 21, lon: 106.33, timestamp: '1684803660' } }),
      { kept: true },
    )
    assert.deepEqual(await say('2023-05-23T03:00:01Z'), { kept: false })
    await refused(say('hôm qua'), 'request.invalid')
    const seen = await app.ha.call(GetVehicleTask, { params: { id } })
    assert.equal(seen.positions, 2)
    // A key nobody has is answered like a time without a task: it tells a stranger nothing.
    assert.deepEqual(
      await device.call(SendPosition, {
        query: { id: 'x'.repeat(24), lat: 1, lon: 1, timestamp: '1684803600' },
      }),
      { kept: false },
    )
    // A new key ends the old one.
    await app.lan.call(GiveDeviceKey, { params: { id: vehicle.id } })
    assert.deepEqual(await say('1684803720'), { kept: false })
  }),
)

test(
  'a GPX file adds the points of the task, once; what lies outside it is not kept',
  withApp(async (app) => {
    const { id } = await plan(app)
    const bytes = gpx([
      ['2023-05-23T00:30:00Z', 20.99, 106.33],
      ['2023-05-23T01:10:00Z', 20.99, 106.33],
      ['2023-05-23T01:12:00Z', 21, 106.33],
      ['không rõ', 21, 106.33],
    ])
    const first = await app.lan.call(ImportGpx, { params: { id }, bytes })
    assert.deepEqual([first.added, first.known, first.outside, first.unreadable], [2, 0, 1, 1])
    const again = await app.lan.call(ImportGpx, { params: { id }, bytes })
    assert.deepEqual([again.added, again.known, again.task.track.points], [0, 2, 2])
    assert.equal(first.task.track.kilometres, 1.1)
    await refused(app.lan.call(ImportGpx, { params: { id }, bytes: Buffer.from('khác') }), 'gpx.unreadable')
    await refused(app.lan.call(ImportGpx, { params: { id }, bytes: Buffer.alloc(0) }), 'gpx.unreadable')
    // Hours that are changed take the points outside them away.
    const task = await app.lan.call(GetVehicleTask, { params: { id } })
    const body = {
      vehicleId: task.vehicle.id,
      dutyId: task.dutyId,
      route: task.route,
      startsAt: '2023-05-23T01:11:00Z',
      endsAt: task.endsAt,
      version: task.version,
    }
    assert.equal((await app.lan.call(SaveVehicleTask, { params: { id }, body })).positions, 1)
  }),
)

test(
  'a drive is seen by who gave the order, and by no other unit',
  withApp(async (app) => {
    const { id, duty } = await plan(app)
    assert.equal((await app.ha.call(ListVehicleTasks, { query: { duty: duty.id } })).total, 1)
    await refused(app.tho.call(GetVehicleTask, { params: { id } }), 'thing.not-found')
    assert.equal((await app.tho.call(ListVehicleTasks, { query: {} })).total, 0)
    const cancel = { params: { id }, body: { version: 1, reason: 'thử' } }
    await refused(app.ha.call(CancelVehicleTask, cancel), 'act.forbidden')
    await refused(app.nam.call(GetVehicleTask, { params: { id: randomUUID() } }), 'thing.not-found')
  }),
)
