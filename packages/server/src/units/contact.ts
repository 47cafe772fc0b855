/** The rules of a unit's contacts. Pure: no database, no clock. */
import { Problem } from '@loa/contract/problem'
import type { Contact } from '@loa/contract/units'

interface Days {
  validFrom: string | null
  validTo: string | null
}

const shapes: Partial<Record<Contact['kind'], RegExp>> = {
  phone: /^\+?[\d ().-]{6,30}$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/,
  website: /^(?:https?:\/\/)?[^\s/]+\.[^\s/]{2,}(?:\/\S*)?$/i,
  // Codes of the exchange of documents (QCVN 102:2016/BTTTT): letters, digits and points.
  'organ-id': /^[\w.-]{2,50}$/,
  'exchange-code': /^[\w.-]{2,50}$/,
}

/** @throws Problem `contact.wrong-value` or, outside the days of the unit, `contact.wrong-day` */
export const checkContact = (contact: Pick<Contact, 'kind' | 'value' | 'validFrom'>, unit: Days): void => {
  const shape = shapes[contact.kind]
  if (shape && !shape.test(contact.value))
    throw new Problem('contact.wrong-value', { kind: contact.kind }, [
      { path: 'body.value', message: contact.kind },
    ])
  if (contact.validFrom !== null && !isWithin(contact.validFrom, unit))
    throw new Problem('contact.wrong-day', { day: contact.validFrom }, [
      { path: 'body.validFrom', message: 'day' },
    ])
}

/** @throws Problem `contact.wrong-day` when it would end before it began */
export const checkEnd = (contact: Days, validTo: string, unit: Days): void => {
  if ((contact.validFrom !== null && validTo < contact.validFrom) || !isWithin(validTo, unit))
    throw new Problem('contact.wrong-day', { day: validTo }, [{ path: 'body.validTo', message: 'day' }])
}

export const isWithin = (day: string, { validFrom, validTo }: Days): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
