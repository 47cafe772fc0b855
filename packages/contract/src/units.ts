/** The directory of units as it is on a day, and one unit through its whole life. */
import { z } from 'zod'
import { ById, Day, endpoint, Id, PageQuery, pageOf } from './endpoint.ts'

/** A body or an area as it is on one day. The key is (code, validFrom): codes are reused. */
export const Unit = z.object({
  id: Id,
  code: z.string(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  name: z.string(),
  fullName: z.string(),
  type: z.string(),
  parentCode: z.string().nullable(),
})
export type Unit = z.infer<typeof Unit>

export const UnitRef = z.object({ id: Id, code: z.string(), name: z.string(), fullName: z.string() })
export type UnitRef = z.infer<typeof UnitRef>

/** Units as they were when the order went out ("đơn vị khi đó"), or those who answer for it today ("đơn vị hôm nay"). */
export const UnitsOf = z.enum(['then', 'today']).default('then')
export type UnitsOf = z.infer<typeof UnitsOf>

/** A found row says where it stands: names of what is above it, the nearest first. */
export const FoundUnit = Unit.extend({ above: z.array(z.string()) })
export type FoundUnit = z.infer<typeof FoundUnit>

export const ListUnits = endpoint({
  method: 'get',
  path: '/api/units',
  access: 'unit.read',
  summary: 'The units of a day, or of the whole history, searched without tone marks, words in any order',
  query: PageQuery.extend({
    on: Day.optional(),
    q: z.string().max(100).optional(),
    type: z.string().optional(),
    /** A code: only what is below that unit on the day. Not asked for in the history, where a code means several. */
    below: z.string().optional(),
    /** `true`: all rows, whatever their days. */
    history: z.enum(['true', 'false']).optional(),
  }),
  answer: pageOf(FoundUnit),
})

export const UnitNode = Unit.extend({ children: z.number().int() })
export type UnitNode = z.infer<typeof UnitNode>

export const GetUnitTree = endpoint({
  method: 'get',
  path: '/api/units/tree',
  access: 'unit.read',
  summary: 'The tree of a day, one branch at a time: the children of a unit, or what has nothing above it',
  query: PageQuery.extend({ on: Day.optional(), parent: z.string().optional() }),
  answer: pageOf(UnitNode),
})

export const GetDirectory = endpoint({
  method: 'get',
  path: '/api/units/directory',
  access: 'unit.read',
  summary: 'The directory as a whole: how many units on the day, on which days it changed, may I change it',
  query: z.object({ on: Day.optional() }),
  answer: z.object({
    on: Day,
    total: z.number().int(),
    types: z.array(z.object({ type: z.string(), count: z.number().int() })),
    /** Days on which a unit began or was gone, the newest first. */
    days: z.array(Day),
    /** The person keeps the directory of this installation. */
    keeps: z.boolean(),
  }),
})

export const contactKinds = ['address', 'phone', 'email', 'website', 'organ-id', 'exchange-code'] as const

export const Contact = z.object({
  id: Id,
  kind: z.enum(contactKinds),
  value: z.string(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
})
export type Contact = z.infer<typeof Contact>

/** What a unit has to inform people with: rules of a plan may ask for it. */
export const facilityKinds = ['station', 'led', 'loudspeaker-car'] as const

export const Facility = z.object({
  id: Id,
  kind: z.enum(facilityKinds),
  name: z.string(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
})
export type Facility = z.infer<typeof Facility>

export const GetUnit = endpoint({
  method: 'get',
  path: '/api/units/{id}',
  access: 'unit.read',
  summary: 'One unit with what is above it; the row keeps its id, whatever happens to its code later',
  params: ById,
  query: z.object({ on: Day.optional() }),
  answer: z.object({
    unit: UnitNode,
    /** The day asked for, or the nearest one on which the unit was there. */
    on: Day,
    /** From the top down. */
    above: z.array(UnitRef),
    contacts: z.array(Contact),
    facilities: z.array(Facility),
  }),
})

export const successionKinds = ['merge', 'split', 'rename', 'abolish', 're-parent'] as const
export const SuccessionKind = z.enum(successionKinds)
export type SuccessionKind = z.infer<typeof SuccessionKind>

export const shares = ['full', 'partial'] as const

export const Succession = z.object({
  from: Id,
  /** Null: abolished, and nobody follows. */
  to: Id.nullable(),
  kind: SuccessionKind,
  share: z.enum(shares),
  act: z.string(),
  effectiveOn: Day,
  changeId: Id.nullable(),
  /** Written by hand, and not undone. */
  byHand: z.boolean(),
})
export type Succession = z.infer<typeof Succession>

export const UnitLife = z.object({
  /** The unit itself, what it followed and what followed it, as far as that goes, in the order of their days. */
  units: z.array(Unit.extend({ side: z.enum(['before', 'self', 'after']) })),
  successions: z.array(Succession),
  contacts: z.array(Contact),
  /** The line was cut: more units than fit on it. */
  isCut: z.boolean(),
})
export type UnitLife = z.infer<typeof UnitLife>

export const GetUnitLife = endpoint({
  method: 'get',
  path: '/api/units/{id}/life',
  access: 'unit.read',
  summary: 'The whole life of a unit on one line: predecessors, successors, legal acts',
  params: ById,
  answer: UnitLife,
})

export const AddFacility = endpoint({
  method: 'post',
  path: '/api/units/{id}/facilities',
  access: 'unit.change',
  summary: 'Add a station, LED screen or loudspeaker car of the unit, from a day on',
  params: ById,
  body: z.object({
    kind: z.enum(facilityKinds),
    name: z.string().trim().min(1).max(200),
    validFrom: Day.nullable(),
  }),
  answer: Facility,
})

export const EndFacility = endpoint({
  method: 'post',
  path: '/api/units/{id}/facilities/{facilityId}/end',
  access: 'unit.change',
  summary: 'It is there until that day',
  params: z.object({ id: Id, facilityId: Id }),
  body: z.object({ validTo: Day }),
  answer: Facility,
})

export const AddContact = endpoint({
  method: 'post',
  path: '/api/units/{id}/contacts',
  access: 'unit.change',
  summary: 'Add a way to reach the unit, from a day on',
  params: ById,
  body: z.object({
    kind: z.enum(contactKinds),
    value: z.string().trim().min(1).max(300),
    validFrom: Day.nullable(),
  }),
  answer: Contact,
})

export const EndContact = endpoint({
  method: 'post',
  path: '/api/units/{id}/contacts/{contactId}/end',
  access: 'unit.change',
  summary: 'Say until which day a way to reach the unit is good; it stays in the history',
  params: ById.extend({ contactId: Id }),
  body: z.object({ validTo: Day }),
  answer: Contact,
})
