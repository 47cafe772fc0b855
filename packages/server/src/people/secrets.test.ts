/** What must not be kept: passwords, codes, links. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { InvitePerson } from '@loa/contract/roster'
import type { z } from 'zod'
import { cookieOf } from '../in-process.ts'
import { routes } from '../routes.ts'
import { withApp } from '../testing/with-app.ts'

const secretNames = /^(password|current|code|token|secret|backupCodes)$/

const namesIn = (schema: z.ZodType): string[] =>
  Object.entries((schema as z.ZodObject).shape ?? {}).flatMap(([name, inner]) => [
    name,
    ...namesIn(inner as z.ZodType),
  ])

test('every contract of sign-in and accounts through which a password, code or link goes is marked as secret', () => {
  const found: string[] = []
  for (const { contract } of routes) {
    if (!/^\/api\/(session|account|invitation|people|first-run)/.test(contract.path)) continue
    const names = [
      ...(contract.sends === 'json' ? namesIn(contract.body) : []),
      ...(contract.method === 'get' || contract.gives !== 'json' ? [] : namesIn(contract.answer)),
    ]
    const holds = names.some((name) => secretNames.test(name)) && !isSessionAnswer(contract.path)
    if (holds) found.push(contract.path)
    assert.ok(!holds || contract.secret, `${contract.method} ${contract.path}: ${names}`)
  }
  assert.ok(found.length >= 8, `${found}`)
})

/** Their answer says who is signed in, with the code of the unit. */
const isSessionAnswer = (path: string) => /^\/api\/session\/(example|passkey)/.test(path)

test(
  'under an idempotency key neither an invitation nor a password is kept, not even as a hash',
  withApp(async ({ app, pool }) => {
    const cookie = await cookieOf(app, 'ha')
    const send = (path: string, method: string, body: object) =>
      Promise.resolve(
        app.request(path, {
          method,
          headers: {
            cookie,
            'content-type': 'application/json',
            'idempotency-key': 'one-press-of-the-button',
          },
          body: JSON.stringify(body),
        }),
      )
    const session = await (await app.request('/api/session', { headers: { cookie } })).json()
    const made = await send(InvitePerson.path, 'POST', {
      name: 'Lê Thị Mới',
      email: 'moi@so.example.vn',
      title: '',
      unitId: session.person.unit.id,
      roles: ['officer'],
    })
    assert.ok((await made.json()).invitation.token)
    await send('/api/account/password', 'PUT', { current: 'không biết', password: 'một mật khẩu dài' })
    const { rows } = await pool.transaction('system', (db) => db.raw('select key from idempotency_keys'))
    assert.deepEqual(rows, [])
  }),
)
