import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { writePdf } from '../write/pdf.ts'
import { sampleLetter } from '../write/sample.ts'
import { dropTypesetter } from '../write/typst.ts'
import { KeyFault, openP12 } from './key.ts'
import { signPdf } from './sign-pdf.ts'
import { openAuthority } from './testing.ts'
import { timestampQuery, timestampToken } from './timestamp.ts'
import { trustOf } from './trust.ts'
import { type Trust, verifyPdf } from './verify-pdf.ts'

const authority = openAuthority()
const folder = mkdtempSync(join(tmpdir(), 'loa-sign-'))
const letter = await writePdf(sampleLetter)
const png = await sharp({ create: { width: 90, height: 60, channels: 4, background: '#1d4ed8' } })
  .png()
  .toBuffer()
const stamps = await authority.timestamps()
after(async () => {
  dropTypesetter()
  await stamps.close()
  authority.close()
  rmSync(folder, { recursive: true })
})

const ask = (query: Uint8Array) => fetch(stamps.url, { method: 'POST', body: Buffer.from(query) })
const timestamp = async (bytes: Uint8Array) => {
  const query = timestampQuery(bytes)
  const answer = await ask(query.der)
  return timestampToken(new Uint8Array(await answer.arrayBuffer()), query)
}
// Certificates are made while the tests run.
const at = new Date(Date.now() + 30_000).toISOString()
const trust: Trust = { roots: [authority.root], crls: [], at }
const place = (field: string, signer: string) => ({
  field,
  signer,
  page: 0,
  box: { x: 350, y: 150, width: 90, height: 60 },
  png,
  reason: null,
  at,
})
const person = openP12(authority.p12('Nguyễn Thị Ngọc Ánh').bytes, '1234')

const pdfsig = (bytes: Uint8Array): string => {
  const path = join(folder, 'signed.pdf')
  writeFileSync(path, bytes)
  return execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}

test('the person signs, then the organisation: two signatures, both valid, also for pdfsig; the first bytes stay', async () => {
  const once = await signPdf(letter, { key: person, timestamp, ...place('Người ký', 'Nguyễn Thị Ngọc Ánh') })
  assert.deepEqual(Buffer.from(once.subarray(0, letter.length)), Buffer.from(letter))
  const body = openP12(authority.p12('Sở Văn hóa, Thể thao và Du lịch', { old: true }).bytes, '1234')
  const twice = await signPdf(once, { key: body, timestamp, ...place('Cơ quan', 'Sở VHTTDL') })

  const found = await verifyPdf(twice, trust)
  assert.deepEqual(
    found.map(({ field, signer, state, hasMoreAfter }) => ({ field, signer, state, hasMoreAfter })),
    [
      { field: 'Người ký', signer: 'Nguyễn Thị Ngọc Ánh', state: 'valid', hasMoreAfter: true },
      { field: 'Cơ quan', signer: 'Sở Văn hóa, Thể thao và Du lịch', state: 'valid', hasMoreAfter: false },
    ],
  )
  for (const { provedAt } of found) assert.ok(Math.abs(Date.parse(provedAt ?? '') - Date.now()) < 60_000)
  const said = pdfsig(twice)
  assert.equal(said.match(/Signature is Valid/g)?.length, 2, said)
  assert.match(said, /Common Name: Nguyễn Thị Ngọc Ánh/)
  assert.match(said, /Signature Type: ETSI\.CAdES\.detached/)
})

test('a timestamp proves nothing when it is over something else, or by somebody who is no authority of timestamps here', async () => {
  const proved = async (stamp: typeof timestamp, roots = trust.roots) => {
    const signed = await signPdf(letter, { key: person, timestamp: stamp, ...place('a', 'A') })
    return (await verifyPdf(signed, { ...trust, roots }))[0]
  }
  const over = await proved(() => timestamp(Uint8Array.of(1, 2, 3)))
  assert.deepEqual([over?.state, over?.provedAt], ['valid', null])
  const broken = await proved(async (bytes) => {
    const token = await timestamp(bytes)
    token[token.length - 5] = (token.at(-5) ?? 0) ^ 1
    return token
  })
  assert.deepEqual([broken?.state, broken?.provedAt], ['valid', null])
  const strange = await proved(timestamp, [])
  assert.deepEqual([strange?.state, strange?.provedAt], ['untrusted', null])
})

