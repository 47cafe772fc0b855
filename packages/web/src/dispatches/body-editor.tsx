/** The paragraphs of a draft: kind, marker and words of each; added, removed and moved. Tables are only shown. */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { numberWords } from '../shell/format.ts'
import { draftWords } from '../words/draft.ts'
import { useWords } from '../words/language.tsx'
import {
  type AnyBlock,
  type KeyedBlock,
  newParagraph,
  type ParagraphBlock,
  textOf,
  withRole,
  withText,
} from './draft-fields.ts'

const roles = ['text', 'dash', 'plus', 'clause', 'point', 'section', 'part', 'basis'] as const

export const BodyEditor = ({
  body,
  onChange,
}: {
  body: KeyedBlock[]
  onChange: (body: KeyedBlock[]) => void
}) => {
  const t = useWords(draftWords)
  const put = (index: number, block: AnyBlock) =>
    onChange(body.map((each, at) => (at === index ? { ...each, block } : each)))
  const move = (index: number, by: 1 | -1) => {
    const moved = body[index]
    if (moved) onChange(body.filter((_, at) => at !== index).toSpliced(index + by, 0, moved))
  }
  return (
    <>
      <ol className="body-editor">
        {body.map(({ key, block }, index) => (
          <li key={key}>
            <fieldset aria-label={t.paragraph(index + 1)}>
              <div className="block-bar">
                <span className="block-number" aria-hidden>
                  {index + 1}
                </span>
                {block.kind === 'paragraph' && (
                  <ParagraphKind block={block} onChange={(changed) => put(index, changed)} />
                )}
                <span className="block-acts">
                  <Act label={t.up(index + 1)} isOff={index === 0} onClick={() => move(index, -1)}>
                    <IconArrowUp size={16} aria-hidden />
                  </Act>
                  <Act
                    label={t.down(index + 1)}
                    isOff={index === body.length - 1}
                    onClick={() => move(index, 1)}
                  >
                    <IconArrowDown size={16} aria-hidden />
                  </Act>
                  <Act
                    label={t.insert(index + 1)}
                    onClick={() => onChange(body.toSpliced(index + 1, 0, newParagraph()))}
                  >
                    <IconPlus size={16} aria-hidden />
                  </Act>
                  {block.kind === 'paragraph' && (
                    <Act
                      label={t.remove(index + 1)}
                      onClick={() => onChange(body.filter((_, at) => at !== index))}
                    >
                      <IconTrash size={16} aria-hidden />
                    </Act>
                  )}
                </span>
              </div>
              {block.kind === 'paragraph' ? (
                <Textarea
                  aria-label={`${t.text} ${index + 1}`}
                  lang="vi"
                  className="block-words"
                  rows={Math.max(1, Math.ceil(textOf(block).length / 72))}
                  maxLength={20_000}
                  value={textOf(block)}
                  onChange={(event) => put(index, withText(block, event.currentTarget.value))}
                />
              ) : block.kind === 'chart' ? (
                <>
                  <p className="meta">{t.chart}</p>
                  <ChartWords chart={block} />
                </>
              ) : (
                <>
                  <p className="meta">{t.table}</p>
                  <BlockTable block={block} />
                </>
              )}
            </fieldset>
          </li>
        ))}
      </ol>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => onChange([...body, newParagraph()])}
      >
        {t.add}
      </Button>
    </>
  )
}

const ParagraphKind = ({
  block,
  onChange,
}: {
  block: ParagraphBlock
  onChange: (block: ParagraphBlock) => void
}) => {
  const t = useWords(draftWords)
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t.role}
        value={block.role}
        onChange={(event) => {
          const role = roles.find((each) => each === event.currentTarget.value)
          if (role) onChange(withRole(block, role))
        }}
        data={roles.map((value) => ({ value, label: t.roles[value] }))}
      />
      <TextInput
        size="xs"
        className="block-marker"
        aria-label={t.marker}
        placeholder={t.marker}
        maxLength={20}
        value={block.marker ?? ''}
        onChange={(event) => onChange({ ...block, marker: event.currentTarget.value || null })}
      />
    </>
  )
}

const Act = ({
  label,
  isOff = false,
  onClick,
  children,
}: {
  label: string
  isOff?: boolean
  onClick: () => void
  children: ReactNode
}) => (
  <button
    type="button"
    className="icon-button"
    aria-label={label}
    title={label}
    disabled={isOff}
    onClick={onClick}
  >
    {children}
  </button>
)

/** A chart as the table of what it draws. */
export const ChartWords = ({ chart }: { chart: Extract<AnyBlock, { kind: 'chart' }> }) => (
  <BlockTable
    block={{
      kind: 'table',
      start: 0,
      end: 0,
      columns: [chart.title, ...chart.series.map(({ name }) => `${name} (${chart.unit})`)].map(
        (title, index) => ({ title, align: index === 0 ? 'left' : 'right', width: 1 }),
      ),
      rows: chart.categories.map((category, at) => [
        category,
        ...chart.series.map(({ values }) => wordsOf(values[at])),
      ]),
      total: null,
    }}
  />
)

const wordsOf = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : numberWords('vi', value)

export const BlockTable = ({ block }: { block: Extract<AnyBlock, { kind: 'table' }> }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
  <section className="block-table" tabIndex={0} lang="vi">
    <table className="table">
      <thead>
        <tr>
          {block.columns.map((column) => (
            <th key={column.title} className={column.align === 'left' ? undefined : 'num'}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...block.rows, ...(block.total ? [block.total] : [])].map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a printed table have no other name
          <tr key={index}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor have its cells
              <td key={column} className={block.columns[column]?.align === 'left' ? undefined : 'num'}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
