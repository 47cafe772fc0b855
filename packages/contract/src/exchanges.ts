import { z } from 'zod'
import { ById, endpoint, Id, Instant, PageQuery, pageOf, Version } from './endpoint.ts'
import { UnitRef } from './units.ts'

/** Groups of digits and capitals (QCVN 102:2016, Decision 20/2020/QĐ-TTg). */
export const OrganId = z
  .string()
  .trim()
  .max(35)
  .regex(/^[0-9A-Z]{1,13}(\.[0-9A-Z]{1,13})*$/)

export const connectionKinds = [
  'hub', // trục liên thông, qua HTTP
  'folder', // trao đổi gói tin bằng thư mục
  'mail', // hộp thư điện tử, qua IMAP
  'drop', // thư mục thả tệp
  'guest', // hệ thống khác nối vào Loa này như vào trục
] as const

/** A guest's key is typed by nobody and guessed by nobody. */
export const guestKeyLength = 24

export const Connection = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(connectionKinds),
  organId: z.string(),
  place: z.string(),
  systemId: z.string().nullable(),
  /** A secret is kept; it is never shown. */
  hasSecret: z.boolean(),
  zipped: z.boolean(),
  enabled: z.boolean(),
  pollMinutes: z.number().int(),
  polledAt: Instant.nullable(),
  /** When the other side last answered to the end. */
  answeredAt: Instant.nullable(),
  trouble: z.string().nullable(),
  troubleSince: Instant.nullable(),
  /** Seconds by which clocks of others were off, where it is more than ten minutes. */
  clockOff: z.number().int().nullable(),
  waiting: z.number().int(),
  refused: z.number().int(),
  unreadable: z.number().int(),
  addresses: z.number().int(),
  version: Version,
})
export type Connection = z.infer<typeof Connection>

const Settings = z.object({
  name: z.string().trim().min(1).max(200),
  /** Empty for mailboxes and drop folders. */
  organId: z.union([OrganId, z.literal('')]),
  /** imaps://name@host/INBOX of a mailbox; https://… of a hub; the name of a folder below the folder of exchanges. */
  place: z.string().trim().min(1).max(300),
  /** Of a mailbox: the folder letters are moved to when they are stored; null: they are marked as read. */
  systemId: z.string().trim().max(200).nullable(),
  /** Left out: the one that is kept stays. */
  secret: z.string().max(500).optional(),
  zipped: z.boolean(),
  enabled: z.boolean(),
  pollMinutes: z.number().int().min(1).max(1440),
})

export const ListConnections = endpoint({
  method: 'get',
  path: '/api/exchanges',
  access: 'exchange.read',
  summary: 'Connections of the own unit with document systems outside, each with how it stands',
  answer: z.object({
    rows: z.array(Connection),
    /** Where the folders of exchanges and those for dropped files lie. */
    folder: z.string(),
    dropFolder: z.string(),
    may: z.object({ change: z.boolean() }),
  }),
})
export const AddConnection = endpoint({
  method: 'post',
  path: '/api/exchanges',
  access: 'exchange.change',
  summary: 'Add a connection',
  body: Settings.extend({ kind: z.enum(connectionKinds) }),
  secret: true,
  answer: Connection,
})
export const ChangeConnection = endpoint({
  method: 'put',
  path: '/api/exchanges/{id}',
  access: 'exchange.change',
  summary: 'Change a connection, or switch it on or off',
  params: ById,
  body: Settings.extend({ version: Version }),
  secret: true,
  answer: Connection,
})
export const PollConnection = endpoint({
  method: 'post',
  path: '/api/exchanges/{id}/poll',
  access: 'exchange.change',
  summary: 'Ask the other side now',
  params: ById,
  answer: Connection,
})

export const Address = z.object({ unit: UnitRef, organId: z.string() })
export const ListAddresses = endpoint({
  method: 'get',
  path: '/api/exchanges/{id}/addresses',
  access: 'exchange.read',
  summary: 'Units of the directory that are reached by this connection',
  params: ById,
  query: PageQuery,
  answer: pageOf(Address),
})
export const SetAddress = endpoint({
  method: 'put',
  path: '/api/exchanges/{id}/addresses/{unit}',
  access: 'exchange.change',
  summary: 'A unit is reached by this connection, under that identifier',
  params: z.object({ id: Id, unit: Id }),
  body: z.object({ organId: OrganId }),
  answer: Address,
})
export const RemoveAddress = endpoint({
  method: 'delete',
  path: '/api/exchanges/{id}/addresses/{unit}',
  access: 'exchange.change',
  summary: 'A unit is reached within this Loa again',
  params: z.object({ id: Id, unit: Id }),
})

export const parcelStates = ['waiting', 'sending', 'handed', 'received', 'refused', 'dropped'] as const
export const ParcelLine = z.object({
  id: Id,
  kind: z.enum(['edoc', 'status']),
  business: z.number().int().nullable(),
  status: z.string().nullable(),
  dispatchId: Id.nullable(),
  documentId: z.string(),
  toName: z.string(),
  state: z.enum(parcelStates),
  tries: z.number().int(),
  nextAt: Instant,
  said: z.string().nullable(),
  code: z.string().nullable(),
  createdAt: Instant,
  handedAt: Instant.nullable(),
  receivedAt: Instant.nullable(),
})
export type ParcelLine = z.infer<typeof ParcelLine>
export const ListParcels = endpoint({
  method: 'get',
  path: '/api/exchanges/{id}/parcels',
  access: 'exchange.read',
  summary: 'What goes out by this connection, the newest first',
  params: ById,
  query: PageQuery.extend({ show: z.enum(['waiting', 'refused']).optional() }),
  answer: pageOf(ParcelLine),
})
export const RetryParcel = endpoint({
  method: 'post',
  path: '/api/exchange-parcels/{id}/retry',
  access: 'exchange.change',
  summary: 'Hand a refused one over once more',
  params: ById,
  answer: ParcelLine,
})
export const DropParcel = endpoint({
  method: 'post',
  path: '/api/exchange-parcels/{id}/drop',
  access: 'exchange.change',
  summary: 'Give one up, with a reason',
  params: ById,
  body: z.object({ reason: z.string().trim().min(3).max(500) }),
  answer: ParcelLine,
})

export const TakenLine = z.object({
  ref: z.string(),
  kind: z.string(),
  how: z.enum(['stored', 'unreadable']),
  said: z.string().nullable(),
  at: Instant,
  fromName: z.string().nullable(),
  dispatchId: Id.nullable(),
})
export type TakenLine = z.infer<typeof TakenLine>
export const ListTaken = endpoint({
  method: 'get',
  path: '/api/exchanges/{id}/taken',
  access: 'exchange.read',
  summary: 'The packages that were fetched last; those that could not be read say why',
  params: ById,
  answer: z.object({ rows: z.array(TakenLine) }),
})
