import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { doubtsOf, type Facts, kilometresBetween } from './evidence.ts'

const facts: Facts = {
  takenAt: '2023-05-22T02:00:00Z',
  place: { latitude: 20.93, longitude: 106.31 },
  claimedAt: '2023-05-22T02:05:00Z',
  claimedPlace: { latitude: 20.931, longitude: 106.311 },
  claimedAccuracy: null,
  isMocked: false,
  happenedOn: '2023-05-22',
  from: '2023-05-01',
  to: '2023-06-30',
  neighbours: [],
  together: [],
  sites: [],
}
const doubts = (change: Partial<Facts>) => doubtsOf({ ...facts, ...change })

test('a photo of the day, the place and the campaign raises no doubt', () => {
  assert.deepEqual(doubtsOf(facts), [])
})

test('a photo without any camera data raises none either: nothing speaks against it', () => {
  assert.deepEqual(doubts({ takenAt: null, place: null, claimedAt: null, claimedPlace: null }), [])
})

test('each doubt has its numbers', () => {
  assert.deepEqual(doubts({ takenAt: '2023-05-14T02:00:00Z', claimedAt: null }), [
    { kind: 'other-day', detail: { takenOn: '2023-05-14', happenedOn: '2023-05-22', days: 8 } },
  ])
  assert.deepEqual(
    doubts({ takenAt: '2022-09-12T02:00:00Z', claimedAt: null, happenedOn: '2022-09-12' }).map(
      ({ kind }) => kind,
    ),
    ['out-of-period'],
  )
  assert.deepEqual(doubts({ claimedAt: '2023-05-22T12:00:00Z' })[0]?.detail.hours, 10)
  assert.equal(doubts({ isMocked: true })[0]?.kind, 'mock-place')
  assert.deepEqual(doubts({ claimedPlace: { latitude: 20.93, longitude: 106.41 } }), [
    { kind: 'device-place', detail: { kilometres: 10.4 } },
  ])
  assert.deepEqual(
    doubts({ together: [{ latitude: 20.98, longitude: 106.31, takenAt: null }] }).map(({ kind }) => kind),
    ['other-place'],
  )
})

test('a photo far from its site says how far, and from how far on it is asked about', () => {
  const sites = [{ name: 'Pa nô cổng chợ', latitude: 20.94, longitude: 106.31 }]
  assert.deepEqual(doubts({ sites }), [
    { kind: 'other-site', detail: { site: 'Pa nô cổng chợ', metres: 1112, limit: 300 } },
  ])
  assert.deepEqual(doubts({ sites: [{ name: 'Gần', latitude: 20.932, longitude: 106.31 }] }), [])
  // What hangs at two sites is photographed at one of them.
  assert.deepEqual(doubts({ sites: [...sites, { name: 'Gần', latitude: 20.93, longitude: 106.311 }] }), [])
})

test('a device that only guesses its place is believed within its own error; what the camera wrote is taken as it is', () => {
  const sites = [{ name: 'Pa nô cổng chợ', latitude: 20.94, longitude: 106.31 }]
  const claimed = { sites, claimedAccuracy: 1500, claimedPlace: facts.place }
  assert.deepEqual(doubts({ ...claimed, place: null }), [])
  assert.deepEqual(doubts({ ...claimed, place: null, claimedAccuracy: 40 })[0]?.detail.limit, 340)
  assert.deepEqual(doubts(claimed)[0]?.detail.limit, 300)
})

test('two photos of one person 60 km apart within ten minutes are a doubt; within two hours they are not', () => {
  const far = (takenAt: string) => [{ latitude: 20.93, longitude: 106.9, takenAt }]
  assert.deepEqual(doubts({ neighbours: far('2023-05-22T02:10:00Z') }), [
    { kind: 'too-fast', detail: { kilometres: 61.3, minutes: 10 } },
  ])
  assert.deepEqual(doubts({ neighbours: far('2023-05-22T04:00:00Z') }), [])
})

test('a clock that is a day off near midnight is no doubt', () => {
  assert.deepEqual(doubts({ takenAt: '2023-05-21T16:59:00Z', claimedAt: null }), [])
})

test('distance is the same both ways and never more than half the way round', () => {
  const place = fc.record({
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  })
  fc.assert(
    fc.property(place, place, (a, b) => {
      assert.ok(Math.abs(kilometresBetween(a, b) - kilometresBetween(b, a)) < 0.2)
      assert.ok(kilometresBetween(a, b) <= 20_015.2)
    }),
  )
})
