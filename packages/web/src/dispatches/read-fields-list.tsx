/** Every field that was read, how sure Loa is of it, and the way to put it right. */
import type { Dispatch } from '@loa/contract/dispatches'
import { type ListField, listFields } from '@loa/contract/fields'
import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { instantWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { correctionWords } from '../words/corrections.ts'
import { dispatchWords } from '../words/dispatches.ts'
import { useWords } from '../words/language.tsx'
import { keyOfField, nextPath, type ReadField, shownValue } from './read-fields.ts'
import { Refused } from './refused.tsx'
import { type CorrectionWork, useCorrections } from './use-corrections.ts'
import './read-fields.css'

const FieldEditor = lazy(async () => ({ default: (await import('./field-editor.tsx')).FieldEditor }))

interface ReadFieldsProps {
  dispatch: Dispatch
  fields: ReadField[]
  selected: string | null
  onSelect: (key: string) => void
}

export const ReadFields = ({ dispatch, fields, selected, onSelect }: ReadFieldsProps) => {
  const t = useWords(correctionWords)
  const work = useCorrections(dispatch)
  const { edit, marked } = work
  const nameOf = useFieldName(fields)
  const rows = fields.map((field) => (
    <Row
      key={field.path}
      field={field}
      name={nameOf(field)}
      work={work}
      selected={selected}
      onSelect={onSelect}
    />
  ))
  return (
    <>
      <p className="fields-said" role="status">
        {work.saved
          ? t.saved(nameOf(fields.find(({ path }) => path === work.saved) ?? { name: '', place: null }))
          : ''}
      </p>
      {!edit && work.send.error && (
        <div className="fields-refused">
          <Refused error={work.send.error} />
        </div>
      )}
      <ul className="fields-list">{rows}</ul>
      {work.mayCorrect && (
        <div className="fields-add">
          {listFields.map((name: ListField) => {
            const path = nextPath(fields, name)
            return edit?.field.path === path ? (
              <Suspense key={name}>
                <FieldEditor name={t.name[name] ?? name} work={work} value={null} />
              </Suspense>
            ) : (
              <Button
                key={name}
                size="compact-xs"
                variant="default"
                onClick={() => work.open({ path, name, value: null })}
              >
                {t.add(t.name[name] ?? name)}
              </Button>
            )
          })}
        </div>
      )}
      {edit && marked && !edit.span && (
        <div className="fields-mark">
          <Button size="compact-sm" onClick={work.take}>
            <span className="fields-mark-words">
              {t.markFor(
                dispatch.tree.text.slice(marked.start, marked.end).replace(/\s+/g, ' ').trim(),
                t.name[edit.field.name] ?? '',
              )}
            </span>
          </Button>
        </div>
      )}
    </>
  )
}

/** "Kính gửi 2" where there are several of them. */
const useFieldName = (fields: ReadField[]) => {
  const t = useWords(correctionWords)
  return ({ name, place }: Pick<ReadField, 'name' | 'place'>) => {
    const isOne = fields.filter((each) => each.name === name).length === 1
    return place === null || isOne ? (t.name[name] ?? name) : `${t.name[name] ?? name} ${place}`
  }
}

const Row = ({
  field,
  name,
  work,
  selected,
  onSelect,
}: Pick<ReadFieldsProps, 'selected' | 'onSelect'> & {
  field: ReadField
  name: string
  work: CorrectionWork
}) => {
  const t = useWords(correctionWords)
  const row = useRef<HTMLLIElement>(null)
  const editButton = useRef<HTMLButtonElement>(null)
  const { path, value, correction, span } = field
  const key = keyOfField(path)
  const isOn = selected === key
  const isEdited = work.edit?.field.path === path
  const wasEdited = useRef(false)
  useEffect(() => {
    if (isOn) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOn])
  useEffect(() => {
    // The form is gone: the focus goes back to where it was opened.
    if (wasEdited.current && !isEdited && document.activeElement === document.body)
      editButton.current?.focus()
    wasEdited.current = isEdited
  }, [isEdited])
  const shown = useShown()
  const words = shown(value, field.name)
  return (
    <li ref={row} className={isOn ? 'field-row on' : 'field-row'} data-field={path}>
      <span className="field-name">{name}</span>
      <span className="field-value">
        {span ? (
          <button type="button" aria-label={t.show(name)} aria-current={isOn} onClick={() => onSelect(key)}>
            <span lang="vi">{words}</span>
          </button>
        ) : (
          words !== '' && <span lang="vi">{words}</span>
        )}
        <FieldState field={field} />
        {correction && (
          <span className="field-was">
            <span lang="vi">
              {correction.read === null ? t.wasNothing : t.was(shown(correction.read, field.name))}
            </span>
            {' · '}
            {t.by(correction.by?.name ?? t.somebody, instantWords(correction.at))}
          </span>
        )}
      </span>
      {work.mayCorrect && !isEdited && (
        <span className="field-acts">
          {correction && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t.asReadOf(name)}
              disabled={work.send.isPending}
              onClick={() => work.send.mutate({ field: path, how: 'as-read' })}
            >
              {t.asRead}
            </Button>
          )}
          <Button
            ref={editButton}
            size="compact-xs"
            variant="default"
            leftSection={<IconPencil size={12} aria-hidden />}
            aria-label={t.editOf(name)}
            onClick={() => {
              if (span) onSelect(key)
              work.open(field)
            }}
          >
            {t.edit}
          </Button>
        </span>
      )}
      {isEdited && (
        <Suspense>
          <FieldEditor name={name} work={work} value={value} />
        </Suspense>
      )}
    </li>
  )
}

const FieldState = ({ field: { state } }: { field: ReadField }) => {
  const t = useWords(correctionWords)
  if (state === 'read') return null
  if (state === 'unread')
    return (
      <StateBadge tone="missing" title={t.unreadHelp}>
        {t.unread}
      </StateBadge>
    )
  if (state === 'unsure')
    return (
      <StateBadge tone="ask" title={t.unsureHelp}>
        {t.unsure}
      </StateBadge>
    )
  return (
    <StateBadge tone={state === 'off' ? 'none' : 'ok'}>{state === 'off' ? t.off : t.corrected}</StateBadge>
  )
}

const useShown = () => {
  const t = useWords(correctionWords)
  const { types } = useWords(dispatchWords)
  return (value: ReadField['value'], name: string) => shownValue(value, name, { ...t.references, ...types })
}
