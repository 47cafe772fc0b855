/** An incoming dispatch: what it orders, and from which words. Nothing runs unconfirmed. */
import type { Dispatch } from '@loa/contract/dispatches'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { instantWords } from '../shell/format.ts'
import { Loaded, Page, type PageProps } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { dispatchWords } from '../words/dispatches.ts'
import { useWords } from '../words/language.tsx'
import { planWords } from '../words/plan.ts'
import { Panes } from './panes.tsx'
import { PlanPane } from './plan-pane.tsx'
import { ReadingPane } from './reading-pane.tsx'
import { Started, startForm, useDraftOf, useStart } from './start-campaign.tsx'
import { StartFields } from './start-fields.tsx'
import { isWaiting, type PlanWork, usePlan } from './use-plan.ts'
import { usePlanKeys } from './use-plan-keys.ts'

export const PlanView = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(planWords)
  const words = useWords(dispatchWords)
  const plan = usePlan(dispatch.id, dispatch.state === 'read')
  const keys = usePlanKeys(plan)
  const start = useStart(dispatch)
  const mayStart = useMay()('campaign.start') && dispatch.state === 'read'
  const campaignId = plan.query.data?.campaignId ?? dispatch.campaignId
  const draftId = useDraftOf(campaignId)

  const all = plan.proposals.length
  const waiting = plan.proposals.filter(isWaiting).length
  const isDecided = Boolean(plan.query.data) && waiting === 0
  return (
    <Page
      title={dispatch.subject ? `V/v ${dispatch.subject}` : (dispatch.fileName ?? words.noSubject)}
      crumb={
        <>
          <Link to="/dispatches">{words.in}</Link>
          <span aria-hidden>›</span>
          <span>{t.uploaded(instantWords(dispatch.createdAt), dispatch.fileName ?? '')}</span>
        </>
      }
      state={
        plan.query.data
          ? dispatch.state === 'read'
            ? t.stateRead(all, waiting, plan.query.data.warnings.length)
            : t.statePlanned(all)
          : ' '
      }
      next={nextOf({ t, plan, waiting, isDecided, mayStart, isStarting: start.isPending, draftId })}
      fill
    >
      <Loaded query={plan.query}>
        {(data) => (
          <Panes
            label={t.panes}
            left={{
              name: t.document,
              content: (
                <ReadingPane
                  dispatch={dispatch}
                  plan={data}
                  selected={plan.selected}
                  isChosen={plan.isChosen}
                  onSelect={plan.select}
                />
              ),
            }}
            right={{
              name: t.plan,
              content: (
                <PlanPane
                  data={data}
                  plan={plan}
                  keys={keys}
                  after={
                    campaignId !== null ? (
                      <Started campaignId={campaignId} />
                    ) : (
                      isDecided && mayStart && <StartFields dispatch={dispatch} start={start} />
                    )
                  }
                />
              ),
            }}
          />
        )}
      </Loaded>
    </Page>
  )
}

/** Confirm the selected one and go on; when all is decided, start the campaign; after that, its draft. */
const nextOf = ({
  t,
  plan,
  waiting,
  isDecided,
  mayStart,
  isStarting,
  draftId,
}: {
  t: (typeof planWords)['vi']
  plan: PlanWork
  waiting: number
  isDecided: boolean
  mayStart: boolean
  isStarting: boolean
  draftId: number | null | undefined
}): PageProps['next'] => {
  if (draftId)
    return {
      why: t.started,
      action: (
        <Button size="md" component={Link} to={`/dispatches/${draftId}`}>
          {t.openDraft}
        </Button>
      ),
    }
  if (isDecided && mayStart)
    return {
      why: t.startWhy,
      help: t.startHelp,
      action: (
        <Button size="md" type="submit" form={startForm} loading={isStarting}>
          {t.start}
        </Button>
      ),
    }
  if (!plan.mayDecide || waiting === 0) return undefined
  const target = plan.current && isWaiting(plan.current) ? plan.current : plan.proposals.find(isWaiting)
  if (!target) return undefined
  return {
    why: t.nextWhy(waiting),
    help: t.nextHelp,
    action: (
      <Button size="md" onClick={() => plan.confirm(target)} aria-disabled={plan.send.isPending}>
        {t.nextConfirm(plan.tags.get(target.id) ?? '')}
      </Button>
    ),
  }
}
