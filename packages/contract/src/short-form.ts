/** What a short form is made of, and what may be wrong with an answer. Pure. */
import { z } from 'zod'
import type { Form } from './plans.ts'

/** Answers by the name of their field; days, hours and choices are written as words too. */
export const Details = z.record(z.string().max(40), z.string().max(2000))
export type Details = z.infer<typeof Details>

interface InTwoLanguages {
  vi: string
  en: string
}

export interface ShortField {
  name: string
  kind: 'text' | 'lines' | 'link' | 'day' | 'time' | 'choice'
  label: InTwoLanguages
  help?: InTwoLanguages
  /** Asked for before the activity is handed in. */
  isRequired?: true
  /** Asked for before it is handed in, where one of these indicators has a quantity. */
  requiredWith?: readonly string[]
  choices?: readonly { value: string; label: InTwoLanguages }[]
}

export interface ShortForm {
  form: Form
  fields: readonly ShortField[]
}

export interface DetailTrouble {
  field: string
  trouble: 'required' | 'link' | 'day' | 'time' | 'choice' | 'tooLong' | 'unknown'
}

export const isNeeded = (field: ShortField, indicators: readonly string[]): boolean =>
  field.isRequired === true || (field.requiredWith ?? []).some((code) => indicators.includes(code))

/** Without spaces around them and without empty ones, so that the same answers are the same record. */
export const cleanDetails = (details: Details): Details =>
  Object.fromEntries(
    Object.entries(details)
      .map(([name, answer]) => [name, answer.trim()] as const)
      .filter(([, answer]) => answer !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

export const troubleOfAnswer = (field: ShortField, answer: string): DetailTrouble['trouble'] | null => {
  if (answer.length > (field.kind === 'lines' ? 2000 : 500)) return 'tooLong'
  switch (field.kind) {
    case 'link':
      return isLink(answer) ? null : 'link'
    case 'day':
      return isDay(answer) ? null : 'day'
    case 'time':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(answer) ? null : 'time'
    case 'choice':
      return field.choices?.some(({ value }) => value === answer) ? null : 'choice'
    default:
      return null
  }
}

export const isLink = (text: string): boolean => /^https?:\/\/[^\s/]+\.\S+$/i.test(text)

/** `YYYY-MM-DD`, and a day of the calendar. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
