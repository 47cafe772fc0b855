/** An outgoing dispatch: the page as it prints, its words, and whose turn it is. */
import type { Dispatch } from '@loa/contract/dispatches'
import { Button } from '@mantine/core'
import { Link, useBlocker } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useFindings } from '../findings/use-findings.ts'
import { dayWords, instantWords } from '../shell/format.ts'
import { Page, type PageProps } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { StateBadge, Warning } from '../shell/state.tsx'
import type { Signing } from '../signatures/signing.ts'
import { dispatchWords } from '../words/dispatches.ts'
import { draftWords } from '../words/draft.ts'
import { bodyWords } from '../words/draft-body.ts'
import { remarkWords } from '../words/draft-remarks.ts'
import { useWords } from '../words/language.tsx'
import { recallHeadWords } from '../words/recall-head.ts'
import { signingHeadWords } from '../words/signing-head.ts'
import { DispatchBadge } from './dispatch-state.tsx'
import { DraftPane } from './draft-pane.tsx'
import { Panes } from './panes.tsx'
import { Preview } from './preview.tsx'
import { forwardOf, type StepWork, useStep } from './step-acts.ts'
import { Steps } from './steps.tsx'
import { type DraftWork, useDraft } from './use-draft.ts'
import '../drafts/drafts.css'
import './draft.css'

const NumberChoice = lazy(async () => ({
  default: (await import('../registers/number-choice.tsx')).NumberChoice,
}))

// Only where somebody is to sign.
const SignButton = lazy(async () => ({ default: (await import('../signatures/sign-button.tsx')).SignButton }))

export const DraftView = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(draftWords)
  const words = useWords(dispatchWords)
  const body = useWords(bodyWords)
  const draft = useDraft(dispatch)
  const step = useStep(dispatch)
  const findings = useFindings(dispatch.id, dispatch.version)
  const signature = useWords(signingHeadWords)
  const recall = useWords(recallHeadWords)
  // The clerk alone, and only where a number is about to be given or was just given.
  const mayNumber =
    useMay()('number.void') && ['signed', 'numbered'].includes(dispatch.state) && !dispatch.ended
  const [signed, setSigned] = useState<Signing | null>(null)
  useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && !window.confirm(t.leave),
    enableBeforeUnload: draft.isDirty,
    disabled: !draft.isDirty,
  })
  return (
    <Page
      title={t.title(dispatch.type, words.types[dispatch.type] ?? '', dispatch.subject ?? t.noSubject)}
      crumb={<Crumb dispatch={dispatch} />}
      state={
        <>
          {dispatch.awaitsSignature ? (
            <StateBadge tone="go">
              {signature.waits[dispatch.awaitsSignature.step](dispatch.awaitsSignature.signer)}
            </StateBadge>
          ) : (
            <DispatchBadge dispatch={dispatch} />
          )}{' '}
          {dispatch.tree.number ? dispatch.code : t.numberLater}
        </>
      }
      next={nextSigning(signature, dispatch, setSigned) ?? nextOf({ t, body }, dispatch, draft, step)}
      fill
    >
      {dispatch.ended && (
        <Warning>{t.ended(dayWords(dispatch.ended.on), dispatch.ended.heir?.fullName ?? '')}</Warning>
      )}
      {dispatch.recalledAt && (
        <Warning>
          <a href="#recall">{recall.recalled(instantWords(dispatch.recalledAt), '')}</a>{' '}
          <span lang="vi">{recall.reason(dispatch.recallReason ?? '')}</span>
        </Warning>
      )}
      <Steps dispatch={dispatch} />
      <WaitsFor dispatch={dispatch} />
      {signed && (
        <p className="note ok signed-note" role="status">
          {signature.done[signed]}
        </p>
      )}
      {mayNumber && (
        <Suspense fallback={null}>
          <NumberChoice key={dispatch.state} dispatch={dispatch} />
        </Suspense>
      )}
      {dispatch.nobodyFor && <Nobody dispatch={dispatch} />}
      <Panes
        label={t.panes}
        left={{
          name: t.printed,
          content: <Preview dispatch={dispatch} change={draft.change} findings={findings} />,
        }}
        right={{
          name: draft.mayWrite ? t.write : t.words,
          content: <DraftPane dispatch={dispatch} draft={draft} step={step} findings={findings} />,
        }}
      />
    </Page>
  )
}

