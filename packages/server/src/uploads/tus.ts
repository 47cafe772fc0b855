/**
 * Resumable uploads by tus 1.0.0: core, creation and termination (https://tus.io/protocols/resumable-upload). Bytes only: a
 * finished upload becomes evidence by `PutFieldEvidence`, which says whose and what for. Whose upload it is not, it is not there.
 */
import type { OpenAPIHono } from '@hono/zod-openapi'
import { uploadLimit, uploadsPath } from '@loa/contract/field'
import { Problem } from '@loa/contract/problem'
import type { Context } from 'hono'
import { z } from 'zod'
import { bodyOf, type Serving } from '../http/serve-route.ts'
import { mayAct } from '../people/actor.ts'
import { findActor } from '../people/find-actor.ts'
import { today } from '../time.ts'
import type { Upload } from './upload-folder.ts'

const version = '1.0.0'
const one = `${uploadsPath}/:id`

export const mountUploads = (app: OpenAPIHono, serving: Serving): void => {
  const { uploads } = serving.tools
  app.use(`${uploadsPath}/*`, speakTus)
  app.on('OPTIONS', [uploadsPath, one], (c) =>
    c.body(null, 204, {
      'tus-version': version,
      'tus-extension': 'creation,termination',
      'tus-max-size': String(uploadLimit),
    }),
  )

  app.post(uploadsPath, async (c) => {
    const personId = await whoSends(c, serving)
    const length = whole(c, 'upload-length')
    if (length > uploadLimit)
      throw new Problem('file.too-large', { megabytes: Math.floor(uploadLimit / 1_000_000) })
    const id = metadata(c).get('id') ?? crypto.randomUUID()
    if (!z.uuid().safeParse(id).success) throw wrongHeader('upload-metadata')
    await uploads.collect(serving.now())
    const { offset } = await uploads.create(id, { personId, length })
    return c.body(null, 201, { location: `${uploadsPath}/${id}`, 'upload-offset': String(offset) })
  })

  // A HEAD is asked for as a GET here, and answered without a body.
  app.get(one, async (c) => {
    const { offset, length } = await own(c, serving)
    return c.body(null, 200, {
      'upload-offset': String(offset),
      'upload-length': String(length),
      'cache-control': 'no-store',
    })
  })

  app.patch(one, async (c) => {
    const { id } = await own(c, serving)
    if (c.req.header('content-type') !== 'application/offset+octet-stream')
      throw new Problem('file.wrong-type', { name: 'application/offset+octet-stream' })
    const offset = await uploads.append(id, whole(c, 'upload-offset'), bodyOf(c))
    return c.body(null, 204, { 'upload-offset': String(offset) })
  })

  app.delete(one, async (c) => {
    await uploads.drop((await own(c, serving)).id)
    return c.body(null, 204)
  })
}

const speakTus = async (c: Context, next: () => Promise<void>) => {
  c.header('tus-resumable', version)
  const spoken = c.req.header('tus-resumable')
  if (c.req.method !== 'OPTIONS' && spoken !== version) {
    c.header('tus-version', version)
    throw new Problem('upload.wrong-version', { version })
  }
  await next()
}

const whoSends = async (c: Context, { pool, tools, now }: Serving): Promise<string> => {
  const session = await tools.auth.whoIs(c.req.raw.headers)
  if (!session) throw new Problem('session.missing')
  const actor = await pool.read((db) => findActor(db, session.personId, today(now())))
  if (!actor) throw new Problem('session.no-role')
  if (!mayAct(actor, 'activity.record')) throw new Problem('act.forbidden', { act: 'activity.record' })
  return actor.id
}

const own = async (c: Context, serving: Serving): Promise<Upload> => {
  const personId = await whoSends(c, serving)
  const id = z.uuid().safeParse(c.req.param('id'))
  const upload = id.success ? await serving.tools.uploads.find(id.data) : null
  if (upload?.personId !== personId) throw new Problem('upload.not-found')
  return upload
}

const whole = (c: Context, header: string): number => {
  const value = c.req.header(header) ?? ''
  if (!/^\d{1,12}$/.test(value)) throw wrongHeader(header)
  return Number(value)
}

/** `name base64,name base64` */
const metadata = (c: Context): Map<string, string> =>
  new Map(
    (c.req.header('upload-metadata') ?? '').split(',').map((pair) => {
      const [name = '', value = ''] = pair.trim().split(' ')
      return [name, Buffer.from(value, 'base64').toString('utf8')]
    }),
  )

const wrongHeader = (header: string) =>
  new Problem('request.invalid', {}, [{ path: `headers.${header}`, message: header }])
