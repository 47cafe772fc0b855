/** Signing in by OpenID Connect against a real provider on this machine. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, test } from 'node:test'
import { EnterExample, GetSession } from '@loa/contract/people'
import { InvitePerson } from '@loa/contract/roster'
import Provider from 'oidc-provider'
import { freePort, openOffice, type Visitor } from '../testing/office-server.ts'

const accounts: Record<string, { email: string; email_verified: boolean }> = {
  lan: { email: 'lan@so.example.vn', email_verified: true },
  imposter: { email: 'lan@so.example.vn', email_verified: true },
  unverified: { email: 'chua@so.example.vn', email_verified: false },
  stranger: { email: 'la@noi-khac.example.vn', email_verified: true },
}

const providerPort = await freePort()
const issuer = `http://localhost:${providerPort}`
const office = await openOffice({
  LOA_OIDC_ISSUER: issuer,
  LOA_OIDC_CLIENT_ID: 'loa',
  LOA_OIDC_CLIENT_SECRET: 'only-for-tests',
  LOA_OIDC_NAME: 'Cổng của tỉnh',
})
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'loa',
      client_secret: 'only-for-tests',
      redirect_uris: [`${office.url}/api/session/provider/back`],
    },
  ],
  claims: { email: ['email', 'email_verified'], profile: ['name'] },
  findAccount: (_ctx: unknown, id: string) => ({
    accountId: id,
    claims: async () => ({ sub: id, ...accounts[id] }),
  }),
  pkce: { required: () => true },
  cookies: { keys: ['only-for-tests'] },
})
const http = createServer(provider.callback())
await new Promise<void>((done) => http.listen(providerPort, '127.0.0.1', done))
after(() => {
  http.closeAllConnections()
  http.close()
})

const ha = office.visitor()
await ha.call(EnterExample, { body: { personId: 'ha' } })
const unitId = (await ha.call(GetSession)).person?.unit.id ?? 0
for (const [name, email] of [
  ['Nguyễn Thị Lan', 'lan@so.example.vn'],
  ['Người Chưa Xác Minh', 'chua@so.example.vn'],
])
  await ha.call(InvitePerson, {
    body: { name: name ?? '', email: email ?? '', title: '', unitId, roles: ['officer'] },
  })

/** What a browser does at the provider: the forms of login and consent, until it is sent back to Loa. */
const throughProvider = async (start: string, account: string): Promise<string> => {
  const jar = new Map<string, string>()
  let url = start
  let form: URLSearchParams | null = null
  for (let hop = 0; hop < 12; hop++) {
    const response: Response = await fetch(url, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { body: form } : {}),
    })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', ...value] = (line.split(';')[0] ?? '').split('=')
      jar.set(name, value.join('='))
    }
    const location = response.headers.get('location')
    if (location) {
      url = new URL(location, url).href
      form = null
      if (url.startsWith(office.url)) return url.slice(office.url.length)
      continue
    }
    const page = await response.text()
    const action = /action="([^"]+)"/.exec(page)?.[1]
    if (!action) throw new Error(`no form: ${response.status} ${page.slice(0, 300)}`)
    url = new URL(action, url).href
    form = new URLSearchParams({
      prompt: page.includes('name="login"') ? 'login' : 'consent',
      login: account,
      password: 'x',
    })
  }
  throw new Error('the provider never sent back')
}

const begin = async (visitor: Visitor, to = '/campaigns') =>
  (await visitor.get(`/api/session/provider?to=${encodeURIComponent(to)}`)).location
const enter = async (visitor: Visitor, account: string, to?: string) =>
  (await visitor.get(await throughProvider(await begin(visitor, to), account))).location

test('an invited person enters by the verified e-mail and comes to the page they wanted', async () => {
  const lan = office.visitor()
  assert.equal((await lan.call(GetSession)).provider, 'Cổng của tỉnh')
  assert.equal(await enter(lan, 'lan', '/campaigns?q=1'), '/campaigns?q=1')
  assert.equal((await lan.call(GetSession)).person?.name, 'Nguyễn Thị Lan')
})

test('the request carries state, nonce and a PKCE challenge', async () => {
  const { searchParams } = new URL(await begin(office.visitor()))
  assert.equal(searchParams.get('code_challenge_method'), 'S256')
  for (const name of ['state', 'nonce', 'code_challenge'])
    assert.ok((searchParams.get(name)?.length ?? 0) >= 40, name)
})

test('nobody is made by it, and an e-mail that is not verified opens nothing', async () => {
  for (const account of ['stranger', 'unverified']) {
    const visitor = office.visitor()
    assert.equal(await enter(visitor, account), '/sign-in?problem=oidc.unknown-person')
    assert.equal((await visitor.call(GetSession)).person, null)
  }
})

test('another account of the provider with the same e-mail does not become the person', async () => {
  const visitor = office.visitor()
  assert.equal(await enter(visitor, 'imposter'), '/sign-in?problem=oidc.unknown-person')
  assert.equal((await visitor.call(GetSession)).person, null)
})

test('an answer that another browser began, that came twice, or with another state, is refused', async () => {
  const visitor = office.visitor()
  const back = await throughProvider(await begin(visitor), 'lan')
  const victim = office.visitor()
  assert.equal((await victim.get(back)).location, '/sign-in?problem=oidc.refused', 'no cookie')
  await begin(victim)
  assert.equal((await victim.get(back)).location, '/sign-in?problem=oidc.refused', 'another state')
  assert.equal((await visitor.get(back)).location, '/campaigns')
  assert.equal((await visitor.get(back)).location, '/sign-in?problem=oidc.refused', 'twice')
})

test('it never sends the browser to another site', async () => {
  for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example'])
    assert.equal(await enter(office.visitor(), 'lan', to), '/')
})
