/**
 * The short form of each of the ten forms of communication: what is asked about an activity besides place, day, topics and
 * quantities. One description for the server, the page and the phone without network; checking it is a pure function.
 */
import type { Form } from './plans.ts'
import { type Details, type DetailTrouble, isNeeded, type ShortForm, troubleOfAnswer } from './short-form.ts'
import { contest, exhibition, integration, performanceFilm } from './short-forms-events.ts'
import { communeLoudspeakers, led, loudspeakerCar, massMedia, visual, website } from './short-forms-media.ts'

export const shortForms: Record<Form, ShortForm> = {
  visual,
  'loudspeaker-car': loudspeakerCar,
  website,
  led,
  'mass-media': massMedia,
  'commune-loudspeakers': communeLoudspeakers,
  'performance-film': performanceFilm,
  exhibition,
  contest,
  integration,
}

/**
 * What is wrong with the answers, field by field. `isWhole`: as they must be to be handed in; before that, an empty field
 * is only not filled in yet.
 */
export const troublesOfDetails = (
  { form, indicators, details }: { form: Form; indicators: readonly string[]; details: Details },
  isWhole: boolean,
): DetailTrouble[] => {
  const { fields } = shortForms[form]
  const known = new Set(fields.map(({ name }) => name))
  const unknown = Object.keys(details)
    .filter((name) => !known.has(name))
    .map((field): DetailTrouble => ({ field, trouble: 'unknown' }))
  return [
    ...fields.flatMap((field): DetailTrouble[] => {
      const answer = details[field.name]?.trim() ?? ''
      const trouble =
        answer === ''
          ? isWhole && isNeeded(field, indicators)
            ? 'required'
            : null
          : troubleOfAnswer(field, answer)
      return trouble ? [{ field: field.name, trouble }] : []
    }),
    ...unknown,
  ]
}
