import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attitudes, dctHash, distance } from './fingerprint.ts'
import { likenessOf } from './likeness.ts'
import { makePrintIndex } from './print-index.ts'
import { type Grey, hashesOf, kept, questionsOf, turnBack } from './windows.ts'

/** Discs of chance before a sky, from a seed: edges and plains, as a scene has them. */
const scene = (seed: number): Grey => {
  let state = (seed * 2654435761 + 1) >>> 0
  const chance = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return state / 2 ** 32
  }
  const discs = Array.from(
    { length: 30 },
    () => [chance(), chance(), 0.04 + chance() * 0.16, chance() * 255] as const,
  )
  return Uint8Array.from({ length: kept * kept }, (_, index) => {
    const [x, y] = [(index % kept) / kept, Math.floor(index / kept) / kept]
    const on = discs.findLast(([left, top, size]) => (x - left) ** 2 + (y - top) ** 2 < size ** 2)
    return Math.round(on?.[3] ?? 120 + y * 60)
  })
}
const seed = fc.integer({ min: 1, max: 1_000_000 })

/** As somebody sends it again: turned or mirrored. */
const turned = (grey: Grey, attitude: number): Grey =>
  Uint8Array.from({ length: kept * kept }, (_, index) => {
    const [x, y] = turnBack(attitude, ((index % kept) + 0.5) / kept, (Math.floor(index / kept) + 0.5) / kept)
    return grey[Math.floor(y * kept) * kept + Math.floor(x * kept)] ?? 0
  })

const halved = (grey: Grey) =>
  Float64Array.from({ length: 1024 }, (_, index) => {
    const at = Math.floor(index / 32) * 2 * kept + (index % 32) * 2
    return [at, at + 1, at + kept, at + kept + 1].reduce((sum, place) => sum + (grey[place] ?? 0), 0)
  })

const wordsOf = (grey: Grey) => hashesOf(grey).flatMap(({ low, high }) => [low, high])

test('the hash of a turned or mirrored picture is one of the eight that follow from the hash of the first', () => {
  fc.assert(
    fc.property(seed, fc.integer({ min: 0, max: 7 }), (number, attitude) => {
      const [first, second] = [scene(number), turned(scene(number), attitude)].map((grey) =>
        dctHash(halved(grey)),
      )
      assert.ok(first && second)
      assert.ok(attitudes(first).some((hash) => distance(hash, second) <= 1))
    }),
    { numRuns: 60 },
  )
})

test('distance is none to itself, the same both ways, and never more than by way of a third', () => {
  const word = fc.integer({ min: 0, max: 2 ** 32 - 1 })
  const hash = fc.record({ high: word, low: word })
  fc.assert(
    fc.property(hash, hash, hash, (a, b, c) => {
      assert.equal(distance(a, a), 0)
      assert.equal(distance(a, b), distance(b, a))
      assert.ok(distance(a, c) <= distance(a, b) + distance(b, c))
      assert.equal(new Set(attitudes(a).map((each) => distance(each, attitudes(a)[0] ?? a))).has(0), true)
    }),
  )
})

test('among others, a photo is found brighter, turned, mirrored or with an edge cut off, and fits', () => {
  const index = makePrintIndex()
  for (let number = 1; number <= 3000; number++) index.add(number, wordsOf(scene(number)))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 0, max: 7 }), (number, attitude) => {
      const sent = turned(scene(number), attitude).map((value) => Math.min(255, value * 1.1 + 5))
      const found = index.search(questionsOf(sent), 5)
      assert.equal(found[0]?.photo, number)
      const { fit, percent } = likenessOf(sent, scene(number), found[0]?.ways ?? [])
      assert.ok(fit > 0.8 && percent > 85, `${fit} ${percent}`)
    }),
    { numRuns: 25 },
  )
})

test('two photos that have nothing in common are not laid side by side', () => {
  fc.assert(
    fc.property(seed, seed, (a, b) => {
      fc.pre(a !== b)
      const index = makePrintIndex()
      index.add(1, wordsOf(scene(a)))
      const [found] = index.search(questionsOf(scene(b)), 1)
      assert.ok(!found || likenessOf(scene(b), scene(a), found.ways).fit < 0.5)
    }),
    { numRuns: 30 },
  )
})
