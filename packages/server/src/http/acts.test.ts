import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acts, mayDo, type Role, roles } from '@loa/contract/acts'
import type { Endpoint } from '@loa/contract/endpoint'
import { sql } from '../database/sql.ts'
import type { App } from '../in-process.ts'
import { routes } from '../routes.ts'
import { withApp } from '../testing/with-app.ts'

/** Routes that a stranger may ask; everything else needs a session. A new one is added here on purpose or not at all. */
const publicRoutes = [
  'delete /api/session',
  'get /api/calendar/{token}',
  'get /api/positions',
  'get /api/session',
  'get /api/session/example',
  'get /api/session/provider',
  'get /api/session/provider/back',
  'post /api/first-run',
  'post /api/invitation',
  'post /api/invitation/look',
  'post /api/positions',
  'post /api/session',
  'post /api/session/example',
  'post /api/session/passkey',
  'post /api/session/passkey/challenge',
  'post /api/session/second-factor',
]

const nameOf = ({ method, path }: Endpoint) => `${method} ${path}`

test('every route names an act of the table, or is one of the few that strangers may ask', () => {
  const open = routes
    .filter(({ contract }) => contract.access === 'public')
    .map(({ contract }) => nameOf(contract))
  assert.deepEqual(open.sort(), publicRoutes)
  for (const { contract } of routes)
    assert.ok(
      contract.access === 'public' || contract.access === 'signed-in' || contract.access in acts,
      nameOf(contract),
    )
})

test('no two routes have the same address', () => {
  const names = routes.map(({ contract }) => nameOf(contract))
  assert.deepEqual(names.toSorted(), [...new Set(names)].toSorted())
})

test('every act of the table is asked for somewhere', () => {
  const named = new Set<string>(routes.map(({ contract }) => contract.access))
  // Checked by the handler of SetDeliveryStatus, beside the act its route names.
  const inside = ['delivery.finish']
  assert.deepEqual(
    Object.keys(acts).filter((act) => !named.has(act) && !inside.includes(act)),
    [],
  )
})

test(
  'a stranger gets 401 from every route that is not open',
  withApp(async ({ app }) => {
    for (const { contract } of routes.filter((route) => route.contract.access !== 'public')) {
      const response = await ask(app, contract, '')
      assert.equal(response.status, 401, nameOf(contract))
      assert.equal((await response.json()).code, 'session.missing', nameOf(contract))
    }
  }),
)

for (const role of roles)
  test(
    `as ${role}: each route lets through or refuses as the table says`,
    withApp(async ({ app, pool }) => {
      const cookie = await enterWithRole(app, pool, role)
      for (const { contract } of routes) {
        if (contract.access === 'public') continue
        const may = contract.access === 'signed-in' || mayDo([role], contract.access)
        const response = await ask(app, contract, cookie)
        const { code } = response.headers.get('content-type')?.includes('json')
          ? await response.json()
          : { code: null }
        // What is let through finds nothing under these ids or is told what is wrong with the input; it is not forbidden.
        if (may) assert.notEqual(code, 'act.forbidden', `${role} ${nameOf(contract)}`)
        else assert.equal(code, 'act.forbidden', `${role} ${nameOf(contract)}`)
        assert.notEqual(response.status, 500, `${role} ${nameOf(contract)}`)
      }
    }),
  )

const ask = (app: App, contract: Endpoint, cookie: string) => {
  const path = contract.path
    .replace('{kind}', contract.path.includes('evidence') ? 'preview' : 'pdf')
    .replace('{page}', '1')
    .replace('{indicator}', 'visual.banner')
    .replace('{evidenceId}', nowhere)
    .replace(
      '{id}',
      contract.path.includes('/activities/') || contract.path.includes('/evidence/') ? nowhere : '999999',
    )
  return Promise.resolve(
    app.request(contract.sends === 'bytes' ? `${path}?name=a.txt` : path, {
      method: contract.method.toUpperCase(),
      headers: { cookie, 'content-type': 'application/json' },
      ...(contract.sends === 'nothing' ? {} : { body: contract.sends === 'json' ? '{}' : '' }),
    }),
  )
}

const nowhere = '00000000-0000-4000-8000-000000000000'

type Pool = Parameters<Parameters<typeof withApp>[0]>[0]['pool']

/** Nam, who only reads, with this one role instead. */
const enterWithRole = async (app: App, pool: Pool, role: Role) => {
  await pool.transaction('system', (db) =>
    db.run(sql`update appointments set role = ${role} where person_id = 'nam'`),
  )
  const response = await app.request('/api/session/example', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ personId: 'nam' }),
  })
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}
