/** What is typed about an activity, and what is still wrong with it. Pure. */
import type { Activity } from '@loa/contract/activities'
import type { Indicator } from '@loa/contract/figures'
import { numberOf, type QuantityTrouble, troubleOf, typedOf } from '../figures/quantity.ts'
import type { Language } from '../words/language.tsx'

export interface Fields {
  indicator: string
  topics: number[]
  place: string
  day: string
  quantity: string
  note: string
}

export interface FieldTroubles {
  indicator?: 'indicator'
  topics?: 'topics'
  place?: 'place'
  day?: 'day' | 'future'
  quantity?: QuantityTrouble | 'notPositive'
}

export const fieldsOf = (activity: Activity, language: Language): Fields => ({
  indicator: activity.indicator,
  topics: activity.topics,
  place: activity.place,
  day: activity.happenedOn,
  quantity: typedOf(activity.quantity, language),
  note: activity.note,
})

export const troublesOf = (
  fields: Fields,
  indicators: Indicator[],
  { language, today }: { language: Language; today: string },
): FieldTroubles => {
  const indicator = indicators.find(({ code }) => code === fields.indicator)
  const quantity = troubleOf(fields.quantity, language, indicator?.decimals ?? 2)
  return {
    ...(indicator ? {} : { indicator: 'indicator' as const }),
    ...(quantity
      ? { quantity }
      : numberOf(fields.quantity, language) === 0
        ? { quantity: 'notPositive' as const }
        : {}),
    ...(fields.place.trim().length < 2 ? { place: 'place' as const } : {}),
    ...(!fields.day ? { day: 'day' as const } : fields.day > today ? { day: 'future' as const } : {}),
    ...(fields.topics.length === 0 ? { topics: 'topics' as const } : {}),
  }
}

/** As the server takes it. The same fields give the same words, so that a repeat is known as one. */
export const recordOf = (fields: Fields, dutyId: number, language: Language) => ({
  dutyId,
  indicator: fields.indicator,
  topics: [...fields.topics].sort((a, b) => a - b),
  place: fields.place.trim(),
  happenedOn: fields.day,
  quantity: numberOf(fields.quantity, language) ?? 0,
  note: fields.note.trim(),
})
