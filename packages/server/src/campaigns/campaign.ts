/** The rules by which confirmed proposals become a campaign. Pure. */
import type { Proposal, ProposalValue } from '@loa/contract/plans'
import { Problem } from '@loa/contract/problem'

/**
 * Nothing runs unconfirmed: every proposal has a person's word, and there is something to say and someone to do it.
 * @throws Problem `plan.undecided`, `plan.nothing-confirmed`, `plan.no-units`
 */
export const confirmedOf = (proposals: Proposal[]): ProposalValue[] => {
  const waiting = proposals.filter((proposal) => proposal.decision === 'waiting')
  if (waiting.length > 0) throw new Problem('plan.undecided', { waiting: waiting.length })
  const confirmed = proposals
    .filter((proposal) => proposal.decision === 'confirmed' || proposal.decision === 'changed')
    .map((proposal) => proposal.value)
  if (!confirmed.some((value) => value.kind === 'form')) throw new Problem('plan.nothing-confirmed')
  if (!confirmed.some((value) => value.kind === 'addressee' && value.units.length > 0))
    throw new Problem('plan.no-units')
  return confirmed
}

export const valuesOf = <K extends ProposalValue['kind']>(values: ProposalValue[], kind: K) =>
  values.filter((value): value is Extract<ProposalValue, { kind: K }> => value.kind === kind)

/** The earliest confirmed day; null where none is stated. Loa sets no deadline of its own. */
export const deadlineOf = (values: ProposalValue[]): string | null =>
  valuesOf(values, 'deadline')
    .map((deadline) => deadline.date)
    .filter((date): date is string => date !== null)
    .sort()[0] ?? null
