/** Beside the printed page: what came back, what is missing, the fields to write in, or where it was delivered. */
import type { Dispatch } from '@loa/contract/dispatches'
import { Button, Textarea } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../api.ts'
import { FindingsSection } from '../findings/findings-list.tsx'
import type { FindingsWork } from '../findings/use-findings.ts'
import { instantWords } from '../shell/format.ts'
import { StateBadge, Warning } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { draftWords } from '../words/draft.ts'
import { bodyWords } from '../words/draft-body.ts'
import { findingWords } from '../words/findings.ts'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { DispatchLine } from './dispatch-line.tsx'
import { fieldId } from './draft-fields.ts'
import { DraftWords } from './draft-words.tsx'
import { RecallSection } from './recall-section.tsx'
import type { StepWork } from './step-acts.ts'
import type { DraftWork } from './use-draft.ts'

// What only an issued dispatch shows.
const FoundSignatures = lazy(async () => ({
  default: (await import('../signatures/found-signatures.tsx')).FoundSignatures,
}))
const Delivered = lazy(async () => ({ default: (await import('./delivered.tsx')).Delivered }))
// What only a writer needs.
const DraftEditor = lazy(async () => ({ default: (await import('./draft-editor.tsx')).DraftEditor }))
const Remarks = lazy(async () => ({ default: (await import('../drafts/remarks.tsx')).Remarks }))
const Replaces = lazy(async () => ({ default: (await import('../drafts/replaces.tsx')).Replaces }))
const Versions = lazy(async () => ({ default: (await import('../drafts/versions.tsx')).Versions }))

interface DraftPaneProps {
  dispatch: Dispatch
  draft: DraftWork
  step: StepWork
}

export const DraftPane = ({
  dispatch,
  draft,
  step,
  findings,
}: DraftPaneProps & { findings: FindingsWork }) => {
  const t = useWords(draftWords)
  const shell = useWords(shellWords)
  const isIssued = dispatch.state === 'issued'
  return (
    <>
      <div className="pane-top">
        <div className="pane-head">
          <h2>{draft.mayWrite ? t.write : t.words}</h2>
          {dispatch.simulated && (
            <StateBadge tone="ask" title={shell.simulatedHelp}>
              {shell.simulated}
            </StateBadge>
          )}
          <span role="status" className="meta">
            {draft.isDirty
              ? t.unsaved
              : draft.savedAt
                ? t.saved(instantWords(draft.savedAt).slice(0, 5))
                : ''}
          </span>
          {dispatch.next.includes('return') && <ReturnForm step={step} />}
        </div>
        <Notes dispatch={dispatch} draft={draft} step={step} />
      </div>
      <DraftFindings findings={findings} draft={draft} />
      <Suspense fallback={null}>
        {(isIssued || dispatch.steps.some(({ step }) => step === 'e-sign')) && (
          <FoundSignatures dispatchId={dispatch.id} version={dispatch.version} />
        )}
        {isIssued && dispatch.campaignId !== null && dispatch.type !== 'bao-cao' && (
          <Delivered dispatch={dispatch} />
        )}
        <Remarks dispatch={dispatch} />
        <Versions dispatchId={dispatch.id} version={dispatch.version} />
        {draft.mayWrite && <Replaces dispatchId={dispatch.id} />}
      </Suspense>
      {draft.mayWrite ? (
        <Suspense fallback={null}>
          <DraftEditor draft={draft} reportId={dispatch.reportId} annexes={dispatch.tree.annexes} />
        </Suspense>
      ) : (
        <>
          {!isIssued && <p className="meta draft-read-only">{t.readOnly}</p>}
          <DraftWords tree={dispatch.tree} />
        </>
      )}
      {isIssued && <RecallSection dispatch={dispatch} />}
      <DispatchLine dispatch={dispatch} />
    </>
  )
}

