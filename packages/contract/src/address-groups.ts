/** Saved phrases of addressees with the query that says whom they mean on a day. */
import { z } from 'zod'
import { ById, Day, endpoint, Id, Instant, PageQuery, pageOf, Version } from './endpoint.ts'
import { PersonRef } from './people.ts'
import { Unit, UnitRef } from './units.ts'

/** Kinds of area as names of bodies end in them: "Đài truyền thanh phường Ái Quốc" is of a phường. */
export const areaKinds = [
  'tinh',
  'thanh-pho',
  'thi-xa',
  'quan',
  'huyen',
  'phuong',
  'thi-tran',
  'xa',
  'dac-khu',
] as const

/** All conditions that are set hold together; none set: only the extra units. */
export const GroupQuery = z.object({
  types: z.array(z.string().max(60)).max(40).default([]),
  /** Only what stands below this unit. */
  belowUnitId: Id.nullable().default(null),
  /** Words of the name, in any order, without tone marks. */
  words: z.string().trim().max(100).default(''),
  areas: z.array(z.enum(areaKinds)).max(9).default([]),
  exceptUnitIds: z.array(Id).max(2000).default([]),
  extraUnitIds: z.array(Id).max(2000).default([]),
})
export type GroupQuery = z.infer<typeof GroupQuery>

const name = z.string().trim().min(1).max(200)
const phrase = z.string().trim().min(3).max(500)

export const AddressGroup = z.object({
  id: Id,
  name: z.string(),
  phrase: z.string(),
  query: GroupQuery,
  version: Version,
  updatedBy: PersonRef.nullable(),
  updatedAt: Instant,
  /** The units that the query names, for the pickers. */
  named: z.array(UnitRef),
})
export type AddressGroup = z.infer<typeof AddressGroup>

export const ListAddressGroups = endpoint({
  method: 'get',
  path: '/api/address-groups',
  access: 'address-group.read',
  summary: 'The address groups of the own unit',
  query: PageQuery,
  answer: pageOf(AddressGroup),
})

export const GetAddressGroup = endpoint({
  method: 'get',
  path: '/api/address-groups/{id}',
  access: 'address-group.read',
  summary: 'One address group',
  params: ById,
  answer: AddressGroup,
})

export const AddAddressGroup = endpoint({
  method: 'post',
  path: '/api/address-groups',
  access: 'address-group.save',
  summary: 'Save a phrase with its query',
  body: z.object({ name, phrase, query: GroupQuery }),
  answer: AddressGroup,
})

export const SaveAddressGroup = endpoint({
  method: 'put',
  path: '/api/address-groups/{id}',
  access: 'address-group.save',
  summary: 'Change a phrase or its query',
  params: ById,
  body: z.object({ name, phrase, query: GroupQuery, version: Version }),
  answer: AddressGroup,
})

export const DropAddressGroup = endpoint({
  method: 'delete',
  path: '/api/address-groups/{id}',
  access: 'address-group.save',
  summary: 'Drop a saved phrase; dispatches that were planned with it keep their units',
  params: ById,
})

/** Why a unit that fits all but one condition is not in the group. */
export const outReasons = ['ended', 'not-yet', 'type', 'below', 'words', 'area', 'except'] as const

export const Member = Unit.extend({
  /** In the group: by the query, or named by hand. */
  why: z.enum(['query', 'extra', ...outReasons]),
})
export type Member = z.infer<typeof Member>

export const PreviewAddressGroup = endpoint({
  method: 'post',
  path: '/api/address-groups/preview',
  access: 'address-group.read',
  summary: 'Whom a query means on a day: who is in, and who is out by one condition only, with the reason',
  body: z.object({
    query: GroupQuery,
    on: Day.optional(),
    part: z.enum(['in', 'out']).default('in'),
    cursor: z.string().max(200).optional(),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  answer: pageOf(Member).extend({ on: Day, in: z.number().int(), out: z.number().int() }),
})
