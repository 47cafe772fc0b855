import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkFaces, checkFree, type Hanging, metresBetween, walkOrder } from './site.ts'

const posting = (id: string, upOn: string, downOn: string | null, faceId = 'a'): Hanging => ({
  id,
  faceId,
  content: id,
  upOn,
  dueOn: null,
  downOn,
})

test('on a face one thing hangs at a time; the day one comes down, the next may go up', () => {
  const there = [posting('cũ', '2023-05-01', '2023-05-10')]
  assert.throws(() => checkFree(posting('mới', '2023-05-09', null), there), { code: 'posting.face-taken' })
  checkFree(posting('mới', '2023-05-10', null), there)
  checkFree(posting('mới', '2023-04-01', '2023-05-01'), there)
  checkFree(posting('mới', '2023-05-09', null, 'b'), there)
  // What nobody has taken down still hangs, however long it was to hang.
  assert.throws(
    () =>
      checkFree(posting('mới', '2023-09-01', null), [
        { ...posting('cũ', '2023-05-01', null), dueOn: '2023-05-31' },
      ]),
    {
      code: 'posting.face-taken',
    },
  )
  // A posting does not stand in its own way.
  checkFree(posting('cũ', '2023-05-02', null), there)
})

test('whatever is accepted one after the other never hangs on one face on the same day', () => {
  const day = fc
    .integer({ min: 0, max: 60 })
    .map((n) => Temporal.PlainDate.from('2023-05-01').add({ days: n }).toString())
  fc.assert(
    fc.property(
      fc.array(fc.tuple(day, fc.option(day), fc.constantFrom('a', 'b')), { maxLength: 12 }),
      (wanted) => {
        const kept: Hanging[] = []
        for (const [index, [up, down, face]] of wanted.entries()) {
          if (down !== null && down < up) continue
          const next = posting(String(index), up, down, face)
          try {
            checkFree(next, kept)
          } catch {
            continue
          }
          kept.push(next)
        }
        for (let n = 0; n < 60; n++) {
          const on = Temporal.PlainDate.from('2023-05-01').add({ days: n }).toString()
          for (const face of ['a', 'b']) {
            const there = kept.filter(
              (p) => p.faceId === face && p.upOn <= on && (p.downOn === null || on < p.downOn),
            )
            assert.ok(there.length <= 1, `${on} ${face}: ${there.map(({ id }) => id)}`)
          }
        }
      },
    ),
  )
})

test('a face on which something hung keeps its history', () => {
  const faces = [
    { id: 'a', label: 'Mặt A' },
    { id: 'b', label: 'Mặt B' },
  ]
  checkFaces(faces, [{ id: 'a' }], [{ faceId: 'a' }])
  assert.throws(() => checkFaces(faces, [{ id: 'b' }], [{ faceId: 'a' }]), { code: 'site.face-in-use' })
})

test('a walk goes to the nearest that is left; what has no place comes last', () => {
  const at = (name: string, latitude: number | null, longitude: number | null) => ({
    name,
    latitude,
    longitude,
  })
  const sites = [
    at('xa', 21.2, 106.5),
    at('không rõ', null, null),
    at('gần', 20.95, 106.3),
    at('giữa', 21, 106.35),
  ]
  const order = walkOrder(sites, { latitude: 20.94, longitude: 106.3 })
  assert.deepEqual(
    order.map(({ site }) => site.name),
    ['gần', 'giữa', 'xa', 'không rõ'],
  )
  assert.equal(order[0]?.metres, 1112)
  assert.equal(order.at(-1)?.metres, null)
  assert.equal(metresBetween(at('', 0, 0), at('', 0, 180)), 20_015_087)
})

test('a walk passes every site once, and never a farther one before the nearest that is left', () => {
  const spot = fc.record({
    latitude: fc.option(fc.double({ min: 20, max: 21, noNaN: true })),
    longitude: fc.double({ min: 106, max: 107, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 30 }), (spots) => {
      const sites = spots.map(({ latitude, longitude }, id) => ({
        id,
        latitude,
        longitude: latitude === null ? null : longitude,
      }))
      const order = walkOrder(sites, null)
      assert.deepEqual(
        order.map(({ site }) => site.id).toSorted((a, b) => a - b),
        sites.map(({ id }) => id),
      )
      const placed = order.filter(({ site }) => site.latitude !== null)
      for (const [index, { site, metres }] of placed.entries()) {
        const before = placed[index - 1]?.site
        if (before === undefined || metres === null) continue
        for (const later of placed.slice(index)) assert.ok((metresBetween(before, later.site) ?? 0) >= metres)
        assert.equal(metresBetween(before, site), metres)
      }
    }),
  )
})
