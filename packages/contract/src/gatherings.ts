/** Venues and what happens there; conflicts are told, cancelling for the weather is one act, calendars may be read by any program. */
import { z } from 'zod'
import { ById, ByUuid, endpoint, Id, Instant, PageQuery, pageOf, Version } from './endpoint.ts'
import { UnitRef } from './units.ts'

export const gatheringForms = ['performance-film', 'exhibition', 'contest', 'integration'] as const
export const GatheringForm = z.enum(gatheringForms)
export type GatheringForm = z.infer<typeof GatheringForm>

export const Venue = z.object({
  id: z.uuid(),
  unit: UnitRef,
  name: z.string(),
  place: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  outdoors: z.boolean(),
  version: Version,
})
export type Venue = z.infer<typeof Venue>

export const ListVenues = endpoint({
  method: 'get',
  path: '/api/venues',
  access: 'gathering.read',
  summary: 'Venues of the own units and below',
  query: PageQuery.extend({ q: z.string().max(100).optional() }),
  answer: pageOf(Venue),
})

export const SaveVenue = endpoint({
  method: 'put',
  path: '/api/venues/{id}',
  access: 'gathering.save',
  summary: 'Note a venue under a UUID made by the client, or change it',
  params: ByUuid,
  body: z
    .object({
      name: z.string().trim().min(2).max(200),
      place: z.string().trim().min(2).max(500),
      latitude: z.number().min(-90).max(90).nullable().default(null),
      longitude: z.number().min(-180).max(180).nullable().default(null),
      outdoors: z.boolean(),
      version: Version.optional(),
    })
    .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
      path: ['longitude'],
      message: 'both',
    }),
  answer: Venue,
})

/** `travel`: the same people or car cannot be there in time. */
export const conflictKinds = ['venue', 'crew', 'vehicle', 'travel'] as const

export const Conflict = z.object({
  kind: z.enum(conflictKinds),
  /** The gathering or the drive it clashes with. */
  id: z.uuid(),
  title: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  /** Whose name or plate stands in both, or minutes that are lacking. */
  detail: z.string(),
})
export type Conflict = z.infer<typeof Conflict>

export const Gathering = z.object({
  id: z.uuid(),
  unit: UnitRef,
  dutyId: Id,
  campaign: z.object({ id: Id, title: z.string() }),
  form: GatheringForm,
  title: z.string(),
  venue: Venue.omit({ unit: true, version: true }),
  vehicle: z.object({ id: Id, plate: z.string() }).nullable(),
  crew: z.array(z.string()),
  startsAt: Instant,
  endsAt: Instant,
  cancelledReason: z.string().nullable(),
  version: Version,
})
export type Gathering = z.infer<typeof Gathering>

export const ListGatherings = endpoint({
  method: 'get',
  path: '/api/gatherings',
  access: 'gathering.read',
  summary: 'What happens from a time on, the earliest first',
  query: PageQuery.extend({ from: Instant.optional(), duty: Id.optional(), venue: z.uuid().optional() }),
  answer: pageOf(Gathering),
})

export const GetGathering = endpoint({
  method: 'get',
  path: '/api/gatherings/{id}',
  access: 'gathering.read',
  summary: 'One gathering, with what clashes with it',
  params: ByUuid,
  answer: Gathering.extend({ conflicts: z.array(Conflict) }),
})

export const SaveGathering = endpoint({
  method: 'put',
  path: '/api/gatherings/{id}',
  access: 'gathering.save',
  summary:
    'Plan it for an accepted duty; what clashes is told first, and planned in spite of it only when a person says so',
  params: ByUuid,
  body: z
    .object({
      dutyId: Id,
      form: GatheringForm,
      title: z.string().trim().min(2).max(300),
      venueId: z.uuid(),
      vehicleId: Id.nullable().default(null),
      crew: z.array(z.string().trim().min(2).max(100)).max(60).default([]),
      startsAt: Instant,
      endsAt: Instant,
      /** The person has seen what clashes. */
      despite: z.boolean().default(false),
      version: Version.optional(),
    })
    .refine(({ startsAt, endsAt }) => Date.parse(startsAt) < Date.parse(endsAt), {
      path: ['endsAt'],
      message: 'order',
    }),
  answer: Gathering.extend({ conflicts: z.array(Conflict) }),
})

export const CancelGatherings = endpoint({
  method: 'post',
  path: '/api/gatherings/cancel',
  access: 'gathering.save',
  summary:
    'One act for the weather: everything of the own units in some hours, outdoors or all, with one reason',
  body: z
    .object({
      from: Instant,
      to: Instant,
      /** Only what happens outdoors; drives count as outdoors. */
      outdoorsOnly: z.boolean(),
      ids: z.array(z.uuid()).max(500).optional(),
      reason: z.string().trim().min(2).max(500),
    })
    .refine(({ from, to }) => Date.parse(from) < Date.parse(to), { path: ['to'], message: 'order' }),
  answer: z.object({ gatherings: z.number().int(), drives: z.number().int() }),
})

export const CalendarFeed = z.object({ id: Id, unit: UnitRef, createdAt: Instant })

export const ListCalendarFeeds = endpoint({
  method: 'get',
  path: '/api/calendar-feeds',
  access: 'gathering.read',
  summary: 'The calendar addresses that the person has made',
  answer: z.object({ rows: z.array(CalendarFeed) }),
})

export const MakeCalendarFeed = endpoint({
  method: 'post',
  path: '/api/calendar-feeds',
  access: 'gathering.read',
  summary:
    'An address from which any calendar program reads the gatherings and drives of the own unit; shown once',
  secret: true,
  answer: CalendarFeed.extend({ path: z.string() }),
})

export const EndCalendarFeed = endpoint({
  method: 'delete',
  path: '/api/calendar-feeds/{id}',
  access: 'gathering.read',
  summary: 'End an address',
  params: ById,
})

export const ReadCalendar = endpoint({
  method: 'get',
  path: '/api/calendar/{token}',
  access: 'public',
  summary: 'The calendar as iCalendar (RFC 5545), to whoever has its address',
  params: z.object({ token: z.string().regex(/^[\w-]{20,60}\.ics$/) }),
  gives: 'file',
})
