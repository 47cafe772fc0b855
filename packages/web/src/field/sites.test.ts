import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyDraft, newItem } from '@loa/field/item'
import { facesOf, ownPhotoOf } from './sites.ts'

const at = '2023-05-25T03:00:00.000Z'
const site = (name: string, latitude: number | null) => ({
  id: name,
  name,
  place: 'Nam Sách',
  latitude,
  longitude: latitude === null ? null : 106.33,
  faces: [
    { id: `${name}-a`, label: 'Mặt A', lastPhoto: null },
    { id: `${name}-b`, label: 'Mặt B', lastPhoto: null },
  ],
})
const snapshot = { sites: [site('no place', null), site('far', 21.01), site('near', 20.991)] }

test('the nearest face comes first, with its metres; what has no place comes last', () => {
  assert.deepEqual(
    facesOf(snapshot, { latitude: 20.99, longitude: 106.33 }).map(({ id, metres }) => [id, metres]),
    [
      ['near-a', 111],
      ['near-b', 111],
      ['far-a', 2224],
      ['far-b', 2224],
      ['no place-a', null],
      ['no place-b', null],
    ],
  )
})

test('a snapshot that an older app kept knows no sites', () => {
  assert.deepEqual(facesOf({}), [])
  assert.deepEqual(facesOf(null), [])
})

const photo = (id: string, takenAt: string) => ({
  id,
  name: '',
  bytes: 1,
  sha256: '',
  original: null,
  position: null,
  takenAt,
  sent: 0,
  isDone: false,
})
const item = (id: string, photoId: string, takenAt: string) => ({
  ...newItem(id, 'lan', { ...emptyDraft(1, '2023-05-25'), faceId: 'a' }, 'e', at),
  photos: [photo(photoId, takenAt)],
})

test('a photo that still waits on the phone is newer than what the server has; the one in hand is no last time', () => {
  const items = [item('1', 'old', '2023-05-20T03:00:00.000Z'), item('2', 'new', at)]
  const face = { id: 'a', lastPhoto: { id: 's', at: '2023-05-22T03:00:00.000Z' } }
  assert.equal(ownPhotoOf(face, items, null), 'new')
  assert.equal(ownPhotoOf(face, items, '2'), null)
  assert.equal(ownPhotoOf({ ...face, lastPhoto: null }, items, '2'), 'old')
  assert.equal(ownPhotoOf({ id: 'b', lastPhoto: null }, items, null), null)
})
