/** The gatherings and drives of a unit as iCalendar (RFC 5545), which phones and mail programs read. Pure. */

export interface Entry {
  id: string
  title: string
  place: string
  latitude: number | null
  longitude: number | null
  startsAt: string
  endsAt: string
  /** Why it does not take place. */
  cancelled: string | null
  version: number
  updatedAt: string
  words: string
}

/** A cancelled entry stays in: a program that has it already must learn that it does not take place. */
export const calendarOf = async (unit: string, entries: readonly Entry[]): Promise<string> => {
  // Loaded with the first calendar that is read.
  const { default: ical, ICalCalendarMethod, ICalEventStatus } = await import('ical-generator')
  const calendar = ical({
    name: `Loa: ${unit}`,
    prodId: { company: 'Loa', product: 'Lịch tuyên truyền', language: 'VI' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  })
  for (const entry of entries) {
    const event = calendar.createEvent({
      id: `${entry.id}@loa`,
      // A program takes what it hears as newer only where this is higher.
      sequence: entry.version - 1,
      stamp: new Date(entry.updatedAt),
      start: new Date(entry.startsAt),
      end: new Date(entry.endsAt),
      summary: entry.cancelled === null ? entry.title : `Hoãn, hủy: ${entry.title}`,
      description: entry.cancelled === null ? entry.words : `${entry.words}\n${entry.cancelled}`,
      status: entry.cancelled === null ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    })
    event.location(
      entry.latitude === null || entry.longitude === null
        ? { title: entry.place }
        : { title: entry.place, geo: { lat: entry.latitude, lon: entry.longitude } },
    )
  }
  return calendar.toString()
}
