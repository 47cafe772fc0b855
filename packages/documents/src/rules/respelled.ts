import type { Found } from './rule.ts'

/** A finding at words that become others. */
export const respelled = (start: number, end: number, to: string, found: Partial<Found> = {}): Found => ({
  span: { start, end: Math.max(end, start) },
  wanted: to,
  ...found,
  mends: [{ kind: 'words', start, end, to }],
})
