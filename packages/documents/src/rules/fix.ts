/** Puts right in a DOCX what can be put right without touching its meaning. */
import { XmlTrouble } from '../read/xml.ts'
import { ZipTrouble } from '../read/zip.ts'
import { type CheckResult, check } from './check.ts'
import { changeDocx } from './docx-change.ts'
import type { Finding, Mend } from './rule.ts'

export interface Fixed {
  /** The corrected file; the same bytes where nothing was to be done. */
  bytes: Uint8Array
  /** What was put right, as it was found; each once. */
  done: Finding[]
  /** What is left. */
  left: CheckResult
}

/** Words move places, so each kind of change is made in rounds of its own, and the file is looked at anew after each. */
const kinds: Mend['kind'][] = ['words', 'face', 'paragraph', 'sheet', 'numbers']
const roundsOfKind = 6

/** Null for what is no DOCX or cannot be read. Never throws for what the file says. */
export const fixDocx = async (bytes: Uint8Array, name: string): Promise<Fixed | null> => {
  let now = bytes
  let left = await check(now, name)
  if (left.text === null || !left.isDocx) return null
  const done = new Map<string, Finding>()
  // Bold words may be told apart only when the words are right, so all kinds are gone through twice.
  for (const kind of [...kinds, ...kinds])
    for (let round = 0; round < roundsOfKind; round++) {
      const asked = left.findings.filter(({ mends }) => mends.some((mend) => mend.kind === kind))
      const mends = asked.flatMap((each) => each.mends.filter((mend) => mend.kind === kind))
      const changed = mends.length === 0 ? null : written(now, left.text ?? '', mends)
      if (changed === null) break
      for (const finding of asked)
        if (finding.mends.some((mend) => changed.done.includes(mend))) done.set(keyOf(finding), finding)
      now = changed.bytes
      left = await check(now, name)
    }
  return { bytes: now, done: [...done.values()], left }
}

const keyOf = ({ rule, wrong, place }: Finding): string => `${rule} ${wrong.vi} ${place?.words ?? ''}`

const written = (bytes: Uint8Array, text: string, mends: Mend[]) => {
  try {
    return changeDocx(bytes, text, mends)
  } catch (trouble) {
    if (trouble instanceof ZipTrouble || trouble instanceof XmlTrouble) return null
    throw trouble
  }
}
