/** What is typed about a new activity is kept on this device until it is recorded, under the UUID it will have. */
import { useEffect, useState } from 'react'
import { todayInVietnam } from '../shell/format.ts'
import { type Fields, newQuantity } from './fields.ts'

interface Kept {
  /** The activity's id, made here: sent twice, it is there once. */
  id: string
  fields: Fields
  /** It was recorded already; photos may still be missing. */
  isRecorded: boolean
}

const emptyFields = (indicator: string, topics: number[]): Fields => ({
  quantities: [newQuantity(indicator)],
  topics,
  place: '',
  day: todayInVietnam(),
  details: {},
  note: '',
})

const keyOf = (dutyId: number) => `loa.record.${dutyId}`

export const useKeptDraft = (dutyId: number, start: { indicator: string; topics: number[] }) => {
  const fresh = (): Kept => ({
    id: crypto.randomUUID(),
    fields: emptyFields(start.indicator, start.topics),
    isRecorded: false,
  })
  const [kept, setKept] = useState<Kept>(() => read(dutyId) ?? fresh())
  const [isDropped, setDropped] = useState(false)
  useEffect(() => {
    if (isDropped) sessionStorage.removeItem(keyOf(dutyId))
    else sessionStorage.setItem(keyOf(dutyId), JSON.stringify(kept))
  }, [dutyId, kept, isDropped])

  return {
    kept,
    change: (change: Partial<Fields>) =>
      setKept((before) => ({ ...before, fields: { ...before.fields, ...change } })),
    recorded: () => setKept((before) => ({ ...before, isRecorded: true })),
    /** It is all on the server: nothing is kept here any more. */
    drop: () => setDropped(true),
    startAgain: () => {
      setDropped(false)
      setKept(fresh())
    },
  }
}

const read = (dutyId: number): Kept | null => {
  const text = sessionStorage.getItem(keyOf(dutyId))
  if (!text) return null
  try {
    const kept = JSON.parse(text) as Kept
    // One of before short forms has no list of numbers.
    return Array.isArray(kept.fields.quantities) ? kept : null
  } catch {
    return null
  }
}
