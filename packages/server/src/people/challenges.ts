/** Challenges that need no memory until they are met: signed, for one purpose, for five minutes, and good once. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const seconds = 300

export const openChallenges = (secret: string) => {
  // Only those that were met stand here, so strangers cannot fill it.
  const met = new Map<string, number>()
  const sign = (purpose: string, words: string) =>
    createHmac('sha256', secret).update(`challenge\n${purpose}\n${words}`).digest()
  return {
    make(purpose: string): Uint8Array<ArrayBuffer> {
      const words = Buffer.alloc(24)
      words.writeUIntBE(Math.floor(Date.now() / 1000) + seconds, 0, 6)
      randomBytes(18).copy(words, 6)
      return new Uint8Array(Buffer.concat([words, sign(purpose, words.toString('hex'))]))
    },
    /** True once for each challenge that was made here for that purpose and is not too old. */
    meet(purpose: string, challenge: string): boolean {
      const bytes = Buffer.from(challenge, 'base64url')
      if (bytes.length !== 56) return false
      const words = bytes.subarray(0, 24)
      if (!timingSafeEqual(bytes.subarray(24), sign(purpose, words.toString('hex')))) return false
      const now = Math.floor(Date.now() / 1000)
      for (const [known, until] of met) if (until < now) met.delete(known)
      const until = words.readUIntBE(0, 6)
      if (until < now || met.has(challenge)) return false
      met.set(challenge, until)
      return true
    },
  }
}
