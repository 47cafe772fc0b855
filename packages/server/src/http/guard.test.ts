import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetPlan } from '@loa/contract/plans'
import { ListUnits } from '@loa/contract/units'
import { cookieOf } from '../in-process.ts'
import { upload } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'

test(
  'every answer carries the security headers and a request id',
  withApp(async ({ app }) => {
    const { headers } = await app.request('/api/session', { headers: { 'x-request-id': 'given-by-a-proxy' } })
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'self'.*frame-ancestors 'none'/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.equal(headers.get('x-frame-options'), 'SAMEORIGIN')
    assert.equal(headers.get('x-request-id'), 'given-by-a-proxy')
  }),
)

test(
  'a write from another site is refused before anything else, a read is not',
  withApp(async ({ app }) => {
    const cookie = await cookieOf(app, 'ha')
    const signOut = (headers: object) =>
      Promise.resolve(
        app.request('/api/session', { method: 'DELETE', headers: { cookie, host: 'loa.vn', ...headers } }),
      )
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]) {
      const response = await signOut(headers)
      assert.equal(response.status, 403)
      assert.equal((await response.json()).code, 'request.foreign-origin')
    }
    assert.equal((await signOut({ origin: 'https://loa.vn', 'sec-fetch-site': 'same-origin' })).status, 200)
  }),
)

test(
  'cookies are http-only and stay on our own site',
  withApp(async ({ app }) => {
    const response = await app.request('/api/session/example', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"personId":"ha"}',
    })
    assert.match(response.headers.getSetCookie().join(), /HttpOnly;.*SameSite=Lax/i)
  }),
)

test(
  'bad input names each field; it is a problem, not an error of the server',
  withApp(async ({ app, ha }) => {
    const told = await refused(
      ha.call(ListUnits, { query: { limit: 9999, on: 'yesterday' } }),
      'request.invalid',
    )
    assert.deepEqual(told.places.map((place) => place.path).sort(), ['query.limit', 'query.on'])
    await refused(ha.call(ListUnits, { query: { cursor: "1' or 1=1" } }), 'request.invalid')
    const cookie = await cookieOf(app, 'ha')
    const broken = await app.request('/api/dispatches/1/plan', {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: '{"decisions":',
    })
    assert.equal(broken.status, 422)
    assert.equal(broken.headers.get('content-type'), 'application/problem+json')
  }),
)

test(
  'an address that is not there is a problem with a word code',
  withApp(async ({ app }) => {
    const response = await app.request('/api/no-such-thing', {})
    assert.equal(response.status, 404)
    assert.equal((await response.json()).code, 'request.unknown-path')
  }),
)

test(
  'a write sent twice under one key is done once and answered the same',
  withApp(async (app) => {
    const { id } = await upload(app)
    const [proposal] = (await app.ha.call(GetPlan, { params: { id } })).proposals
    const cookie = await cookieOf(app.app, 'ha')
    const send = (decision: string) =>
      Promise.resolve(
        app.app.request(`/api/dispatches/${id}/plan`, {
          method: 'POST',
          headers: {
            cookie,
            'content-type': 'application/json',
            'idempotency-key': 'one-press-of-the-button',
          },
          body: JSON.stringify({ decisions: [{ proposalId: proposal?.id, version: 0, decision }] }),
        }),
      )
    const first = await send('confirmed')
    const second = await send('confirmed')
    assert.deepEqual([first.status, second.status], [200, 200])
    assert.deepEqual(await second.json(), await first.json())
    assert.equal((await (await send('rejected')).json()).code, 'request.key-reused')
  }),
)

test(
  'metrics count requests by route, not by address',
  withApp(async ({ app, ha }) => {
    await ha.call(ListUnits)
    const text = await (await app.request('/metrics', {})).text()
    assert.match(text, /loa_http_request_seconds_count\{method="GET",route="\/api\/units",status="200"\} 1/)
  }),
)

test(
  'OpenAPI 3.1 describes every route with the act it needs',
  withApp(async ({ app }) => {
    const description = await (await app.request('/api/openapi.json', {})).json()
    assert.match(description.openapi, /^3\.1/)
    assert.equal(description.paths['/api/dispatches/{id}/sign'].post['x-access'], 'dispatch.sign')
    assert.ok(Object.keys(description.paths).length > 25)
    assert.ok(description.paths['/api/units'].get.responses[200].content['application/json'].schema)
  }),
)
