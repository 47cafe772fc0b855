/** What the plan asks of one unit: what is new against before, and the three answers. */
import { type Campaign, GetCampaign } from '@loa/contract/campaigns'
import { type Duty, GetDuty } from '@loa/contract/duties'
import { type DutyTargets, GetDutyTargets } from '@loa/contract/targets'
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { usePart } from '../duties/use-part.ts'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { targetWords } from '../words/targets.ts'
import { DeclineForm, ProposeForm } from './answer-forms.tsx'
import { DutyVersions, TargetTable } from './duty-versions.tsx'
import { RequestSaid } from './request-said.tsx'
import { useTargetAnswer } from './use-target-answer.ts'
import './targets.css'

export const DutyTargetsPage = () => {
  const t = useWords(targetWords)
  const id = Number(useParams({ strict: false }).id)
  const duty = useQuery({ queryKey: keyOf(GetDuty, id), queryFn: () => call(GetDuty, { params: { id } }) })
  const targets = useQuery({
    queryKey: keyOf(GetDutyTargets, id),
    queryFn: () => call(GetDutyTargets, { params: { id } }),
  })
  const campaignId = duty.data?.campaignId ?? 0
  const campaign = useQuery({
    queryKey: keyOf(GetCampaign, campaignId),
    queryFn: () => call(GetCampaign, { params: { id: campaignId } }),
    enabled: duty.data !== undefined,
  })
  if (duty.data && targets.data && campaign.data)
    return <LoadedTargets duty={duty.data} targets={targets.data} campaign={campaign.data} />
  return (
    <Page title={t.given}>
      <Loaded query={{ ...targets, error: targets.error ?? duty.error ?? campaign.error, data: undefined }}>
        {() => null}
      </Loaded>
    </Page>
  )
}

interface LoadedProps {
  duty: Duty
  targets: DutyTargets
  campaign: Campaign
}

const LoadedTargets = ({ duty, targets, campaign }: LoadedProps) => {
  const t = useWords(targetWords)
  const cache = useQueryClient()
  const part = usePart(duty)
  const answer = useTargetAnswer(targets)
  const [last] = targets.versions
  const mayAnswer = part.mayAnswer && duty.state === 'accepted' && last !== undefined
  const isOpen = mayAnswer && last.answer === null
  return (
    <Page
      title={t.given}
      crumb={
        <>
          <Link to="/duties/$id" params={{ id: String(duty.id) }}>
            {duty.unit.name}
          </Link>
          <span aria-hidden>›</span>
          <span>{duty.campaignTitle}</span>
        </>
      }
      state={
        last
          ? t.lastVersion(last.number, last.answer ? t.answers[last.answer.answer] : t.unanswered)
          : t.noneGiven
      }
      next={
        isOpen
          ? {
              why: t.answerWhy,
              help: t.answerHelp,
              action: (
                <Button
                  size="md"
                  loading={answer.isPending && answer.variables?.answer === 'accept'}
                  onClick={() => answer.mutate({ answer: 'accept' })}
                >
                  {t.accept}
                </Button>
              ),
            }
          : undefined
      }
    >
      <div role="status">{answer.isSuccess && <p className="note ok">{t.answered}</p>}</div>
      {answer.error && (
        <Trouble
          error={answer.error}
          onRetry={() => cache.invalidateQueries({ queryKey: keyOf(GetDutyTargets, duty.id) })}
        />
      )}
      {last === undefined ? (
        <Empty title={t.noneGiven} help={t.noneGivenHelp} />
      ) : (
        <div className="duty-targets">
          <div className="targets-side">
            <DutyVersions versions={targets.versions} campaign={campaign} />
            {duty.state === 'assigned' && part.mayAnswer && <p className="note">{t.acceptDutyFirst}</p>}
          </div>
          <div className="targets-side">
            <TargetTable targets={targets.targets} campaign={campaign} />
            {mayAnswer && (
              <section className="panel" aria-labelledby="other-answers">
                <header>
                  <h2 id="other-answers">{t.otherAnswers}</h2>
                </header>
                <ProposeForm targets={targets} campaign={campaign} answer={answer} />
                <DeclineForm answer={answer} />
              </section>
            )}
            {targets.requests.length > 0 && (
              <section className="panel" aria-labelledby="own-requests">
                <header>
                  <h2 id="own-requests">{t.ownRequests}</h2>
                </header>
                <ul className="request-list">
                  {targets.requests.map((request) => (
                    <li key={request.id}>
                      <RequestSaid request={request} indicators={campaign.indicators} />
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        </div>
      )}
    </Page>
  )
}