/** Above the fields, as what is to be mended there; who approves sees the same. */
const DraftFindings = ({ findings, draft }: { findings: FindingsWork; draft: DraftWork }) => {
  const t = useWords(findingWords)
  const fieldLink = (field: string) => {
    const name = field.replace(/\/.*$/, '')
    return draft.mayWrite && name in draft.fields ? `#${fieldId(name)}` : null
  }
  return (
    <FindingsSection
      work={findings}
      fieldLink={fieldLink}
      note={draft.mayWrite ? (draft.isDirty ? t.ofSaved : t.mayGoOn) : null}
    />
  )
}

const Notes = ({ dispatch, draft, step }: DraftPaneProps) => {
  const t = useWords(draftWords)
  const words = useWords(bodyWords)
  const returned = dispatch.steps.findLast((each) => each.step === 'return')
  const { conflict, kept } = draft
  const notes = useRef<HTMLDivElement>(null)
  const refusals = [conflict, draft.save.error, step.error, draft.takeNew.error].filter(Boolean).length
  // On a narrow screen the notes do not stay in sight by themselves.
  useEffect(() => {
    if (refusals > 0) notes.current?.scrollIntoView({ block: 'nearest' })
  }, [refusals])
  return (
    <div className="draft-notes" ref={notes}>
      {dispatch.returnReason && (
        <div className="note bad">
          <IconArrowBackUp size={16} aria-hidden />
          <div>
            <b>{t.returned(returned?.person?.name ?? t.somebody, instantWords(returned?.at ?? null))}</b>{' '}
            <q lang="vi">{dispatch.returnReason}</q>
          </div>
        </div>
      )}
      {conflict && (
        <div role="alert">
          <Warning>
            <p>
              {t.changed(
                String(conflict.values?.who ?? t.somebody),
                instantWords(conflict.values?.at ? String(conflict.values.at) : null),
              )}
            </p>
            <Button
              size="xs"
              variant="default"
              onClick={() => draft.takeNew.mutate()}
              loading={draft.takeNew.isPending}
            >
              {t.takeNew}
            </Button>
          </Warning>
        </div>
      )}
      {kept && (
        <div className="note ok" role="status">
          <div>
            {t.merged(kept.kept.map((name) => t.field[name]).join(', '))}
            {kept.beside.map(({ name, theirs }) => (
              <p key={name}>
                {words.theirs(t.field[name])} <q lang="vi">{theirs || words.nothing}</q>
              </p>
            ))}
          </div>
        </div>
      )}
      {draft.save.error && !conflict && <Trouble error={draft.save.error} />}
      {draft.takeNew.error && <Trouble error={draft.takeNew.error} />}
      {step.error && <StepTrouble error={step.error} />}
      {step.isSuccess && step.variables && (
        <p className="note ok" role="status">
          {t.done(t.act[step.variables.step])}
        </p>
      )}
    </div>
  )
}

/** What a draft still lacks is named as its field is, and leads there. */
const StepTrouble = ({ error }: { error: Error }) => {
  const t = useWords(draftWords)
  if (!(error instanceof ApiProblem) || error.code !== 'dispatch.incomplete') return <Trouble error={error} />
  const labels: Record<string, string> = { ...t.field, ...t.fixedField }
  return (
    <div className="note bad" role="alert">
      <div>
        <b>{t.missing}</b>
        <ul className="missing-fields">
          {(error.body.places ?? []).map(({ path = '' }) => (
            <li key={path}>
              <a href={`#${fieldId(path)}`}>{labels[path] ?? path}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

const ReturnForm = ({ step }: { step: StepWork }) => {
  const t = useWords(draftWords)
  const shell = useWords(shellWords)
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    step.mutate({ step: 'return', reason }, { onSuccess: () => setIsOpen(false) })
  }
  if (!isOpen)
    return (
      <Button
        className="far"
        size="compact-sm"
        variant="default"
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t.act.return}
      </Button>
    )
  return (
    <form className="return-form" onSubmit={submit}>
      <Textarea
        label={t.returnReason}
        description={t.returnHelp}
        lang="vi"
        required
        minLength={3}
        maxLength={1000}
        rows={3}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" size="xs" variant="outline" loading={step.isPending}>
          {t.act.return}
        </Button>{' '}
        <Button size="xs" variant="subtle" onClick={() => setIsOpen(false)}>
          {shell.cancel}
        </Button>
      </div>
    </form>
  )
}
