import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Booked, conflictsOf } from './gathering.ts'

const at = (hour: number, minute = 0) => new Date(Date.UTC(2023, 4, 22, hour, minute)).toISOString()
const booked = (id: string, from: string, to: string, more: Partial<Booked> = {}): Booked => ({
  id,
  title: id,
  venueId: `nhà văn hóa ${id}`,
  vehicleId: null,
  plate: null,
  crew: [],
  latitude: null,
  longitude: null,
  startsAt: from,
  endsAt: to,
  ...more,
})
const kinds = (planned: Booked, ...others: Booked[]) =>
  conflictsOf(planned, others).map(({ kind, detail }) => [kind, detail])

test('the same place, a person, a car in the same hour clash; one after the other they do not', () => {
  const first = booked('a', at(8), at(10), {
    venueId: 'x',
    crew: ['Nguyễn Văn An'],
    vehicleId: 1,
    plate: '34A-11111',
  })
  const same = booked('b', at(9), at(11), {
    venueId: 'x',
    crew: ['nguyễn  văn an', 'Trần Vân'],
    vehicleId: 1,
    plate: '34A-11111',
  })
  assert.deepEqual(kinds(same, first), [
    ['venue', ''],
    ['crew', 'nguyễn  văn an'],
    ['vehicle', '34A-11111'],
  ])
  assert.deepEqual(kinds({ ...same, startsAt: at(10), endsAt: at(11) }, first), [])
  // "Văn" and "Vân" are two people, whatever a search without marks would say.
  assert.deepEqual(
    kinds(
      booked('c', at(9), at(11), { crew: ['Trần Văn'] }),
      booked('d', at(9), at(11), { crew: ['Trần Vân'] }),
    ),
    [],
  )
})

test('who cannot be there in time is told by how many minutes', () => {
  const near = { latitude: 20.94, longitude: 106.33 }
  const far = { latitude: 21.2, longitude: 106.33 }
  const first = booked('a', at(8), at(10), { ...near, crew: ['An'] })
  const second = booked('b', at(10, 30), at(12), { ...far, crew: ['An'] })
  // 28.9 km at 35 km/h and a quarter of an hour to pack: 64.6 minutes, of which there are 30.
  assert.deepEqual(kinds(second, first), [['travel', '35']])
  assert.deepEqual(kinds(first, second), [['travel', '35']])
  assert.deepEqual(kinds({ ...second, startsAt: at(11, 10) }, first), [])
  assert.deepEqual(kinds({ ...second, crew: ['Bình'] }, first), [])
  // Where a place is not known, nothing is claimed.
  assert.deepEqual(kinds({ ...second, latitude: null, longitude: null }, first), [])
})

test('a gathering never clashes with itself, and clashing is mutual', () => {
  const some = fc.record({
    from: fc.nat(20),
    length: fc.integer({ min: 1, max: 6 }),
    venueId: fc.constantFrom('x', 'y'),
    vehicleId: fc.constantFrom(null, 1, 2),
    crew: fc.subarray(['An', 'Bình', 'Chi']),
    latitude: fc.constantFrom(20.9, 21.1),
  })
  const make = (id: string) =>
    some.map(({ from, length, ...rest }) =>
      booked(id, at(from), at(from + length), { ...rest, longitude: 106.3 }),
    )
  fc.assert(
    fc.property(make('a'), make('b'), (a, b) => {
      assert.deepEqual(conflictsOf(a, [a]), [])
      assert.deepEqual(
        conflictsOf(a, [b]).map(({ kind }) => kind),
        conflictsOf(b, [a]).map(({ kind }) => kind),
      )
    }),
  )
})
