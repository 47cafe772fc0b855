/** Checks a file, or the pages that Loa would make of a draft, against Decree 30. Runs in the child process. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Checked, CheckedFinding } from '@loa/contract/findings'
import { boxesOf, type DocumentTree, type Message, type ReadResult } from '@loa/documents'
import { read } from '@loa/documents/read'
import { check, checkRead, type Finding } from '@loa/documents/rules'

/** `seen`: what was read of a scan, which is not read twice. */
export const checkFile = async (
  path: string,
  name: string,
  seen: { tree: DocumentTree; messages: Message[] } | null,
): Promise<Checked> => {
  const bytes = await readFile(path)
  const { family, findings } = seen
    ? await checkRead(bytes, { ...seen, layout: null })
    : await check(bytes, name)
  const keys = new Keys()
  return { family, findings: findings.map((finding) => shown(finding, keys)) }
}

/** Places are those of the pages as they print; a draft has no text of its own to point into. */
export const checkDraft = async (tree: DocumentTree): Promise<Checked> => {
  const { writeDocx, writePdf } = await import('@loa/documents/write')
  const checked = await check(await writeDocx(tree), 'draft.docx')
  const { family } = checked
  const findings = checked.findings.filter(({ rule }) => !filledInLater.has(rule))
  const pages = findings.some(({ place }) => place?.words)
    ? await read(await writePdf(tree), 'draft.pdf')
    : null
  const keys = new Keys()
  return {
    family,
    findings: findings.map((finding) => ({
      ...shown(finding, keys),
      span: null,
      at: pages && placeOn(pages, finding.place?.words ?? null),
    })),
  }
}

/** The name of whoever signs is put in with the signature. */
const filledInLater = new Set(['sign.name-missing'])

const shown = ({ rule, clause, severity, wrong, mend, place }: Finding, keys: Keys): CheckedFinding => ({
  key: keys.next(rule, place?.words ?? ''),
  rule,
  clause,
  severity,
  wrong,
  mend,
  field: place?.field ?? null,
  words: place?.words ?? null,
  span:
    place?.start !== undefined && place.end !== undefined && place.end > place.start
      ? { start: place.start, end: place.end }
      : null,
  at: null,
})

/** One rule may find the same words twice. */
class Keys {
  readonly #counts = new Map<string, number>()

  next(rule: string, words: string): string {
    const key = `${rule}.${createHash('sha256').update(words).digest('hex').slice(0, 12)}`
    const count = this.#counts.get(key) ?? 0
    this.#counts.set(key, count + 1)
    return count === 0 ? key : `${key}.${count}`
  }
}

/** Where the first of the words stand on the pages; lines are broken otherwise than in the DOCX. */
const placeOn = ({ tree, layout }: ReadResult, words: string | null): CheckedFinding['at'] => {
  if (!tree || !layout || !words) return null
  const first = words.replace(/…$/, '').split(/\s+/).slice(0, 6)
  const escaped = first.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+')
  const match = new RegExp(escaped, 'u').exec(tree.text)
  const place = match && boxesOf(layout, { start: match.index, end: match.index + match[0].length })[0]
  const page = place && layout.pages[place.page - 1]
  if (!place || !page) return null
  return { page: place.page, top: Math.round(((place.box[1] + place.box[3] / 2) / page.height) * 1000) / 10 }
}
