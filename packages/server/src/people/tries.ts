/**
 * How often a password or a code may be tried. Guessing is stopped, and nobody can be locked out by it: a device from which
 * its owner has signed in before has a bucket of its own, which strangers cannot empty. A shut account for strangers leaves
 * the owner the known device, a passkey and the provider.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'

export const tryLimits = {
  /** By one address at one account: the colleagues behind the same address do not share it. */
  address: { points: 10, duration: 60 },
  /** By all unknown devices together at one account, from however many addresses. */
  strangers: { points: 30, duration: 3600 },
  /** By one device that the owner has used. */
  device: { points: 20, duration: 600 },
} as const

export type Verdict = 'may' | 'address' | 'account'

interface Try {
  /** Password and code are counted apart: who knows one must still guess the other. */
  what: 'password' | 'code'
  account: string
  address: string
  cookie: string | null
}

export const openTries = (secret: string) => {
  const byAddress = new RateLimiterMemory(tryLimits.address)
  const byStrangers = new RateLimiterMemory(tryLimits.strangers)
  const byDevice = new RateLimiterMemory(tryLimits.device)
  const byNobody = new RateLimiterMemory({ points: 60, duration: 3600 })
  const may = (limiter: RateLimiterMemory, key: string) =>
    limiter.consume(key).then(
      () => true,
      () => false,
    )
  const sign = (account: string, device: string) =>
    createHmac('sha256', secret)
      .update(`device\n${fold(account)}\n${device}`)
      .digest('base64url')
  /** The cookie says which devices, not whose: `id.signature`, several where people share a machine. */
  const deviceOf = (account: string, cookie: string | null): string | null => {
    for (const entry of entriesOf(cookie)) {
      const [device = '', signature = ''] = entry.split('.')
      if (isSame(signature, sign(account, device))) return device
    }
    return null
  }
  return {
    async mayTry({ what, account, address, cookie }: Try): Promise<Verdict> {
      const device = deviceOf(account, cookie)
      const key = `${what} ${fold(account)}`
      if (device !== null) return (await may(byDevice, `${key} ${device}`)) ? 'may' : 'address'
      if (!(await may(byAddress, `${key} ${address}`))) return 'address'
      return (await may(byStrangers, key)) ? 'may' : 'account'
    },
    /** Was right: what the owner used is given back, what strangers used stays used. */
    async wasRight({ what, account, cookie }: Try): Promise<void> {
      const device = deviceOf(account, cookie)
      const key = `${what} ${fold(account)}`
      if (device !== null) await byDevice.delete(`${key} ${device}`)
      else await byStrangers.reward(key, 1)
    },
    /** May one more refusal of nobody known be noted in the log? */
    mayNote: () => may(byNobody, ''),
    /** The value of the device cookie after a sign-in; people who share a machine stand side by side in it. */
    remember(account: string, cookie: string | null): string {
      const known = entriesOf(cookie)
      if (deviceOf(account, cookie) !== null) return known.join('~')
      const device = randomBytes(16).toString('base64url')
      return [`${device}.${sign(account, device)}`, ...known].slice(0, 8).join('~')
    },
  }
}

const entriesOf = (cookie: string | null): string[] =>
  (cookie ?? '').split('~').filter((entry) => /^[\w-]{20,40}\.[\w-]{40,50}$/.test(entry))

const fold = (account: string) => account.trim().toLowerCase()

const isSame = (left: string, right: string) => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
