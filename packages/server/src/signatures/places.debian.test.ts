/** Keys that are not files: in a token (SoftHSM under its own settings) and with a signing service (a stub after CSC API v2). */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import {
  GetMyKeyPlaces,
  GetSealKeyPlaces,
  type KeyPlace,
  UseMyKeyPlace,
  UseSealKeyPlace,
} from '@loa/contract/signatures'
import { verifyPdf } from '@loa/documents/sign'
import { openAuthority } from '@loa/documents/sign-testing'
import { signFile } from '../documents-worker/signing.ts'
import { examplePdf } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'

const authority = openAuthority()
const folder = mkdtempSync(join(tmpdir(), 'loa-places-'))
const days = { from: '20220101000000Z', to: '20300101000000Z' }
const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' })

/** The parts of a key file, as a token or a service would have them. */
const partsOf = (name: string, subject: string) => {
  writeFileSync(join(folder, `${name}.p12`), authority.p12(subject, days).bytes)
  const open = ['pkcs12', '-in', `${name}.p12`, '-passin', 'pass:1234', '-nodes']
  openssl(...open, '-nocerts', '-out', `${name}.bag`)
  openssl('pkcs8', '-topk8', '-nocrypt', '-in', `${name}.bag`, '-out', `${name}.pem`)
  openssl(...open, '-clcerts', '-nokeys', '-out', `${name}.crt`)
  openssl('x509', '-in', `${name}.crt`, '-outform', 'DER', '-out', `${name}.der`)
  return {
    key: readFileSync(join(folder, `${name}.pem`)),
    certificate: readFileSync(join(folder, `${name}.der`)),
  }
}

const module =
  ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so'][0] ?? ''
process.env.SOFTHSM2_CONF = join(folder, 'softhsm2.conf')
mkdirSync(join(folder, 'tokens'))
writeFileSync(
  process.env.SOFTHSM2_CONF,
  `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\n`,
)
const token = partsOf('token', 'Vũ Minh Quân')
const softhsm = (...words: string[]) => execFileSync('softhsm2-util', words, { cwd: folder, stdio: 'pipe' })
softhsm('--init-token', '--free', '--label', 'Loa', '--so-pin', '87654321', '--pin', '5678')
softhsm('--import', 'token.pem', '--token', 'Loa', '--label', 'ky', '--id', 'A1', '--pin', '5678')
execFileSync(
  'pkcs11-tool',
  [
    '--module',
    module,
    '--token-label',
    'Loa',
    '--login',
    '--pin',
    '5678',
    '--write-object',
    'token.der',
    '--type',
    'cert',
    '--id',
    'a1',
    '--label',
    'ky',
  ],
  { cwd: folder, stdio: 'pipe' },
)

const remote = partsOf('remote', 'Sở Văn hóa, Thể thao và Du lịch')
let isDown = false
const service = createServer(async (request, response) => {
  const { status, body } = isDown
    ? { status: 503, body: {} }
    : answer(request.url ?? '', request, await bodyOf(request))
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
})
const bodyOf = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return JSON.parse(Buffer.concat(parts).toString('utf8'))
}
/** What it says after the API: token, credentials, permission for one hash, signature over it. */
const answer = (path: string, request: IncomingMessage, body: Record<string, unknown>) => {
  const no = (error: string) => ({ status: 400, body: { error } })
  if (path === '/csc/v2/oauth2/token')
    return body.client_id === 'loa' && body.client_secret === 's3cret'
      ? { status: 200, body: { access_token: 'let-in', token_type: 'Bearer', expires_in: 300 } }
      : { status: 401, body: { error: 'invalid_client' } }
  if (request.headers.authorization !== 'Bearer let-in')
    return { status: 401, body: { error: 'invalid_token' } }
  if (path === '/csc/v2/credentials/list')
    return { status: 200, body: { credentialIDs: body.userID === 'svhttdl' ? ['dau-1'] : [] } }
  if (body.credentialID !== 'dau-1') return no('invalid_request')
  if (path === '/csc/v2/credentials/info')
    return {
      status: 200,
      body: {
        cert: {
          status: 'valid',
          certificates: [remote.certificate, authority.root].map((each) =>
            Buffer.from(each).toString('base64'),
          ),
        },
      },
    }
  const [hash] = body.hashes as string[]
  if (path === '/csc/v2/credentials/authorize') {
    const [given] = body.authData as { id: string; value: string }[]
    return given?.value === '2468' ? { status: 200, body: { SAD: `for ${hash}` } } : no('invalid_pin')
  }
  if (path === '/csc/v2/signatures/signHash') {
    if (body.SAD !== `for ${hash}`) return no('invalid_request')
    return { status: 200, body: { signatures: [signHash(Buffer.from(hash ?? '', 'base64'))] } }
  }
  return no('invalid_request')
}
/** OpenSSL signs a hash that it did not make. */
const signHash = (hash: Buffer): string => {
  writeFileSync(join(folder, 'hash'), hash)
  openssl(
    'pkeyutl',
    '-sign',
    '-inkey',
    'remote.pem',
    '-in',
    'hash',
    '-pkeyopt',
    'digest:sha256',
    '-out',
    'signature',
  )
  return readFileSync(join(folder, 'signature')).toString('base64')
}
await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
const csc = {
  LOA_CSC_URL: `http://127.0.0.1:${(service.address() as AddressInfo).port}/csc/v2`,
  LOA_CSC_CLIENT_ID: 'loa',
  LOA_CSC_CLIENT_SECRET: 's3cret',
}
after(() => {
  service.close()
  authority.close()
  rmSync(folder, { recursive: true })
})

