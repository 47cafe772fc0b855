/** Letters that carry a person's reminders of a day. Pure. */
import { dayShort } from '../dispatches/phrases.ts'

export interface Letter {
  id: string
  to: string
  subject: string
  text: string
}

/** What a mail server answered, or that it did not; `hasBegun`: it may have the letter all the same. */
export interface Trouble {
  said: string
  code: number | null
  hasBegun: boolean
}

/**
 * What becomes of a letter that did not go through. `again`: the server surely has not taken it. `failed`: it refuses for good.
 * `unknown`: it may have it; a letter that may have come is never sent a second time.
 */
export const outcomeOf = ({ code, hasBegun }: Trouble, tries: number): 'again' | 'failed' | 'unknown' => {
  if (code === null && hasBegun) return 'unknown'
  const isForGood = code !== null && code >= 500 && !isLogin(code)
  return isForGood || tries >= mostTries ? 'failed' : 'again'
}

/** The name or password in the settings, which somebody will mend. */
const isLogin = (code: number): boolean => code >= 530 && code <= 538

/** It is not about this letter: the server is down, or refuses Loa itself. */
export const isOfServer = ({ code }: Trouble): boolean => code === null || isLogin(code)

/** Two days at an hour each, about. */
const mostTries = 55

/** Minutes until the next try: 1, 2, 4 … 60. `tries`: how often it was tried, the last time included. */
export const minutesUntilNext = (tries: number): number => Math.min(60, 2 ** Math.max(0, tries - 1))

export interface LetterOf {
  id: string
  to: string
  name: string
  day: string
  reminders: { id: string; owner: string; campaign: string; unit: string; text: string }[]
}

/** One letter with all reminders of the day, each with its address in Loa. */
export const letterOf = ({ id, to, name, day, reminders }: LetterOf, base: string): Letter => ({
  id,
  to,
  subject: `Nhắc việc ngày ${dayShort(day)}: ${reminders.length} việc`,
  text: [
    `Kính gửi ${name},`,
    ...reminders.map(({ id: reminder, owner, campaign, unit, text }) =>
      [`${owner} nhắc ${unit}, đợt “${campaign}”:`, text, `Mở trong Loa: ${base}/reminders/${reminder}`].join(
        '\n\n',
      ),
    ),
    'Thư do Loa gửi tự động, không nhận thư trả lời. Lời nhắc nằm trong hồ sơ việc của đơn vị.',
  ].join('\n\n'),
})
