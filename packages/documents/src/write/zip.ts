import { type Zippable, zipSync } from 'fflate'

/** A zip whose bytes depend only on what is in it: parts in the order given, all dated to the first day of zip. */
export const deterministicZip = (parts: Record<string, Uint8Array | string>): Uint8Array => {
  const entries: Zippable = {}
  for (const [name, part] of Object.entries(parts)) {
    entries[name] = [typeof part === 'string' ? encoder.encode(part) : part, { mtime: firstDay, level: 6 }]
  }
  return zipSync(entries)
}

/** Zip keeps local time: fields are given, not an instant, so the zone of the machine does not matter. */
const firstDay = new Date(1980, 0, 1)
const encoder = new TextEncoder()
