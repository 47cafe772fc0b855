/** What a corrected field may hold: one line of words, a day as far as it is printed, an item of its list. Pure. */
import type { FieldValue, ListField, ScalarField } from '@loa/contract/fields'
import { type DocumentType, documentTypes } from '@loa/documents'

export type Checked = { value: FieldValue } | { fault: string }

const limits: Record<Exclude<ScalarField, 'type' | 'date'>, number> = {
  parentIssuer: 300,
  issuer: 300,
  number: 20,
  symbol: 60,
  code: 80,
  place: 100,
  subject: 2000,
  archive: 300,
  signingAuthority: 200,
  signerTitle: 200,
  signerName: 100,
}

export const checkedScalar = (name: ScalarField, given: FieldValue, today: string): Checked => {
  if (given !== null && typeof given !== 'string') return { fault: 'shape' }
  const value = lineOf(given)
  if (name === 'type') return documentTypes.includes(value as DocumentType) ? { value } : { fault: 'type' }
  if (value === null) return { value }
  if (name === 'date') return checkedDate(value, today)
  if (value.length > limits[name]) return { fault: 'too-long' }
  if (name === 'number' && !/^\d{1,6}\p{L}{0,3}$/u.test(value)) return { fault: 'number' }
  if (name === 'symbol' && /\s/.test(value)) return { fault: 'symbol' }
  return { value }
}

export const checkedItem = (name: ListField, given: FieldValue, today: string): Checked => {
  if (name === 'addressees') {
    if (typeof given !== 'string') return { fault: 'shape' }
    const value = lineOf(given)
    return value === null ? { fault: 'empty' } : value.length > 1000 ? { fault: 'too-long' } : { value }
  }
  if (given === null || typeof given === 'string') return { fault: 'shape' }
  if (name === 'recipients' && 'name' in given) {
    const who = lineOf(given.name)
    return who === null ? { fault: 'empty' } : { value: { name: who, purpose: lineOf(given.purpose) } }
  }
  if (name === 'dueDates' && 'phrase' in given) {
    const phrase = lineOf(given.phrase)
    const date = dayOf(given.date, today, 10)
    if (phrase === null) return { fault: 'empty' }
    return 'fault' in date ? date : { value: { date: date.value, phrase } }
  }
  if (name === 'references' && 'code' in given) {
    const code = lineOf(given.code)
    const date = dayOf(given.date, today)
    if (code === null) return { fault: 'empty' }
    return 'fault' in date
      ? date
      : { value: { type: given.type, code, date: date.value, issuer: lineOf(given.issuer) } }
  }
  return { fault: 'shape' }
}

/** The words that a person marked, as the value of that field. */
export const readMarked = (name: ScalarField | ListField, marked: string, today: string): Checked => {
  const words = lineOf(marked)
  if (words === null) return { fault: 'empty' }
  if (name === 'addressees') return checkedItem(name, words.replace(/^[-–+•]\s*/, ''), today)
  if (name === 'recipients') {
    const [, who = words, purpose = null] = /^[-–+•]?\s*(.*?)\s*(?:\(([^()]*)\))?\s*[;.]?$/.exec(words) ?? []
    return checkedItem(name, { name: who, purpose }, today)
  }
  if (name === 'dueDates') return checkedItem(name, { date: dayIn(words), phrase: words }, today)
  if (name === 'references') {
    const code = /\d+[\p{L}]?(?:\/\d{4})?[/-][\p{L}\d-]+(?:[/-][\p{L}\d-]+)*/u.exec(words)?.[0]
    return checkedItem(name, { type: null, code: code ?? words, date: dayIn(words), issuer: null }, today)
  }
  if (name === 'type') return { fault: 'type' }
  if (name !== 'date') return checkedScalar(name, words, today)
  const date = dayIn(words)
  return date ? checkedDate(date, today) : { fault: 'date' }
}

/** "ngày 17 tháng 5 năm 2023", "17/5/2023", "tháng 5 năm 2023" → as much as is printed. */
const dayIn = (words: string): string | null => {
  const [, day, month, year] =
    /(?:(\d{1,2})\s*(?:tháng|[/.-])\s*)?(?:tháng\s*)?(\d{1,2})\s*(?:năm|[/.-])\s*(\d{4})/i.exec(words) ?? []
  if (!month || !year) return null
  return [year, month.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
}

const dayOf = (
  given: string | null,
  today: string,
  exact?: number,
): { value: string | null } | { fault: string } => {
  const line = lineOf(given)
  if (line === null) return { value: null }
  const checked = checkedDate(line, today)
  return exact && 'value' in checked && checked.value?.length !== exact ? { fault: 'date' } : checked
}

/** A day, month or year that there is, not before 1945 nor further off than five years. */
const checkedDate = (value: string, today: string): { value: string } | { fault: string } => {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? []
  if (!year || Number(year) < 1945 || Number(year) > Number(today.slice(0, 4)) + 5) return { fault: 'date' }
  try {
    Temporal.PlainDate.from(`${year}-${month}-${day}`)
    return { value }
  } catch {
    // 31/02 and the like.
    return { fault: 'date' }
  }
}

/** One line, without what cannot be printed; null when nothing is left. */
const lineOf = (given: string | null): string | null =>
  given
    ?.normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim() || null
