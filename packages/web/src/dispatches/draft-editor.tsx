/** The words of a draft, field by field as Decree 30 names them. */
import type { DocumentTree } from '@loa/contract/documents'
import { Textarea, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { draftWords } from '../words/draft.ts'
import { bodyWords } from '../words/draft-body.ts'
import { useWords } from '../words/language.tsx'
import { BodyEditor } from './body-editor.tsx'
import type { FieldName } from './draft-fields.ts'
import { Blocks } from './draft-words.tsx'
import type { DraftWork } from './use-draft.ts'

type Annex = DocumentTree['annexes'][number]

/** Links from a list of what is missing lead here. */
export const fieldId = (name: string) => `draft-${name}`

type TextField = Exclude<FieldName, 'body'>

export const DraftEditor = ({
  draft,
  reportId,
  annexes,
}: {
  draft: DraftWork
  reportId: number | null
  annexes: readonly Annex[]
}) => {
  const t = useWords(draftWords)
  const field = (name: TextField) => ({
    id: fieldId(name),
    label: t.field[name],
    lang: 'vi',
    value: draft.fields[name],
    onChange: (event: { currentTarget: { value: string } }) => draft.set(name, event.currentTarget.value),
  })
  const rows = (name: TextField, most = 8) =>
    Math.min(most, Math.max(2, draft.fields[name].split('\n').length))
  return (
    <div className="draft-editor">
      <Textarea {...field('subject')} rows={2} maxLength={2000} />
      <Textarea {...field('addressees')} description={t.oneLine} rows={rows('addressees')} />
      <section aria-labelledby={fieldId('body')}>
        <h3 id={fieldId('body')} tabIndex={-1}>
          {t.field.body}
        </h3>
        {reportId === null ? (
          <BodyEditor body={draft.fields.body} onChange={(body) => draft.set('body', body)} />
        ) : (
          <p className="note">
            <span>
              {t.bodyOfReport}{' '}
              <Link to="/reports/$id" params={{ id: String(reportId) }}>
                {t.openReport}
              </Link>
            </span>
          </p>
        )}
      </section>
      {annexes.length > 0 && <Annexes annexes={annexes} />}
      <Textarea {...field('recipients')} description={t.recipientsHelp} rows={rows('recipients', 12)} />
      <TextInput {...field('archive')} maxLength={2000} />
      <div className="draft-row">
        <TextInput {...field('signingAuthority')} description={t.signingHelp} maxLength={2000} />
        <TextInput {...field('signerTitle')} description={t.signingHelp2} maxLength={2000} />
        <TextInput {...field('signerName')} description={t.signerHelp} maxLength={2000} />
        <TextInput {...field('place')} description={t.numberLater} maxLength={2000} />
      </div>
    </div>
  )
}

/** They come with the draft; here they are read. */
const Annexes = ({ annexes }: { annexes: readonly Annex[] }) => {
  const t = useWords(bodyWords)
  return (
    <section aria-label={t.annexes}>
      {annexes.map(({ number, title, blocks }) => (
        <details key={number ?? title} className="draft-annex">
          <summary lang="vi">{t.annex(number, title)}</summary>
          <Blocks blocks={blocks} />
        </details>
      ))}
    </section>
  )
}
