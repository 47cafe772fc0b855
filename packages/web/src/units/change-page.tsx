/** A legal act on units, written by hand: filled in, previewed, then written into the directory. */
import { type SuccessionKind, successionKinds } from '@loa/contract/units'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { dayWords } from '../shell/format.ts'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { successionWords } from '../words/successions.ts'
import { ChangeChildren } from './change-children.tsx'
import type { ChangeDraft } from './change-draft.ts'
import { ChangePreview } from './change-preview.tsx'
import { ChangeTargets } from './change-targets.tsx'
import { UnitPicker } from './unit-picker.tsx'
import { draftFor, kindIn, useChange, useNamedUnit } from './use-change.ts'
import { useDirectory } from './use-units.ts'
import './units.css'
import './change.css'

export const ChangePage = () => {
  const t = useWords(successionWords)
  const [search] = useFilter()
  const directory = useDirectory()
  const named = useNamedUnit()
  const crumb = <Link to="/units">{t.back}</Link>
  if (directory.data && !directory.data.keeps)
    return (
      <Page title={t.title} crumb={crumb}>
        <Empty title={t.forbidden} help={t.forbiddenHelp} action={crumb} />
      </Page>
    )
  return (
    <Loaded query={{ ...named, data: directory.data && named.data }}>
      {(unit) => <Change first={draftFor(unit, kindIn(search.kind))} />}
    </Loaded>
  )
}

const Change = ({ first }: { first: ChangeDraft }) => {
  const t = useWords(successionWords)
  const { draft, below, preview, save, edit, carry, setKind } = useChange(first)
  const isSeen = preview.data !== undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    preview.mutate()
  }
  return (
    <Page
      title={t.title}
      crumb={<Link to="/units">{t.back}</Link>}
      state={t.lead}
      next={
        isSeen
          ? {
              why: t.saveWhy,
              help: t.saveHelp(dayWords(draft.effectiveOn)),
              action: (
                <Button size="md" onClick={() => save.mutate()} loading={save.isPending}>
                  {t.save}
                </Button>
              ),
            }
          : {
              why: t.previewWhy,
              help: t.previewHelp,
              action: (
                <Button size="md" type="submit" form="change" loading={preview.isPending}>
                  {t.preview}
                </Button>
              ),
            }
      }
    >
      <div className="change">
        <form id="change" className="panel change-form" aria-label={t.form} onSubmit={submit}>
          <NativeSelect
            label={t.kind}
            value={draft.kind}
            onChange={(event) => setKind(event.currentTarget.value as SuccessionKind)}
            data={successionKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          />
          <div className="change-fields">
            <TextInput
              label={t.act}
              description={t.actHelp}
              required
              minLength={3}
              value={draft.act}
              onChange={(event) => edit({ act: event.currentTarget.value })}
            />
            <TextInput
              label={t.effectiveOn}
              type="date"
              required
              value={draft.effectiveOn}
              onChange={(event) =>
                event.currentTarget.value && edit({ effectiveOn: event.currentTarget.value })
              }
            />
          </div>
          <From draft={draft} onChange={(from) => edit({ from })} />
          <ChangeTargets draft={draft} onChange={(into) => edit({ into })} />
          {below.length > 0 && (
            <ChangeChildren draft={draft} below={below} onChange={(children) => edit({ children })} />
          )}
        </form>
        <section className="panel" aria-label={t.previewTitle}>
          <header>
            <h2>{t.previewTitle}</h2>
          </header>
          <div className="panel-words" aria-live="polite">
            {preview.error && <Trouble error={preview.error} />}
            {save.error && <Trouble error={save.error} />}
            {preview.data ? (
              <ChangePreview preview={preview.data} draft={draft} onCarry={carry} />
            ) : (
              !preview.error && <p>{t.previewNone}</p>
            )}
          </div>
        </section>
      </div>
    </Page>
  )
}

const From = ({ draft, onChange }: { draft: ChangeDraft; onChange: (from: ChangeDraft['from']) => void }) => {
  const t = useWords(successionWords)
  const { kind, from, effectiveOn } = draft
  const isMany = kind === 'merge' || kind === 'abolish'
  return (
    <fieldset className="change-part">
      <legend>{t.from}</legend>
      {from.length === 0 && <p className="meta">{t.fromNone}</p>}
      <ul className="chosen-units">
        {from.map((unit) => (
          <li key={unit.id}>
            <span lang="vi">
              {unit.fullName} ({unit.code})
            </span>
            <button
              type="button"
              className="icon-button"
              aria-label={t.drop(unit.fullName)}
              onClick={() => onChange(from.filter(({ id }) => id !== unit.id))}
            >
              <IconX size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {(isMany || from.length === 0) && (
        <UnitPicker
          // Empty again after each choice.
          key={from.length}
          label={t.addFrom}
          on={effectiveOn}
          value={null}
          onPick={(unit) => unit && !from.some(({ id }) => id === unit.id) && onChange([...from, unit])}
        />
      )}
    </fieldset>
  )
}
