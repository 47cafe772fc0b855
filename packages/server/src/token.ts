/** Secrets that are shown once, as links and keys of devices: only their hash is kept. */
import { createHash, randomBytes } from 'node:crypto'

/** 192 bits, safe in a URL. */
export const newToken = (): string => randomBytes(24).toString('base64url')

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
