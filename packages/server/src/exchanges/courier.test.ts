import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DeliveryStatus } from '@loa/contract/deliveries'
import fc from 'fast-check'
import { standingOf } from '../deliveries/delivery.ts'
import { runCourier } from './courier.ts'
import type { CourierStore, DocumentExchange } from './ports.ts'
import { isReceivers } from './reception.ts'
import { againAt } from './retry.ts'
import { BadHub } from './testing/bad-hub.ts'
import { Chance } from './testing/chance.ts'
import { MemoryBody } from './testing/memory-body.ts'

const receivers = ['B', 'C'] as const
const documents = ['d0', 'd2'] as const
const steps: DeliveryStatus[] = ['02', '03', '04', '05', '06', '15', '16']

const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('run' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('step' as const),
      body: fc.constantFrom(...receivers),
      document: fc.constantFrom(...documents),
      status: fc.constantFrom(...steps),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      to: fc.constantFrom(...receivers),
      document: fc.constantFrom(...documents),
      business: fc.constantFrom(1 as const, 2 as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('issue' as const), document: fc.constantFrom(...documents) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      body: fc.constantFrom('A', ...receivers),
      hours: fc.integer({ min: -10, max: 10 }),
    }),
  },
)

class Killed extends Error {}

/** The process dies now and then, before or after what it was about to do. */
const mortal = <T extends object>(thing: T, chance: Chance, isOn: () => boolean): T =>
  new Proxy(thing, {
    get: (target, name) => {
      const value = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return async (...given: unknown[]) => {
        if (isOn() && chance.once(20)) throw new Killed()
        const answer = await value.apply(target, given)
        if (isOn() && chance.once(20)) throw new Killed()
        return answer
      }
    },
  })

test('whatever a hub loses, doubles, delays and reorders, and whenever a server dies: in the end every state is right and every document there once', async () => {
  let recalls = 0
  let answers = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 60, maxLength: 120 }),
      fc.array(fc.nat(), { minLength: 50, maxLength: 400 }),
      async (acts, numbers) => {
        const chance = new Chance(numbers)
        const hub = new BadHub(chance)
        const bodies = new Map(['A', ...receivers].map((id) => [id, new MemoryBody(id)]))
        const offsets = new Map<string, number>()
        let time = Date.parse('2023-06-05T01:00:00Z')
        const bodyOf = (id: string) => bodies.get(id) as MemoryBody
        const clockOf = (id: string) => () =>
          new Date(time + (offsets.get(id) ?? 0) * 3_600_000).toISOString()
        const run = async (id: string) => {
          const store = mortal<CourierStore>(bodyOf(id), chance, () => hub.isBad)
          const way = mortal<DocumentExchange>(hub.wayOf(id), chance, () => hub.isBad)
          try {
            await store.resume()
            await runCourier(store, way, clockOf(id))
          } catch (error) {
            if (!(error instanceof Killed)) throw error
          }
        }
        const issued = new Set<string>()
        for (const each of acts) {
          time += 90_000
          if (each.do === 'run') for (const id of bodies.keys()) await run(id)
          else if (each.do === 'clock') offsets.set(each.body, each.hours)
          else if (each.do === 'step')
            bodyOf(each.body).step('A', each.document, each.status, clockOf(each.body)())
          else if (each.do === 'ask') bodyOf('A').ask(each.document, each.to, each.business, clockOf('A')())
          else if (!issued.has(each.document)) {
            const replaces = each.document === 'd2' ? ['d0'] : []
            bodyOf('A').issue(each.document, receivers, clockOf('A')(), replaces)
            issued.add(each.document)
          }
        }

        hub.isBad = false
        const isQuiet = () =>
          hub.isEmpty &&
          [...bodies.values()].every(({ outbox }) => outbox.every(({ state }) => state === 'received'))
        for (let round = 0; round < 60 && !isQuiet(); round++) {
          time += 2 * 3_600_000
          for (const id of bodies.keys()) await run(id)
        }
        assert.ok(isQuiet(), 'it comes to rest')

        const sender = bodyOf('A')
        for (const receiver of receivers) {
          const { kept, held } = bodyOf(receiver)
          assert.deepEqual(
            kept.toSorted(),
            [...issued].map((document) => `A ${document}`).sort(),
            'each document once',
          )
          for (const document of issued) {
            const entries = held.get(`A ${document}`)?.entries ?? []
            const known = sender.sent.get(`${document} ${receiver}`) ?? []
            assert.deepEqual(standingOf(known), standingOf(entries), 'both say the same')
            const words = (list: typeof known) => list.map(({ status, at }) => `${at} ${status}`).sort()
            assert.deepEqual(words(known), words(entries), 'and know the same steps')
            // What the receiver did last, in its own order, is what counts.
            const last = entries.filter(isReceivers).at(-1)
            const standing = standingOf(entries)
            if (standing?.recall === 'none') assert.equal(standing.status, last?.status)
            recalls += standing?.recall === 'none' ? 0 : 1
            answers += standing?.recall === 'agreed' || standing?.recall === 'refused' ? 1 : 0
          }
          if (issued.has('d2')) assert.equal(held.get('A d0')?.replacedBy, 'd2')
        }
      },
    ),
    { numRuns: 1000 },
  )
  // The runs were not all about nothing.
  assert.ok(recalls > 500 && answers > 300, `${recalls} recalls, ${answers} answers`)
})

test('a hub that is down is asked again after 1, 2, 4 … minutes, then each hour, for as long as it takes', () => {
  const now = '2023-06-05T01:00:00.000Z'
  const minutes = (tries: number) => (Date.parse(againAt(tries, now)) - Date.parse(now)) / 60_000
  assert.deepEqual([0, 1, 2, 5, 6, 7, 100, 5000].map(minutes), [1, 2, 4, 32, 60, 60, 60, 60])
})
