/** The short form of an activity as it is kept, and what keeps it from being handed in. Pure. */
import type { Activity } from '@loa/contract/activities'
import { Problem } from '@loa/contract/problem'
import { cleanDetails, type Details } from '@loa/contract/short-form'
import { troublesOfDetails } from '@loa/contract/short-forms'

/**
 * `recorded`: what is filled in must be right; `submitted`: all that is needed must be there too.
 * @throws Problem `activity.details-wrong`, `activity.details-missing`, each place naming a field
 */
export const checkDetails = (
  { form, quantities, details }: Pick<Activity, 'form' | 'quantities' | 'details'>,
  as: 'recorded' | 'submitted',
): Details => {
  const indicators = quantities.map(({ indicator }) => indicator)
  const troubles = troublesOfDetails({ form, indicators, details }, as === 'submitted')
  const places = troubles.map(({ field, trouble }) => ({ path: `body.details.${field}`, message: trouble }))
  if (troubles.some(({ trouble }) => trouble !== 'required'))
    throw new Problem('activity.details-wrong', { fields: troubles.length }, places)
  if (troubles.length > 0) throw new Problem('activity.details-missing', { fields: troubles.length }, places)
  return cleanDetails(details)
}
