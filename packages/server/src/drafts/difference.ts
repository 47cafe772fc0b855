/** What changed between two versions of a draft, place by place and word by word. Pure. */

import type { DocumentTree } from '@loa/contract/documents'
import type { DraftChangeShown } from '@loa/contract/drafts'
import { diffArrays, diffWordsWithSpace } from 'diff'

type Field = DraftChangeShown['field']

/** Only what differs; nothing for two trees that read the same. */
export const draftChanges = (before: DocumentTree, after: DocumentTree): DraftChangeShown[] => [
  ...oneLine('subject', before.subject, after.subject),
  ...lines('addressees', before.addressees, after.addressees),
  ...paragraphs(bodyLines(before), bodyLines(after)),
  ...lines('recipients', recipientLines(before), recipientLines(after)),
  ...lines('signer', signerLines(before), signerLines(after)),
]

/** Every place of the text as one reads it, for finding a sentence again. */
export const readingOf = (tree: DocumentTree): string =>
  [
    tree.subject ?? '',
    ...tree.addressees,
    ...bodyLines(tree),
    ...recipientLines(tree),
    ...signerLines(tree),
  ].join('\n')

const bodyLines = (tree: DocumentTree): string[] =>
  tree.body.map((block) => {
    if (block.kind === 'chart') return block.title
    if (block.kind === 'table') return block.rows.map((row) => row.join(' · ')).join('\n')
    return [block.marker, block.runs.map(({ text }) => text).join('')].filter(Boolean).join(' ')
  })
const recipientLines = (tree: DocumentTree): string[] => [
  ...tree.recipients.map(({ name, purpose }) => (purpose ? `${name} (${purpose})` : name)),
  ...(tree.archive ? [tree.archive] : []),
]
const signerLines = ({ place, signingAuthority, signerTitle, signerName }: DocumentTree): string[] =>
  [place, signingAuthority, signerTitle, signerName].filter((line): line is string => Boolean(line))

const oneLine = (field: Field, before: string | null, after: string | null): DraftChangeShown[] =>
  before === after ? [] : [{ field, paragraph: null, parts: wordsOf(before ?? '', after ?? '') }]

const lines = (field: Field, before: readonly string[], after: readonly string[]): DraftChangeShown[] =>
  before.join('\n') === after.join('\n')
    ? []
    : [{ field, paragraph: null, parts: wordsOf(before.join('\n'), after.join('\n')) }]

/** Paragraphs are matched whole first; what was taken out and put in at one place is compared by its words. */
const paragraphs = (before: string[], after: string[]): DraftChangeShown[] => {
  const found: DraftChangeShown[] = []
  let at = 0
  let gone: string[] = []
  const flush = (added: string[]) => {
    for (const [index, text] of added.entries())
      found.push({
        field: 'body',
        paragraph: at + index + 1,
        parts: wordsOf(gone[index] ?? '', text),
      })
    for (const text of gone.slice(added.length))
      found.push({ field: 'body', paragraph: null, parts: [{ kind: 'removed', text }] })
    at += added.length
    gone = []
  }
  for (const { added, removed, value } of diffArrays(before, after)) {
    if (removed) gone = value
    else if (added) flush(value)
    else {
      flush([])
      at += value.length
    }
  }
  flush([])
  return found
}

const wordsOf = (before: string, after: string): DraftChangeShown['parts'] =>
  diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
