/** The uploads speak tus 1.0.0: a client that knows nothing of Loa sends by it, broken off and gone on with. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { uploadsPath } from '@loa/contract/field'
import { EnterExample } from '@loa/contract/people'
import * as tus from 'tus-js-client'
import { openOffice } from '../testing/office-server.ts'
import { refused } from '../testing/problems.ts'
import { until } from '../testing/until.ts'
import { openUploads } from './upload-folder.ts'

const office = await openOffice()
const lan = office.visitor()
await lan.call(EnterExample, { body: { personId: 'ttvh-291' } })
const cookie = [...lan.jar].map(([name, value]) => `${name}=${value}`).join('; ')
const endpoint = `${office.url}${uploadsPath}`

const ask = (method: string, path = '', headers: Record<string, string> = {}, body?: BodyInit) =>
  fetch(endpoint + path, {
    method,
    headers: { cookie, 'tus-resumable': '1.0.0', ...headers },
    ...(body === undefined ? {} : { body }),
  })
const create = (id: string, length: number) =>
  ask('POST', '', { 'upload-length': String(length), 'upload-metadata': `id ${btoa(id)}` })
const patch = (id: string, offset: number, body: BodyInit) =>
  ask(
    'PATCH',
    `/${id}`,
    { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    body,
  )
const offsetAt = async (id: string) => Number((await ask('HEAD', `/${id}`)).headers.get('upload-offset'))

test('tus-js-client sends in pieces, is stopped, and goes on where it was', async () => {
  const id = randomUUID()
  const bytes = Buffer.alloc(300_000, 'Loa')
  const options = {
    endpoint,
    headers: { cookie },
    metadata: { id },
    chunkSize: 100_000,
    uploadSize: bytes.length,
    retryDelays: null,
  }
  let pieces = 0
  await new Promise<void>((done) => {
    const upload = new tus.Upload(bytes, {
      ...options,
      onBeforeRequest: (request) => {
        if (request.getMethod() === 'PATCH') pieces += 1
        if (pieces === 2) throw new Error('the line is dead')
      },
      onError: () => done(),
    })
    upload.start()
  })
  const half = await offsetAt(id)
  assert.equal(half, 100_000)
  await new Promise<void>((done, fail) => {
    const upload = new tus.Upload(bytes, {
      ...options,
      uploadUrl: `${endpoint}/${id}`,
      onSuccess: () => done(),
      onError: fail,
    })
    upload.start()
  })
  assert.equal(await offsetAt(id), bytes.length)
})

test('what the protocol asks: version, extensions, offsets, termination', async () => {
  const options = await ask('OPTIONS')
  assert.equal(options.headers.get('tus-version'), '1.0.0')
  assert.equal(options.headers.get('tus-extension'), 'creation,termination')
  const id = randomUUID()
  const created = await create(id, 10)
  assert.equal(created.status, 201)
  assert.equal(created.headers.get('location'), `${uploadsPath}/${id}`)
  assert.equal((await patch(id, 4, 'abc')).status, 409)
  const patched = await patch(id, 0, 'abc')
  assert.deepEqual([patched.status, patched.headers.get('upload-offset')], [204, '3'])
  assert.equal(patched.headers.get('tus-resumable'), '1.0.0')
  assert.equal((await patch(id, 3, 'too long for it')).status, 413)
  assert.equal((await ask('PATCH', `/${id}`, { 'upload-offset': '3' }, 'x')).status, 422)
  assert.equal((await ask('HEAD', `/${id}`, { 'tus-resumable': '0.2.2' })).status, 412)
  assert.equal(
    (await create(id, 10)).headers.get('upload-offset'),
    '3',
    'made again, it is the one that is there',
  )
  assert.equal((await ask('DELETE', `/${id}`)).status, 204)
  assert.equal((await ask('HEAD', `/${id}`)).status, 404)
  assert.equal((await create(randomUUID(), 60_000_000)).status, 413)
})

test('whose upload it is not, it is not there; without a session nothing is', async () => {
  const id = randomUUID()
  await create(id, 10)
  const tho = office.visitor()
  await tho.call(EnterExample, { body: { personId: 'ttvh-298' } })
  const other = [...tho.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  assert.equal((await ask('HEAD', `/${id}`, { cookie: other })).status, 404)
  assert.equal(
    (await ask('POST', '', { cookie: other, 'upload-length': '10', 'upload-metadata': `id ${btoa(id)}` }))
      .status,
    404,
  )
  assert.equal((await ask('HEAD', `/${id}`, { cookie: '' })).status, 401)
  const nam = office.visitor()
  await nam.call(EnterExample, { body: { personId: 'nam' } })
  const reads = [...nam.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  assert.equal((await ask('POST', '', { cookie: reads, 'upload-length': '10' })).status, 403)
})

test('a newer request ends an older writer, and what came stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loa-uploads-'))
  const uploads = await openUploads(folder)
  const id = randomUUID()
  await uploads.create(id, { personId: 'a', length: 9 })
  const slow = async function* () {
    yield Buffer.from('abc')
    yield await new Promise<Uint8Array>(() => {})
  }
  const dead = uploads.append(id, 0, slow())
  const isDead = refused(dead, 'upload.wrong-offset')
  await until(async () => statSync(join(folder, id)).size === 3)
  assert.equal((await uploads.find(id))?.offset, 3)
  await isDead
  assert.equal(await uploads.append(id, 3, Readable.from([Buffer.from('xyz!!!')])), 9)
  assert.equal(readFileSync(join(folder, id), 'utf8'), 'abcxyz!!!')
  rmSync(folder, { recursive: true })
})

test('what nobody has gone on with for a month is removed, the rest stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loa-uploads-'))
  const uploads = await openUploads(folder)
  const [old, young] = [randomUUID(), randomUUID()]
  for (const id of [old, young]) await uploads.create(id, { personId: 'a', length: 9 })
  const long = new Date(Date.now() - 40 * 86_400_000)
  utimesSync(join(folder, old), long, long)
  await uploads.collect(new Date().toISOString())
  assert.equal(await uploads.find(old), null)
  assert.ok(await uploads.find(young))
  rmSync(folder, { recursive: true })
})
