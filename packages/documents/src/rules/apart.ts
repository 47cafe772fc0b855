/** Checking in a process of its own, with limits of memory and time, as `openReader` reads. */
import { join } from 'node:path'
import { type ApartLimits, openApart } from '../read/apart.ts'
import { say } from '../read/messages.ts'
import type { CheckResult } from './check.ts'
import type { Fixed } from './fix.ts'

export interface Ask {
  work: 'check' | 'fix'
  bytes: Uint8Array
  name: string
}

export type Answer = { checked: CheckResult; fixed: Omit<Fixed, 'left'> | null }

export interface ApartChecker {
  /** As `check`; a file that breaks a limit has no text and says so. */
  check(bytes: Uint8Array, name: string): Promise<CheckResult>
  /** As `fixDocx`: what is left, and the corrected file; null for what is no DOCX. */
  fix(bytes: Uint8Array, name: string): Promise<Answer>
  close(): Promise<void>
}

export const openChecker = (limits: ApartLimits = {}): ApartChecker => {
  const { ask, close } = openApart<Ask, Answer>(
    join(import.meta.dirname, 'apart-process.ts'),
    (code) => ({ checked: unread(code), fixed: null }),
    limits,
  )
  return {
    check: async (bytes, name) => (await ask({ work: 'check', bytes, name })).checked,
    fix: (bytes, name) => ask({ work: 'fix', bytes, name }),
    close,
  }
}

const unread = (code: 'file.damaged' | 'file.too-slow'): CheckResult => ({
  family: 'unknown',
  type: null,
  findings: [],
  isDocx: false,
  text: null,
  messages: [say(code)],
})
