/** Places on a map: all points in compact columns, and the same places with names for the list beside it. */
import { z } from 'zod'
import { Day, endpoint, Id, PageQuery, pageOf } from './endpoint.ts'
import { UnitRef } from './units.ts'

/** What a point is and how it stands, in one: its place in this list is the number that is sent. */
export const pointStates = ['proved', 'claimed', 'doubted', 'site', 'site-damaged'] as const
export const PointState = z.enum(pointStates)
export type PointState = z.infer<typeof PointState>

export const pointLimit = 100_000
/** Coordinates are whole numbers of this part of a degree: about a metre. */
export const degreeParts = 100_000

const PointQuery = z.object({
  campaign: Id.optional(),
  /** A unit and all below it. */
  unit: Id.optional(),
  kind: z.enum(['site', 'photo']).optional(),
  state: PointState.optional(),
})
const column = z.array(z.number().int())

export const ListPoints = endpoint({
  method: 'get',
  path: '/api/map/points',
  access: 'activity.read',
  summary: 'Every place the person may see, as columns of whole numbers: sites, and photos of activities',
  query: PointQuery,
  answer: z.object({
    /** More than 100,000 were there; a filter brings the others. */
    isCut: z.boolean(),
    longitudes: column,
    latitudes: column,
    /** Index in `pointStates`. */
    states: column,
  }),
})
export type Points = z.output<typeof ListPoints.answer>

const degree = (limit: number) => z.coerce.number().min(-limit).max(limit)

export const Place = z.object({
  id: z.uuid(),
  state: PointState,
  name: z.string(),
  /** The day of the activity; of a site none. */
  day: Day.nullable(),
  unit: UnitRef,
  latitude: z.number(),
  longitude: z.number(),
})
export type Place = z.infer<typeof Place>

export const ListPlaces = endpoint({
  method: 'get',
  path: '/api/map/places',
  access: 'activity.read',
  summary: 'The places within a frame of the map, with their names',
  query: PageQuery.extend({
    ...PointQuery.shape,
    west: degree(180).default(-180),
    south: degree(90).default(-90),
    east: degree(180).default(180),
    north: degree(90).default(90),
  }),
  answer: pageOf(Place),
})

export const GetMap = endpoint({
  method: 'get',
  path: '/api/map',
  access: 'unit.read',
  summary: 'What the map has to draw on: whether the operator gave a file of tiles (/map/tiles.pmtiles)',
  answer: z.object({ hasTiles: z.boolean() }),
})
