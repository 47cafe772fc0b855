/** The words of a dispatch that is no longer written on: what the pictures of its pages show, as text. */
import type { DocumentTree } from '@loa/contract/documents'
import { draftWords } from '../words/draft.ts'
import { useWords } from '../words/language.tsx'
import { BlockTable, ChartWords } from './block-table.tsx'
import { type AnyBlock, textOf } from './draft-fields.ts'

export const DraftWords = ({ tree }: { tree: DocumentTree }) => {
  const t = useWords(draftWords)
  return (
    <dl className="draft-words" lang="vi">
      <dt>{t.field.subject}</dt>
      <dd>{tree.subject}</dd>
      <dt>{t.field.addressees}</dt>
      <dd>{tree.addressees.map((line) => `- ${line}`).join('\n')}</dd>
      <dt>{t.field.body}</dt>
      <dd className="draft-body">
        <Blocks blocks={tree.body} />
      </dd>
      <dt>{t.field.recipients}</dt>
      <dd>
        {[
          ...tree.recipients.map(({ name, purpose }) => `- ${name}${purpose ? ` (${purpose})` : ''}`),
          ...(tree.archive ? [`- ${tree.archive}`] : []),
        ].join('\n')}
      </dd>
      <dt>{t.field.signerName}</dt>
      <dd>{[tree.signingAuthority, tree.signerTitle, tree.signerName].filter(Boolean).join('\n')}</dd>
    </dl>
  )
}

export const Blocks = ({ blocks }: { blocks: readonly AnyBlock[] }) => (
  <>
    {blocks.map((block, index) =>
      block.kind === 'table' ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paragraph has no other name, and nothing moves here
        <BlockTable key={index} block={block} />
      ) : block.kind === 'chart' ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <ChartWords key={index} chart={block} />
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <p key={index}>{[block.marker, textOf(block)].filter(Boolean).join(' ')}</p>
      ),
    )}
  </>
)
