/** One proposal: its tag and words, what was decided by whom, and when selected its source and the ways to decide. */
import type { Proposal } from '@loa/contract/plans'
import { Button } from '@mantine/core'
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef } from 'react'
import { dayWords, instantWords } from '../shell/format.ts'
import { StateBadge, type Tone } from '../shell/state.tsx'
import { useWords } from '../words/language.tsx'
import { planWords } from '../words/plan.ts'
import { AddresseeEdit } from './addressee-edit.tsx'
import { chosenUnits, readingsOf } from './decision.ts'
import type { PlanWork } from './use-plan.ts'
import { focusRow } from './use-plan-keys.ts'

const ProposalEdit = lazy(async () => ({ default: (await import('./proposal-edit.tsx')).ProposalEdit }))

const tones: Record<Proposal['decision'], Tone> = {
  waiting: 'go',
  confirmed: 'ok',
  changed: 'ok',
  rejected: 'none',
}

export const ProposalRow = ({ proposal, plan }: { proposal: Proposal; plan: PlanWork }) => {
  const t = useWords(planWords)
  const row = useRef<HTMLLIElement>(null)
  const { id, value, source, decision, decidedBy, decidedAt } = proposal
  const tag = plan.tags.get(id) ?? ''
  const isSelected = plan.selected === `p${id}`
  const edit = plan.editOf(id)
  const isChosen = isSelected && plan.isChosen
  const hasSent = plan.said !== ''
  useEffect(() => {
    if (!isChosen) return
    row.current?.scrollIntoView({ block: 'nearest' })
    // The button that was pressed is gone after a decision; the focus goes on to what is selected now.
    if (hasSent && document.activeElement === document.body) focusRow(id)
  }, [isChosen, hasSent, id])
  return (
    <li
      ref={row}
      data-proposal={id}
      className={isSelected ? `proposal ${decision} on` : `proposal ${decision}`}
    >
      <button
        type="button"
        className="proposal-head"
        aria-current={isSelected}
        onClick={() => plan.select(`p${id}`)}
      >
        <span className={isSelected ? `tag ${decision} on` : `tag ${decision}`}>{tag}</span>
        <span className="proposal-words">
          <Words value={value} />
        </span>
        {/* Where the buttons stand, they say that it waits. */}
        {!(plan.mayDecide && decision === 'waiting') && (
          <StateBadge
            tone={tones[decision]}
            title={decidedBy ? t.decidedBy(decidedBy.name, instantWords(decidedAt)) : undefined}
          >
            {t.decision[decision]}
          </StateBadge>
        )}
      </button>
      {isSelected && (
        <div className="proposal-open">
          <blockquote lang="vi">{source.text}</blockquote>
          {decidedBy && <p className="meta">{t.decidedBy(decidedBy.name, instantWords(decidedAt))}</p>}
          {value.kind === 'addressee' && <AddresseeEdit proposal={proposal} value={value} plan={plan} />}
          {edit.isOpen && value.kind !== 'addressee' && (
            <Suspense>
              <ProposalEdit proposal={proposal} plan={plan} />
            </Suspense>
          )}
        </div>
      )}
      {plan.mayDecide && <Acts proposal={proposal} plan={plan} tag={tag} isSelected={isSelected} />}
    </li>
  )
}

const Words = ({ value }: { value: Proposal['value'] }) => {
  const t = useWords(planWords)
  if (value.kind === 'link')
    return (
      <>
        <b>{[t.links[value.link], value.code].join(' ')}</b>
        <span className="meta" lang="vi">
          {[dayWords(value.date), value.issuer].filter(Boolean).join(' · ')}
        </span>
      </>
    )
  if (value.kind === 'form')
    return (
      <>
        <b>{t.forms[value.form]}</b>
        <span className="meta" lang="vi">
          {value.text}
        </span>
      </>
    )
  if (value.kind === 'deadline')
    return (
      <>
        <b>{dayWords(value.date) || t.noDate}</b>
        <span className="meta" lang="vi">
          {value.text}
        </span>
      </>
    )
  return (
    <>
      <span lang="vi">{value.text}</span>
      <Stated value={value} />
      {value.kind === 'addressee' && (
        <span className="meta">
          {value.units.length > 0 ? t.units(value.units.length) : t.noUnits}
          {value.group && ` · ${t.groupReading(value.group.name)}`}
        </span>
      )}
    </>
  )
}

/** What the words say apart: who, how much, what sum. */
const Stated = ({ value }: { value: Proposal['value'] }) => {
  const t = useWords(planWords)
  const label = value.kind === 'duty' && value.duty ? t.duties[value.duty] : null
  const said =
    value.kind === 'duty'
      ? value.who
      : value.kind === 'quantity'
        ? [value.value, value.unit].join(' ')
        : value.kind === 'money'
          ? value.amount
          : null
  if (!label && !said) return null
  return (
    <span className="meta">
      {label}
      {label && said && ' · '}
      {said && <span lang="vi">{said}</span>}
    </span>
  )
}

const Acts = ({
  proposal,
  plan,
  tag,
  isSelected,
}: {
  proposal: Proposal
  plan: PlanWork
  tag: string
  isSelected: boolean
}) => {
  const t = useWords(planWords)
  const { id, value, decision } = proposal
  const edit = plan.editOf(id)
  const units =
    value.kind === 'addressee'
      ? chosenUnits(readingsOf(value, decision, t)[edit.reading ?? 0], edit).length
      : 0
  const canEdit = value.kind !== 'link' && value.kind !== 'addressee'
  if (decision !== 'waiting' && !isSelected) return null
  const isBusy = plan.send.isPending
  return (
    <div className="proposal-acts">
      {(decision === 'waiting' ||
        edit.isOpen ||
        edit.reading !== undefined ||
        edit.without !== undefined) && (
        <Button
          size="compact-sm"
          variant={isSelected ? 'outline' : 'default'}
          leftSection={<IconCheck size={14} aria-hidden />}
          disabled={isBusy}
          aria-label={`${units > 0 ? t.confirmUnits(units) : t.confirm}: ${tag}`}
          onClick={() => plan.confirm(proposal)}
        >
          {edit.isOpen ? t.confirmEdit : units > 0 && isSelected ? t.confirmUnits(units) : t.confirm}
        </Button>
      )}
      {canEdit && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPencil size={14} aria-hidden />}
          aria-label={`${edit.isOpen ? t.cancel : t.edit}: ${tag}`}
          aria-expanded={edit.isOpen}
          onClick={() => {
            plan.select(`p${id}`)
            plan.edit(
              id,
              edit.isOpen
                ? { isOpen: false, text: undefined, form: undefined, date: undefined }
                : { isOpen: true },
            )
          }}
        >
          {edit.isOpen ? t.cancel : t.edit}
        </Button>
      )}
      {decision === 'waiting' ? (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconX size={14} aria-hidden />}
          disabled={isBusy}
          aria-label={`${t.reject}: ${tag}`}
          onClick={() => plan.decide(proposal, 'rejected')}
        >
          {t.reject}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={isBusy}
          aria-label={`${t.takeBack}: ${tag}`}
          onClick={() => plan.decide(proposal, 'waiting')}
        >
          {t.takeBack}
        </Button>
      )}
    </div>
  )
}
