import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { type Sql, sql } from '../database/sql.ts'
import type { KeyPlace } from '../documents-worker/key-place.ts'
import type { SigningStand } from './signature.ts'

/** Whose a key is. */
export type KeyOwner = { person: string } | { unit: number }

export const ownerWords = (owner: KeyOwner): string =>
  'person' in owner ? `person ${owner.person}` : `unit ${owner.unit}`

const of = (owner: KeyOwner): Sql =>
  'person' in owner ? sql`k.person_id = ${owner.person}` : sql`k.unit_id = ${owner.unit}`

export const StoredKey = z.object({
  id: z.number(),
  kind: z.enum(['file', 'token', 'remote']),
  sealed: z.instanceof(Buffer).nullable(),
  place: z.custom<KeyPlace>().nullable(),
  certificate: z.instanceof(Buffer).nullable(),
  chain: z.array(z.instanceof(Buffer)),
  subject: z.string(),
  issuer: z.string(),
  serial: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
  pictureSha256: z.string().nullable(),
  pictureWidth: z.number().nullable(),
  pictureHeight: z.number().nullable(),
  tries: z.number(),
  lockedUntil: z.string().nullable(),
  setBy: z.string(),
  setAt: z.string(),
})
export type StoredKey = z.infer<typeof StoredKey>

const columns = sql`k.id, k.kind, k.sealed, k.place, k.certificate, k.chain, k.subject, k.issuer, k.serial, k.valid_from, k.valid_to, k.picture_sha256, k.picture_width,
  k.picture_height, k.tries, k.locked_until, (select name from people where id = k.set_by) as set_by, k.set_at`

export const findKey = (db: Database, owner: KeyOwner) =>
  db.maybe(StoredKey, sql`select ${columns} from signing_keys k where ${of(owner)}`)

/** Locked: tries at the same moment are counted one after the other. */
export const findKeyForUpdate = (db: Database, owner: KeyOwner) =>
  db.maybe(StoredKey, sql`select ${columns} from signing_keys k where ${of(owner)} for update`)

export const saveTries = (
  db: Database,
  id: number,
  { tries, lockedUntil }: Pick<StoredKey, 'tries' | 'lockedUntil'>,
) => db.run(sql`update signing_keys set tries = ${tries}, locked_until = ${lockedUntil} where id = ${id}`)

/** Either sealed, or where it lies with its certificate. */
export type NewKey = Omit<StoredKey, 'id' | 'tries' | 'lockedUntil'>

export const saveKey = (db: Database, owner: KeyOwner, key: NewKey) =>
  db.run(sql`insert into signing_keys as k (person_id, unit_id, kind, sealed, place, certificate, chain, subject, issuer, serial, valid_from, valid_to, picture_sha256,
        picture_width, picture_height, set_by, set_at)
      values (${'person' in owner ? owner.person : null}, ${'unit' in owner ? owner.unit : null}, ${key.kind}, ${key.sealed},
        ${key.place && JSON.stringify(key.place)}, ${key.certificate}, ${key.chain}, ${key.subject},
        ${key.issuer}, ${key.serial}, ${key.validFrom}, ${key.validTo}, ${key.pictureSha256}, ${key.pictureWidth},
        ${key.pictureHeight}, ${key.setBy}, ${key.setAt})
      on conflict (${'person' in owner ? sql`person_id` : sql`unit_id`}) do update set kind = excluded.kind, sealed = excluded.sealed,
        place = excluded.place, certificate = excluded.certificate, chain = excluded.chain,
        subject = excluded.subject, issuer = excluded.issuer, serial = excluded.serial, valid_from = excluded.valid_from,
        valid_to = excluded.valid_to, picture_sha256 = excluded.picture_sha256, picture_width = excluded.picture_width,
        picture_height = excluded.picture_height, set_by = excluded.set_by, set_at = excluded.set_at, tries = 0,
        locked_until = null`)

export const deleteKey = (db: Database, owner: KeyOwner) =>
  db.run(sql`delete from signing_keys k where ${of(owner)}`)

const Stand = z.object({
  signer: z.object({ id: z.string(), name: z.string() }).nullable(),
  signerHasKey: z.boolean(),
  bodyHasKey: z.boolean(),
  done: z.array(z.enum(['person', 'organisation'])),
})

const signerOf = (dispatch: Sql): Sql => sql`(select s.person_id from dispatch_steps s
  where s.dispatch_id = ${dispatch} and s.step = 'sign' order by s.id desc limit 1)`

export const findStand = (db: Database, dispatchId: number): Promise<SigningStand> =>
  db.one(
    Stand,
    sql`select case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as signer,
          exists (select from signing_keys k where k.person_id = p.id) as signer_has_key,
          exists (select from signing_keys k where k.unit_id = d.owner_unit_id) as body_has_key,
          array(select g.step from signatures g where g.dispatch_id = d.id) as done
        from dispatches d left join people p on p.id = ${signerOf(sql`d.id`)} where d.id = ${dispatchId}`,
  )

/** Of `dispatches d`: the signature it waits for, or null; as `nextSigning` says it of one. */
export const awaitedSignature: Sql = sql`case when d.state <> 'numbered' then null
  when not exists (select from signatures g where g.dispatch_id = d.id and g.step = 'person') then
    case when exists (select from signing_keys k where k.person_id = ${signerOf(sql`d.id`)}) then 'e-sign' end
  when not exists (select from signatures g where g.dispatch_id = d.id and g.step = 'organisation')
    and exists (select from signing_keys k where k.unit_id = d.owner_unit_id) then 'seal' end`

/** Of `dispatches d`: its signer has still to sign the final pages. */
export const awaitsSigner = (signer?: string): Sql => sql`d.state = 'numbered' and exists (
    select from signing_keys k where k.person_id = ${signerOf(sql`d.id`)} ${signer ? sql`and k.person_id = ${signer}` : sql``})
  and not exists (select from signatures g where g.dispatch_id = d.id and g.step = 'person')`

const Signed = z.object({ step: z.enum(['person', 'organisation']), afterSha256: z.string() })

/** In the order in which they were made. */
export const listSigned = (db: Database, dispatchId: number) =>
  db.many(
    Signed,
    sql`select step, after_sha256 from signatures where dispatch_id = ${dispatchId} order by step = 'organisation'`,
  )

/** The pages with the signatures they bear so far, or null. */
export const findSignedFile = async (db: Database, dispatchId: number): Promise<string | null> =>
  (await listSigned(db, dispatchId)).at(-1)?.afterSha256 ?? null

export interface NewSignature {
  dispatchId: number
  step: 'person' | 'organisation'
  by: string
  at: string
  before: string
  after: string
  subject: string
  issuer: string
  serial: string
  timestamped: boolean
}

/** 0 when it was signed already: the first one stands. */
export const insertSignature = (db: Database, signature: NewSignature) =>
  db.run(sql`insert into signatures (dispatch_id, step, person_id, at, before_sha256, after_sha256, subject, issuer, serial, timestamped)
    values (${signature.dispatchId}, ${signature.step}, ${signature.by}, ${signature.at}, ${signature.before}, ${signature.after},
      ${signature.subject}, ${signature.issuer}, ${signature.serial}, ${signature.timestamped}) on conflict do nothing`)
