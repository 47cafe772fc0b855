/**
 * The rules of an incoming document (Decree 30/2020/NĐ-CP, articles 20–24 and Appendix IV): entered once with the number of
 * its year, forwarded with who leads and until when, finished with an answer. Pure: no database, no clock, no network.
 */
import type { ArrivalRow, Twin } from '@loa/contract/arrivals'
import { Problem } from '@loa/contract/problem'

/**
 * What a second copy is known by: number, symbol and author, however they are written (Decree 30, Appendix VI, part I). Null
 * where the document has no number.
 */
export const sameKey = (code: string | null, author: string | null): string | null => {
  if (!code || /^\s*\//.test(code)) return null
  return `${plain(code)}|${plain(author ?? '')}`
}

const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9/]/g, '')
    .replace(/(^|\/)0+(?=\d)/g, '$1')

/**
 * @throws Problem `arrival.future-day` for a day that has not come, `arrival.twin` for a document that stands in the register
 * already, unless it is to be entered nevertheless
 */
export const checkEntry = (
  { arrivedOn, despiteTwin }: { arrivedOn: string; despiteTwin: boolean },
  { today, twins }: { today: string; twins: readonly Twin[] },
): void => {
  if (arrivedOn > today) throw new Problem('arrival.future-day', { today })
  const [twin] = twins
  if (twin && !despiteTwin)
    throw new Problem('arrival.twin', { number: twin.number, year: twin.year, on: twin.arrivedOn })
}

type Standing = Pick<ArrivalRow, 'forwardedAt' | 'finishedAt'>

/** @throws Problem `arrival.finished`, or `arrival.past-due` for a deadline that has passed when it is set */
export const checkForward = ({ finishedAt }: Standing, dueOn: string | null, today: string): void => {
  if (finishedAt) throw new Problem('arrival.finished')
  if (dueOn !== null && dueOn < today) throw new Problem('arrival.past-due', { today })
}

/** @throws Problem `arrival.finished`, `arrival.not-forwarded` */
export const checkHandle = ({ forwardedAt, finishedAt }: Standing): void => {
  if (finishedAt) throw new Problem('arrival.finished')
  if (!forwardedAt) throw new Problem('arrival.not-forwarded')
}