test('a key of elliptic curves signs as well', async () => {
  const key = openP12(
    authority.p12('Trần Văn Ổn', { kind: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] }).bytes,
    '1234',
  )
  const signed = await signPdf(letter, { key, timestamp: null, ...place('a', 'Trần Văn Ổn') })
  assert.match(pdfsig(signed), /Signature is Valid/)
  assert.equal((await verifyPdf(signed, trust))[0]?.state, 'valid')
})

test('a changed file, a strange authority, an expired and a revoked certificate are told apart', async () => {
  const signed = await signPdf(letter, { key: person, timestamp: null, ...place('a', 'A') })
  const state = async (bytes: Uint8Array, of: Partial<typeof trust> = {}) =>
    (await verifyPdf(bytes, { ...trust, ...of }))[0]?.state

  const changed = Uint8Array.from(signed)
  const title = Buffer.from(changed).indexOf('/Title')
  changed[title + 8] = (changed[title + 8] ?? 0) ^ 1
  assert.equal(await state(changed), 'changed')

  const other = openAuthority()
  assert.equal(await state(signed, { roots: [other.root] }), 'untrusted')
  other.close()

  const old = openP12(authority.p12('Cũ', { from: '20200101000000Z', to: '20210101000000Z' }).bytes, '1234')
  assert.equal(
    await state(await signPdf(letter, { key: old, timestamp: null, ...place('a', 'Cũ') })),
    'expired',
  )

  const lost = authority.p12('Mất thẻ')
  const byLost = await signPdf(letter, {
    key: openP12(lost.bytes, '1234'),
    timestamp: null,
    ...place('a', 'M'),
  })
  lost.revoke()
  const later = new Date(Date.now() + 60_000).toISOString()
  assert.equal(await state(byLost, { crls: [authority.crl()], at: later }), 'revoked')
  assert.equal(await state(signed, { crls: [authority.crl()], at: later }), 'valid')
})

test('a wrong password and a file that is no key file are said', () => {
  const { bytes } = authority.p12('X')
  const trouble = (word: string) => (error: unknown) => error instanceof KeyFault && error.trouble === word
  assert.throws(() => openP12(bytes, 'sai'), trouble('wrong-password'))
  assert.throws(() => openP12(new TextEncoder().encode('không phải'), '1234'), trouble('not-a-key-file'))
})

test('certificates and lists of revoked ones are told apart in PEM and DER; what is neither is passed over', () => {
  const pem = (name: string, ...blocks: Uint8Array[]) =>
    new TextEncoder().encode(
      blocks
        .map(
          (der) => `-----BEGIN ${name}-----\n${Buffer.from(der).toString('base64')}\n-----END ${name}-----\n`,
        )
        .join(''),
    )
  const { root } = authority
  const crl = authority.crl()
  const { roots, crls } = trustOf([
    pem('CERTIFICATE', root, root),
    root,
    pem('X509 CRL', crl),
    crl,
    new TextEncoder().encode('Ghi chú: chứng thư của cơ quan'),
  ])
  assert.deepEqual(
    roots.map((each) => Buffer.from(each)),
    [root, root, root].map((each) => Buffer.from(each)),
  )
  assert.deepEqual(
    crls.map((each) => Buffer.from(each)),
    [crl, crl].map((each) => Buffer.from(each)),
  )
})

test('a timestamp for something else is not taken', async () => {
  const query = timestampQuery(Uint8Array.of(1))
  const answer = await ask(query.der)
  const bytes = new Uint8Array(await answer.arrayBuffer())
  assert.ok(timestampToken(bytes, query).length > 500)
  assert.throws(() => timestampToken(bytes, timestampQuery(Uint8Array.of(2))), /something else/)
  assert.throws(() => timestampToken(bytes, { ...query, nonce: Uint8Array.of(7) }), /another query/)
  assert.throws(() => timestampToken(bytes.subarray(0, 40), query), /not|no token|refused/)
})
