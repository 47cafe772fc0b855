/** What happens to units by a legal act: merge, split, rename, re-parent, abolish. */
import { z } from 'zod'
import { roles } from './acts.ts'
import { ById, Day, endpoint, Id } from './endpoint.ts'
import { SuccessionKind, shares, Unit } from './units.ts'

/** A unit that goes on and takes over, or one that begins by this act. */
export const Target = z.object({
  unitId: Id.optional(),
  code: z.string().trim().max(60).default(''),
  name: z.string().trim().max(200).default(''),
  fullName: z.string().trim().max(300).default(''),
  type: z.string().trim().max(60).default(''),
  parentCode: z.string().trim().max(60).nullable().default(null),
  /** Of the old unit: all of it goes there, or a part. */
  share: z.enum(shares).default('full'),
})
export type Target = z.infer<typeof Target>

export const UnitChange = z.object({
  kind: SuccessionKind,
  from: z.array(Id).min(1).max(100),
  into: z.array(Target).max(50).default([]),
  /** Number and symbol of the legal act. */
  act: z.string().trim().min(3).max(200),
  /** The first day on which it counts. */
  effectiveOn: Day,
  /** Units below one whose code ends, each with the code it stands below from that day on. */
  children: z
    .array(z.object({ unitId: Id, parentCode: z.string().trim().min(1).max(60) }))
    .max(2000)
    .default([]),
  /** Who keeps a role, and in which of the new units (place in `into`). Renamed and re-parented units keep theirs. */
  carryRoles: z
    .array(z.object({ personId: z.string(), unitId: Id, role: z.enum(roles), into: z.number().int().min(0) }))
    .max(500)
    .default([]),
})
export type UnitChange = z.infer<typeof UnitChange>

const NewUnit = Unit.omit({ id: true, validFrom: true, validTo: true })

export const ChangePreview = z.object({
  ends: z.array(Unit),
  begins: z.array(NewUnit),
  /** Below another unit from that day on. */
  moves: z.array(z.object({ unit: Unit, parentCode: z.string() })),
  campaigns: z.array(z.object({ id: Id, title: z.string(), duties: z.number().int() })),
  roles: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      unitId: Id,
      unitName: z.string(),
      role: z.enum(roles),
    }),
  ),
  drafts: z.array(z.object({ id: Id, subject: z.string().nullable(), unitId: Id })),
})
export type ChangePreview = z.infer<typeof ChangePreview>

export const PreviewUnitChange = endpoint({
  method: 'post',
  path: '/api/successions/preview',
  access: 'unit.change',
  summary: 'What would end and begin, and which duties, roles and drafts are touched; nothing is written',
  body: UnitChange,
  answer: ChangePreview,
})

export const ChangeUnits = endpoint({
  method: 'post',
  path: '/api/successions',
  access: 'unit.change',
  summary: 'Write a legal act into the directory: old rows end, new ones begin, nothing is rewritten',
  body: UnitChange,
  answer: z.object({ changeId: Id, begun: z.array(Unit) }),
})

export const UndoUnitChange = endpoint({
  method: 'post',
  path: '/api/successions/{id}/undo',
  access: 'unit.change',
  summary: 'Take back an act written by hand, while nothing refers to the units it began',
  params: ById,
  body: z.object({}),
  answer: z.object({ changeId: Id }),
})
