/** The sentences of a draft, in the order of the page: what a remark can be made on. Pure. */
import type { DocumentTree } from '@loa/contract/documents'
import type { DraftComment } from '@loa/contract/drafts'

export interface Sentence {
  field: NonNullable<DraftComment['field']>
  text: string
}

export const sentencesOf = (tree: DocumentTree): Sentence[] => [
  ...(tree.subject ? cut('subject', null, tree.subject) : []),
  ...tree.addressees.flatMap((line) => cut('addressees', null, line)),
  ...tree.body.flatMap((block) =>
    block.kind === 'paragraph' ? cut('body', block.marker, block.runs.map(({ text }) => text).join('')) : [],
  ),
  ...tree.recipients.flatMap(({ name, purpose }) =>
    cut('recipients', null, purpose ? `${name} (${purpose})` : name),
  ),
]

/** The marker of a paragraph stands before its first sentence. */
const cut = (field: Sentence['field'], marker: string | null, text: string): Sentence[] =>
  text
    .split(/(?<=[.;!?]) +(?=[\p{Lu}\d"“-])/u)
    .map((part, at) => [at === 0 ? marker : null, part.trim()].filter(Boolean).join(' '))
    .filter(Boolean)
    .map((part) => ({ field, text: part }))

/** The sentence that these selected words lie in; null where they lie in none, or in several. */
export const sentenceWith = (sentences: readonly Sentence[], words: string): number | null => {
  const wanted = words.replace(/\s+/g, ' ').trim()
  if (wanted.length < 2) return null
  const at = sentences.findIndex(({ text }) => text.replace(/\s+/g, ' ').includes(wanted))
  return at < 0 ? null : at
}
