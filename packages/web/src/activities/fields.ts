/** What is typed about an activity, and what is still wrong with it. Pure. */
import type { Activity, Qualifier } from '@loa/contract/activities'
import type { Indicator } from '@loa/contract/figures'
import { cleanDetails, type Details, type DetailTrouble } from '@loa/contract/short-form'
import { troublesOfDetails } from '@loa/contract/short-forms'
import { numberOf, type QuantityTrouble, troubleOf, typedOf } from '../figures/quantity.ts'
import type { Language } from '../words/language.tsx'

/** One number as it is typed; `things`: what is counted by name, one a line; `outOf`: the whole of a share. */
export interface QuantityFields {
  indicator: string
  typed: string
  qualifier: Qualifier
  outOf: string
  things: string
}

export interface Fields {
  quantities: QuantityFields[]
  topics: number[]
  place: string
  day: string
  details: Details
  note: string
}

type Trouble = QuantityTrouble | 'notPositive' | 'noThings' | 'wholeMissing' | 'twice' | 'indicator'

export interface FieldTroubles {
  /** By the place of the quantity in the form. */
  quantities: Record<number, Trouble>
  topics?: 'topics'
  place?: 'place'
  day?: 'day' | 'future'
  details: DetailTrouble[]
}

export const noTroubles: FieldTroubles = { quantities: {}, details: [] }

export const newQuantity = (indicator: string, typed = '1'): QuantityFields => ({
  indicator,
  typed,
  qualifier: 'exact',
  outOf: '',
  things: '',
})

export const fieldsOf = (activity: Activity, language: Language): Fields => ({
  quantities: activity.quantities.map(({ indicator, quantity, qualifier, outOf, things }) => ({
    indicator,
    typed: typedOf(quantity, language),
    qualifier,
    outOf: typedOf(outOf, language),
    things: things.join('\n'),
  })),
  topics: activity.topics,
  place: activity.place,
  day: activity.happenedOn,
  details: activity.details,
  note: activity.note,
})

/** The form that the first indicator belongs to; the others are of the same one. */
export const formOf = (fields: Fields, indicators: Indicator[]) =>
  indicators.find(({ code }) => code === fields.quantities[0]?.indicator)?.form ?? null

interface On {
  language: Language
  today: string
  /** It is to be handed in now, and so must be whole. */
  isHandedIn?: boolean
}

export const troublesOf = (
  fields: Fields,
  indicators: Indicator[],
  { language, today, isHandedIn = false }: On,
): FieldTroubles => {
  const form = formOf(fields, indicators)
  const codes = fields.quantities.map(({ indicator }) => indicator)
  return {
    quantities: Object.fromEntries(
      fields.quantities.flatMap((quantity, index) => {
        const indicator = indicators.find(({ code }) => code === quantity.indicator)
        const isTwice = codes.indexOf(quantity.indicator) < index
        const trouble = isTwice ? 'twice' : quantityTrouble(quantity, indicator, language)
        return trouble ? [[index, trouble]] : []
      }),
    ),
    ...(fields.place.trim().length < 2 ? { place: 'place' as const } : {}),
    ...(!fields.day ? { day: 'day' as const } : fields.day > today ? { day: 'future' as const } : {}),
    ...(fields.topics.length === 0 ? { topics: 'topics' as const } : {}),
    details: form ? troublesOfDetails({ form, indicators: codes, details: fields.details }, isHandedIn) : [],
  }
}

export const isFaultless = ({ quantities, details, ...others }: FieldTroubles): boolean =>
  Object.keys(quantities).length + details.length + Object.keys(others).length === 0

const quantityTrouble = (
  { typed, outOf, things }: QuantityFields,
  indicator: Indicator | undefined,
  language: Language,
): Trouble | null => {
  if (!indicator) return 'indicator'
  if (indicator.aggregation === 'distinct') return namesOf(things).length === 0 ? 'noThings' : null
  const trouble = troubleOf(typed, language, indicator.decimals)
  if (trouble) return trouble
  const value = numberOf(typed, language) ?? 0
  if (value === 0) return 'notPositive'
  if (indicator.aggregation === 'ratio' && (numberOf(outOf, language) ?? 0) < value) return 'wholeMissing'
  return null
}

const namesOf = (things: string): string[] =>
  things
    .split('\n')
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** As the server takes it. The same fields give the same words, so that a repeat is known as one. */
export const recordOf = (fields: Fields, dutyId: number, language: Language) => ({
  dutyId,
  quantities: fields.quantities.map(({ indicator, typed, qualifier, outOf, things }) => {
    const names = namesOf(things)
    return {
      indicator,
      quantity: names.length || (numberOf(typed, language) ?? 0),
      outOf: outOf.trim() === '' ? null : numberOf(outOf, language),
      qualifier,
      things: names,
    }
  }),
  topics: [...fields.topics].sort((a, b) => a - b),
  place: fields.place.trim(),
  happenedOn: fields.day,
  details: cleanDetails(fields.details),
  note: fields.note.trim(),
})
