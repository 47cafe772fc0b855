/**
 * Every route × every role × where the asking person stands to the unit whose thing it is. Whoever may not see a thing gets,
 * word for word and query for query, the answer of one that does not exist: not even that it is there can be learnt.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayDo, type Role, roles } from '@loa/contract/acts'
import type { Endpoint } from '@loa/contract/endpoint'
import { sql } from '../database/sql.ts'
import { cookieOf } from '../in-process.ts'
import { routes } from '../routes.ts'
import { unitIdOf } from '../testing/directory.ts'
import { paths } from '../testing/rights-paths.ts'
import {
  type Made,
  makeThings,
  nobody,
  type Relation,
  relations,
  secretWords,
} from '../testing/rights-things.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`
const withId = routes.map(({ contract }) => contract).filter(({ path }) => path.includes('{'))

test('every route with an id has its place in the matrix', () => {
  assert.deepEqual(withId.map(nameOf).sort(), Object.keys(paths).sort())
})

for (const role of roles)
  test(
    `as ${role}: own, child, parent, sibling, giver and foreign unit, on every thing`,
    withApp(async (app) => {
      const made = await makeThings(app)
      for (const relation of Object.keys(relations) as Relation[]) {
        const cookie = await enterAt(app, role, relation)
        for (const contract of withId)
          if (isAsked(contract, role, relation)) await askOne(app, made, contract, { role, relation, cookie })
        await askLists(app, { role, relation, cookie })
      }
    }),
  )

test(
  'signed out: 401 whether the thing is there or not, with the same work',
  withApp(async (app) => {
    const made = await makeThings(app)
    for (const contract of withId) {
      if (contract.access === 'public') continue
      const there = await ask(app, contract, made, '')
      const nowhere = await ask(app, contract, nobody, '')
      assert.equal(there.status, 401, nameOf(contract))
      assert.deepEqual(there, nowhere, nameOf(contract))
    }
  }),
)

/**
 * Every role is asked at home and from a unit that must see nothing. From everywhere else two roles that may do the act are enough,
 * as there a role counts or does not, whichever it is; one that may not is told so before anything is looked for.
 */
const isAsked = ({ access }: Endpoint, role: Role, relation: Relation): boolean => {
  if (relation === 'own' || relation === 'foreign' || access === 'public' || access === 'signed-in')
    return true
  return [0, 1].includes(roles.filter((each) => mayDo([each], access)).indexOf(role))
}

interface Asking {
  role: Role
  relation: Relation
  cookie: string
}

const askOne = async (
  app: TestApp,
  made: Made,
  contract: Endpoint,
  { role, relation, cookie }: Asking,
): Promise<void> => {
  const place = paths[nameOf(contract)]
  if (!place || contract.access === 'public') return
  const who = `${role}, ${relation}: ${nameOf(contract)}`
  const answer = await ask(app, contract, made, cookie)
  assert.notEqual(answer.status, 500, who)
  if (contract.access !== 'signed-in' && !mayDo([role], contract.access))
    return assert.equal(answer.code, 'act.forbidden', who)
  if (!place.seen.includes(relation)) {
    if (place.keepers) assert.equal(answer.code, 'act.forbidden', who)
    else assert.equal(answer.status, 404, who)
    // Asked a second time as the first was: what the first has kept in memory must not tell the two apart.
    const again = await ask(app, contract, made, cookie)
    return assert.deepEqual(again, await ask(app, contract, nobody, cookie), who)
  }
  assert.notEqual(answer.code, 'thing.not-found', who)
  if (contract.method === 'get') return assert.equal(answer.status, 200, who)
  if (place.acts.includes(relation)) assert.notEqual(answer.code, 'act.forbidden', who)
  else assert.equal(answer.code, 'act.forbidden', who)
}

/** No list shows a unit what is only another's. */
const askLists = async (app: TestApp, { role, relation, cookie }: Asking) => {
  if (relation !== 'sibling' && relation !== 'foreign' && relation !== 'child') return
  for (const { contract } of routes) {
    if (contract.method !== 'get' || contract.path.includes('{') || contract.access === 'public') continue
    const response = await app.app.request(contract.path, { method: 'GET', headers: { cookie } })
    const words = await response.text()
    for (const secret of secretWords)
      assert.ok(!words.includes(secret), `${role}, ${relation}: ${contract.path} tells "${secret}"`)
  }
}

/** What is asked leaves nothing behind: the next asks about the same things. */
const ask = (app: TestApp, contract: Endpoint, ids: Made, cookie: string) =>
  app.undone(() => askNow(app, contract, ids, cookie))

const askNow = async (app: TestApp, contract: Endpoint, ids: Made, cookie: string) => {
  const place = paths[nameOf(contract)]
  if (!place) throw new Error(`no place for ${nameOf(contract)}`)
  const given = place.give(ids)
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) => String(given.params[name]))
  const before = app.queries()
  const response = await app.app.request(`${path}${given.query ?? ''}`, {
    method: contract.method.toUpperCase(),
    headers: { cookie, 'content-type': 'application/json' },
    ...(contract.sends === 'nothing'
      ? {}
      : { body: contract.sends === 'json' ? JSON.stringify(given.body ?? {}) : (given.bytes ?? '') }),
  })
  const text = await response.text()
  const problem = response.headers.get('content-type')?.includes('problem') ? JSON.parse(text) : null
  return {
    status: response.status,
    code: problem?.code ?? null,
    // Everything said but the number that was asked for and the number of the request.
    words: problem ? { ...problem, requestId: null, values: { ...problem.values, id: null } } : null,
    queries: app.queries() - before,
  }
}

/** Nam, whom nobody else needs, with this one role in this one unit. */
const enterAt = async (app: TestApp, role: Role, relation: Relation): Promise<string> => {
  await app.pool.transaction('system', async (db) => {
    const unitId = await unitIdOf(db, relations[relation])
    await db.run(sql`update appointments set role = ${role}, unit_id = ${unitId} where person_id = 'nam'`)
  })
  return cookies.get(app) ?? remember(app, await cookieOf(app.app, 'nam'))
}
const cookies = new WeakMap<TestApp, string>()
const remember = (app: TestApp, cookie: string) => {
  cookies.set(app, cookie)
  return cookie
}
