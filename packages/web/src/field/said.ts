/** Where an item is, in a word with its icon. Pure. */
import { bytesOf, type Item, missingOf } from '@loa/field/item'
import { waitsForWifi } from '@loa/field/queue'
import { numberWords } from '../shell/format.ts'
import type { IconName } from './icon.tsx'
import { language, t } from './language.ts'

export interface ItemSaid {
  icon: IconName
  tone: 'go' | 'ok' | 'ask' | 'bad' | 'none'
  words: string
}

export interface Around {
  isOnline: boolean
  isPaused: boolean
  isMobile: boolean
  isSignedOut: boolean
  sending: string | null
  /** Two values of it stand on the server, and nobody has chosen yet. */
  isAsked: boolean
  /** Its place among those that wait. */
  place: number
}

export const said = (item: Item, around: Around): ItemSaid => {
  if (item.state === 'sent') return { icon: 'check', tone: 'ok', words: receiptWords(item, around.isAsked) }
  if (item.state === 'returned') return { icon: 'returned', tone: 'bad', words: t.returned }
  if (item.state === 'doing') {
    const missing = missingOf(item).map((name) => t.missing[name])
    return missing.length > 0
      ? { icon: 'ask', tone: 'ask', words: t.state.missing(missing.join(', ')) }
      : { icon: 'pencil', tone: 'none', words: t.state.whole }
  }
  if (around.sending === item.id) return { icon: 'half', tone: 'go', words: sendingWords(item) }
  if (around.isSignedOut) return { icon: 'ask', tone: 'ask', words: t.state.person }
  if (around.isPaused) return { icon: 'turn', tone: 'none', words: t.state.paused }
  if (!around.isOnline) return { icon: 'offline', tone: 'none', words: t.state.network }
  if (waitsForWifi(item, around.isMobile)) return { icon: 'offline', tone: 'none', words: t.state.wifi }
  if (item.trouble && item.retryAt !== null) {
    const hour = hourOf(new Date(item.retryAt))
    const words = item.trouble.code === 'network.offline' ? t.state.cut(hour) : t.state.busy(hour)
    return { icon: 'offline', tone: 'none', words }
  }
  return { icon: 'turn', tone: 'none', words: t.state.turn(around.place) }
}

const sendingWords = (item: Item): string => {
  const { all, sent } = bytesOf(item)
  return sent < all ? t.state.sending(megabytes(sent), megabytes(all)) : t.state.checking
}

const receiptWords = ({ receipt }: Item, isAsked: boolean): string => {
  if (!receipt) return t.received
  const number = String(receipt.number).padStart(4, '0')
  const words = isAsked ? t.state.conflict : t.state.received
  return words(hourOf(new Date(receipt.at)), number)
}

export const megabytes = (bytes: number): string =>
  numberWords(language, bytes === 0 ? 0 : Math.max(0.1, bytes / 1_000_000), 1)

export const hourOf = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