const access = {
  pkcs11Module: module,
  csc: { url: csc.LOA_CSC_URL, clientId: 'loa', clientSecret: 's3cret' },
}
const atToken: KeyPlace = { kind: 'token', token: 'Loa', key: 'a1' }
const atService: KeyPlace = { kind: 'remote', user: 'svhttdl', key: 'dau-1' }

test(
  'a person signs by a token and the body by a service: found without a PIN, tried once with it, and shown with their certificates',
  withApp(async (app) => {
    const none = await app.quan.call(GetMyKeyPlaces)
    assert.deepEqual(none, { ways: [], keys: [], troubles: [] })
    app.configure({ LOA_PKCS11_MODULE: module, ...csc })
    const found = await app.quan.call(GetMyKeyPlaces)
    assert.deepEqual(
      found.keys.map(({ place, subject }) => [place, subject]),
      [[atToken, 'Vũ Minh Quân']],
    )
    const wrong = { place: atToken, pin: '0000', picture: null }
    await refused(() => app.quan.call(UseMyKeyPlace, { body: wrong }), 'signing-key.wrong-password')
    const gone = { ...wrong, place: { ...atToken, key: 'ff' }, pin: '5678' }
    await refused(() => app.quan.call(UseMyKeyPlace, { body: gone }), 'signing-key.token-missing')
    const mine = await app.quan.call(UseMyKeyPlace, { body: { ...wrong, pin: '5678' } })
    assert.deepEqual([mine.key?.kind, mine.key?.subject], ['token', 'Vũ Minh Quân'])

    const seals = await app.mai.call(GetSealKeyPlaces, { query: { user: 'svhttdl' } })
    assert.ok(seals.keys.some(({ place }) => place.kind === 'remote' && place.key === 'dau-1'))
    const seal = { place: atService, pin: '2468', picture: null }
    await refused(
      () => app.mai.call(UseSealKeyPlace, { body: { ...seal, pin: '1' } }),
      'signing-key.wrong-password',
    )
    await refused(() => app.nam.call(UseSealKeyPlace, { body: seal }), 'act.forbidden')
    const ours = await app.mai.call(UseSealKeyPlace, { body: seal })
    assert.equal(ours.key?.kind, 'remote')
    isDown = true
    await refused(() => app.mai.call(UseSealKeyPlace, { body: seal }), 'signing-key.remote-unreachable')
    isDown = false
  }),
)

test('a PDF signed in the token and then from afar: both signatures are whole and rest on the authority', async () => {
  writeFileSync(join(folder, 'a.pdf'), await examplePdf())
  const place = { page: 0, box: { x: 300, y: 100, width: 120, height: 60 }, at: '2023-06-05T01:00:00Z' }
  const signed = await signFile({
    path: join(folder, 'a.pdf'),
    key: { kind: 'place', access, place: atToken, certificate: token.certificate, chain: [], pin: '5678' },
    pngPath: null,
    place: { ...place, field: 'Nguoi ky', signer: 'Vũ Minh Quân' },
    timestamps: null,
  })
  assert.ok('pdf' in signed)
  writeFileSync(join(folder, 'b.pdf'), signed.pdf)
  const sealed = await signFile({
    path: join(folder, 'b.pdf'),
    key: {
      kind: 'place',
      access,
      place: atService,
      certificate: remote.certificate,
      chain: [authority.root],
      pin: '2468',
    },
    pngPath: null,
    place: { ...place, field: 'Co quan', signer: 'Sở Văn hóa, Thể thao và Du lịch' },
    timestamps: null,
  })
  assert.ok('pdf' in sealed)
  const found = await verifyPdf(sealed.pdf, { roots: [authority.root], crls: [], at: '2023-06-05T01:00:00Z' })
  assert.deepEqual(
    found.map(({ state, signer }) => [state, signer]),
    [
      ['valid', 'Vũ Minh Quân'],
      ['valid', 'Sở Văn hóa, Thể thao và Du lịch'],
    ],
  )
  writeFileSync(join(folder, 'c.pdf'), sealed.pdf)
  const said = execFileSync('pdfsig', ['-nocert', join(folder, 'c.pdf')], { encoding: 'utf8' })
  assert.equal(said.match(/Signature is Valid/g)?.length, 2, said)
})
