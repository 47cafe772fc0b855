/** Boundaries of units: dated, imported from GeoJSON by those who keep the directory. */
import { z } from 'zod'
import { Day, endpoint } from './endpoint.ts'
import { UnitRef } from './units.ts'

const Ring = z.array(z.tuple([z.number(), z.number()]))

export const ListBoundaries = endpoint({
  method: 'get',
  path: '/api/map/boundaries',
  access: 'unit.read',
  summary: 'The boundaries that held on a day, each with the unit of that day',
  query: z.object({ on: Day.optional() }),
  answer: z.object({
    on: Day,
    rows: z.array(
      z.object({
        unit: UnitRef,
        source: z.string(),
        validFrom: Day.nullable(),
        validTo: Day.nullable(),
        /** As GeoJSON writes it. */
        geometry: z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(Ring)) }),
      }),
    ),
  }),
})

export const boundaryTroubles = [
  'no-code',
  'no-unit',
  'not-an-area',
  'bad-place',
  'bad-ring',
  'twice',
] as const
export const BoundaryTrouble = z.enum(boundaryTroubles)
export type BoundaryTrouble = z.infer<typeof BoundaryTrouble>

export const ImportBoundaries = endpoint({
  method: 'post',
  path: '/api/map/boundaries',
  access: 'unit.change',
  summary: 'Read a GeoJSON file of boundaries; with `write` also keep those that belong to a unit',
  query: z.object({
    name: z.string().max(255).default(''),
    /** The property that holds the code of the unit; the likeliest unless told. */
    property: z.string().max(100).optional(),
    source: z.string().trim().max(300).default(''),
    validFrom: Day.optional(),
    /** The last day, where it is known. */
    validTo: Day.optional(),
    write: z.enum(['true', 'false']).default('false'),
  }),
  sends: 'bytes',
  answer: z.object({
    property: z.string().nullable(),
    /** Names of the properties, with how many features have one and a first value. */
    properties: z.array(z.object({ name: z.string(), features: z.number().int(), example: z.string() })),
    features: z.number().int(),
    matched: z.array(z.object({ code: z.string(), unit: UnitRef, corners: z.number().int() })),
    troubles: z.array(z.object({ feature: z.number().int(), code: z.string(), trouble: BoundaryTrouble })),
    /** Null: only looked at. */
    written: z.object({ added: z.number().int(), known: z.number().int() }).nullable(),
  }),
})
export type BoundaryReading = z.output<typeof ImportBoundaries.answer>
