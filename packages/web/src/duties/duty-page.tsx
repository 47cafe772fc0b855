import { GetCampaign } from '@loa/contract/campaigns'
import { type Duty, GetDuty } from '@loa/contract/duties'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { OpenFigurePanel } from '../figures/open-figure.tsx'
import { useFigure } from '../figures/use-figure.ts'
import { dayWords, instantWords } from '../shell/format.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { dutyWords } from '../words/duties.ts'
import { useWords } from '../words/language.tsx'
import { thenTodayWords } from '../words/then-today.ts'
import { DutyActivities } from './duty-activities.tsx'
import { DutyHistory } from './duty-history.tsx'
import { DutyLines } from './duty-lines.tsx'
import { useDutyNext } from './duty-next.tsx'
import { DutyOrder } from './duty-order.tsx'
import { DutyReports } from './duty-reports.tsx'
import { useAnswer } from './use-answer.ts'
import { usePart } from './use-part.ts'
import './duties.css'

export const DutyPage = () => {
  const t = useWords(dutyWords)
  const id = Number(useParams({ strict: false }).id)
  const query = useQuery({
    queryKey: keyOf(GetDuty, id),
    queryFn: () => call(GetDuty, { params: { id } }),
  })
  return query.data ? (
    <LoadedDuty duty={query.data} />
  ) : (
    <Page title={t.order}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  )
}

const LoadedDuty = ({ duty }: { duty: Duty }) => {
  const t = useWords(dutyWords)
  const then = useWords(thenTodayWords)
  const [search] = useFilter()
  const { open, show, close } = useFigure()
  const [isPlanning, setPlanning] = useState(search.plan === '1')
  const answer = useAnswer(duty)
  const part = usePart(duty)
  const campaign = useQuery({
    queryKey: keyOf(GetCampaign, duty.campaignId),
    queryFn: () => call(GetCampaign, { params: { id: duty.campaignId } }),
  })
  const next = useDutyNext({ duty, part, answer, plan: () => setPlanning(true), isPlanning })
  return (
    <Page
      title={duty.unit.fullName}
      crumb={
        <>
          <Link to="/campaigns/$id" params={{ id: String(duty.campaignId) }}>
            {t.board}
          </Link>
          <span aria-hidden>›</span>
          <span>{duty.campaignTitle}</span>
        </>
      }
      state={
        <>
          {t.given(duty.owner.name)} · <b>{t.states[duty.state]}</b>
          {duty.holder.id !== duty.unit.id && ` · ${then.holder(duty.holder.fullName)}`}
          {duty.deadline && ` · ${t.deadline(dayWords(duty.deadline))}`} ·{' '}
          {t.updated(instantWords(duty.updatedAt))}
        </>
      }
      next={next}
    >
      <div className="duty-panes">
        <div className="duty-main">
          <Loaded query={campaign}>
            {({ indicators }) => (
              <>
                <DutyLines
                  duty={duty}
                  indicators={indicators}
                  part={part}
                  isPlanning={isPlanning && part.mayPlan}
                  onPlanning={setPlanning}
                  onFigure={(indicator) => show(indicator, duty.unit.id)}
                />
                <DutyActivities duty={duty} indicators={indicators} part={part} />
              </>
            )}
          </Loaded>
        </div>
        <div className="duty-side">
          {open && (
            <OpenFigurePanel
              key={open.indicator}
              campaignId={duty.campaignId}
              figure={{ ...open, unit: duty.unit.id }}
              onClose={close}
            />
          )}
          {duty.state !== 'assigned' && <DutyReports duty={duty} part={part} />}
          <DutyOrder duty={duty} part={part} answer={answer} />
          <DutyHistory duty={duty} />
        </div>
      </div>
    </Page>
  )
}
