/** What Loa proposes, in groups; every proposal is decided by a person. */
import type { DispatchPlan, Proposal } from '@loa/contract/plans'
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ApiProblem } from '../api.ts'
import { dayWords, instantWords } from '../shell/format.ts'
import { StateBadge, Warning } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { planWords } from '../words/plan.ts'
import { Checkbox } from './choice.tsx'
import { type Kind, kinds, rareKinds } from './marks.ts'
import { ProposalRow } from './proposal.tsx'
import { isWaiting, type PlanWork } from './use-plan.ts'
import type { usePlanKeys } from './use-plan-keys.ts'
import './plan.css'

interface PlanPaneProps {
  data: DispatchPlan
  plan: PlanWork
  keys: ReturnType<typeof usePlanKeys>
  /** What follows when all is decided: the campaign to start, or the one that was started. */
  after: ReactNode
}

export const PlanPane = ({ data, plan, keys, after }: PlanPaneProps) => {
  const t = useWords(planWords)
  const all = data.proposals.length
  const done = all - data.proposals.filter(isWaiting).length
  return (
    <>
      <div className="pane-top">
        <div className="pane-head plan-head">
          <h2>{t.proposed}</h2>
          <span>{t.progress(done, all)}</span>
          <progress max={all} value={done} aria-label={t.progress(done, all)} />
          {plan.mayDecide && <KeyHints keys={keys} />}
        </div>
        <div className="plan-said" role="status">
          {plan.said}
        </div>
        {plan.send.error && <Refused error={plan.send.error} />}
      </div>
      {after}
      <Warnings data={data} plan={plan} />
      {kinds.map((kind) => {
        const proposals = data.proposals.filter(({ value }) => value.kind === kind)
        if (proposals.length === 0 && rareKinds.has(kind)) return null
        return <Group key={kind} kind={kind} proposals={proposals} plan={plan} on={data.on} />
      })}
    </>
  )
}

const KeyHints = ({ keys }: { keys: PlanPaneProps['keys'] }) => {
  const t = useWords(planWords)
  return (
    <span className="key-hints">
      {keys.isOn && (
        <span>
          <kbd>J</kbd> <kbd>K</kbd> {t.keys.move} <kbd>X</kbd> {t.keys.confirm} <kbd>E</kbd> {t.keys.edit}
        </span>
      )}
      <Checkbox label={t.keysOn} checked={keys.isOn} onChange={keys.choose} />
    </span>
  )
}

/** Somebody else was faster: said who and when; what was typed stays in its field. */
const Refused = ({ error }: { error: Error }) => {
  const t = useWords(planWords)
  if (!(error instanceof ApiProblem) || error.code !== 'thing.changed')
    return (
      <div className="plan-trouble">
        <Trouble error={error} />
      </div>
    )
  const { who, at } = error.body.values ?? {}
  return (
    <div className="plan-trouble" role="alert">
      <Warning>{t.changed(String(who ?? t.somebody), instantWords(at ? String(at) : null))}</Warning>
    </div>
  )
}

const Warnings = ({ data, plan }: Pick<PlanPaneProps, 'data' | 'plan'>) => {
  const t = useWords(planWords)
  if (data.warnings.length === 0) return null
  return (
    <section className="plan-warnings" aria-labelledby="plan-warnings">
      <h3 id="plan-warnings">
        <IconAlertTriangle size={16} aria-hidden /> {t.warnings(data.warnings.length)}
      </h3>
      <ol>
        {data.warnings.map(({ code, text, source }, index) => {
          const key = `w${index + 1}`
          const words = (
            <>
              <span className={plan.selected === key ? 'tag warning on' : 'tag warning'}>{index + 1}</span>
              <span lang="vi">{text}</span>
            </>
          )
          return (
            <li key={`${code}${source?.start ?? ''}`}>
              {source ? (
                <button type="button" aria-current={plan.selected === key} onClick={() => plan.select(key)}>
                  {words}
                </button>
              ) : (
                words
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

const Group = ({
  kind,
  proposals,
  plan,
  on,
}: {
  kind: Kind
  proposals: Proposal[]
  plan: PlanWork
  on: string
}) => {
  const t = useWords(planWords)
  const waiting = proposals.filter(isWaiting)
  const units = new Set(
    proposals.flatMap(({ value, decision }) =>
      value.kind === 'addressee' && decision !== 'rejected' ? value.units.map(({ code }) => code) : [],
    ),
  )
  return (
    <section className="plan-group" aria-labelledby={`group-${kind}`}>
      <header>
        <h3 id={`group-${kind}`}>{t.groups[kind]}</h3>
        {proposals.length > 0 && (
          <span className="meta">
            {kind === 'addressee' && `${t.groupUnits(units.size)} · `}
            {t.groupState(proposals.length, proposals.length - waiting.length)}
            {kind === 'addressee' && ` · ${t.unitsOn(dayWords(on))}`}
          </span>
        )}
        {plan.mayDecide && waiting.length > 1 && (
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={plan.send.isPending}
            onClick={() => plan.confirm(...waiting)}
            aria-label={`${t.confirmGroup(waiting.length)}: ${t.groups[kind]}`}
          >
            {t.confirmGroup(waiting.length)}
          </Button>
        )}
      </header>
      {proposals.length === 0 ? (
        <p className="plan-none">
          {kind === 'deadline' ? <StateBadge tone="none">{t.none[kind]}</StateBadge> : t.none[kind]}
        </p>
      ) : (
        <ul>
          {proposals.map((proposal) => (
            <ProposalRow key={proposal.id} proposal={proposal} plan={plan} />
          ))}
        </ul>
      )}
    </section>
  )
}