/** Whose turn it is, where it is not the reader's. */
const WaitsFor = ({ dispatch: { waitsFor, next, awaitsSignature } }: { dispatch: Dispatch }) => {
  const t = useWords(remarkWords)
  if (!waitsFor || waitsFor.people.length === 0) return null
  // "return" is open beside the step that is awaited from somebody else; a signature has its own words in the head.
  if (next.some((step) => step !== 'return') || awaitsSignature?.step === 'e-sign') return null
  return <p className="waits-for">{t.waitsFor(t.waits[waitsFor.act] ?? '', waitsFor.people.join(t.or))}</p>
}

/** Somebody has left or lost a role: the dispatch is not lost, and the mend is one link away. */
const Nobody = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(draftWords)
  const may = useMay()
  return (
    <div className="nobody">
      <Warning>
        {t.nobody}{' '}
        {may('person.change') ? (
          <Link to="/people" search={{ unit: String(dispatch.owner.id) }}>
            {t.nobodyMend}
          </Link>
        ) : (
          t.nobodyAsk
        )}
      </Warning>
    </div>
  )
}

const Crumb = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(draftWords)
  const recall = useWords(recallHeadWords)
  const words = useWords(dispatchWords)
  const may = useMay()
  return (
    <>
      <Link to="/dispatches" search={{ direction: 'out' }}>
        {words.out}
      </Link>
      {dispatch.campaignId !== null && (
        <>
          <span aria-hidden>›</span>
          <Link to="/campaigns/$id" params={{ id: String(dispatch.campaignId) }}>
            {t.campaign}
          </Link>
        </>
      )}
      {dispatch.sourceDispatchId !== null && (
        <>
          <span aria-hidden>·</span>
          <Link to="/dispatches/$id" params={{ id: String(dispatch.sourceDispatchId) }}>
            {t.source}
          </Link>
        </>
      )}
      {dispatch.state === 'issued' && may('dispatch.recall') && (
        <>
          <span aria-hidden>·</span>
          <a href="#recall">{recall.title}</a>
        </>
      )}
      {may('log.read') && (
        <>
          <span aria-hidden>·</span>
          <Link to="/log" search={{ subject: 'dispatch', id: String(dispatch.id) }}>
            {t.log}
          </Link>
        </>
      )}
      {dispatch.reportId !== null && (
        <>
          <span aria-hidden>·</span>
          <Link to="/reports/$id" params={{ id: String(dispatch.reportId) }}>
            {t.report}
          </Link>
        </>
      )}
    </>
  )
}

const signingOf = (dispatch: Dispatch): Signing | undefined =>
  dispatch.next.find((step): step is Signing => step === 'e-sign' || step === 'seal')

/** Between number and issue, where there is a key. */
const nextSigning = (
  t: (typeof signingHeadWords)['vi'],
  dispatch: Dispatch,
  onDone: (step: Signing) => void,
): PageProps['next'] => {
  const step = signingOf(dispatch)
  return (
    step && {
      why: t.nextWhy[step],
      help: t.nextHelp[step],
      action: (
        <Suspense
          fallback={
            <Button size="md" loading>
              {t.act[step]}
            </Button>
          }
        >
          <SignButton dispatch={dispatch} step={step} onDone={onDone} />
        </Suspense>
      ),
    }
  )
}

/** Save what was typed; else the step that is this person's; when issued, the board. */
const nextOf = (
  { t, body }: { t: (typeof draftWords)['vi']; body: (typeof bodyWords)['vi'] },
  dispatch: Dispatch,
  draft: DraftWork,
  step: StepWork,
): PageProps['next'] => {
  if (draft.choices > 0)
    return {
      why: body.choices(draft.choices),
      help: body.choicesHelp,
      action: (
        <Button
          size="md"
          onClick={() => {
            const place = document.querySelector('.block-choice')
            place?.scrollIntoView({ block: 'center' })
            place?.querySelector('button')?.focus()
          }}
        >
          {body.toChoice}
        </Button>
      ),
    }
  if (draft.isDirty)
    return {
      why: t.saveWhy,
      help: t.saveHelp,
      action: (
        <Button size="md" onClick={() => draft.save.mutate()} loading={draft.save.isPending}>
          {t.save}
        </Button>
      ),
    }
  const forward = forwardOf(dispatch)
  if (forward)
    return {
      why: dispatch.returnReason ? t.returnedWhy : t.actWhy[forward],
      help: t.actHelp[forward],
      action: (
        <Button size="md" onClick={() => step.mutate({ step: forward })} loading={step.isPending}>
          {t.act[forward]}
        </Button>
      ),
    }
  if (dispatch.state !== 'issued' || dispatch.campaignId === null || dispatch.reportId !== null)
    return undefined
  return {
    why: t.boardWhy,
    help: t.boardHelp,
    action: (
      <Button size="md" component={Link} to={`/campaigns/${dispatch.campaignId}`}>
        {t.board}
      </Button>
    ),
  }
}
