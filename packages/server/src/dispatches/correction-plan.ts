/** What a correction does to the plan: undecided proposals follow it, decided ones stay and the new words wait beside them. */
import type { Proposal, ProposalValue } from '@loa/contract/plans'
import { addresseeResolver, type DocumentTree, type PlanContext, plan } from '@loa/documents'
import { type GroupedAddressee, withGroups } from '../address-groups/resolve.ts'
import type { Database } from '../database/database.ts'
import type { Actor } from '../people/actor.ts'
import { ownUnits } from '../people/actor.ts'
import { directoryOn } from '../units/queries.ts'
import type { Correction } from './correction.ts'
import { planDay } from './plan-day.ts'
import {
  addProposals,
  dropProposal,
  listProposals,
  type NewProposal,
  reviseProposal,
} from './plan-queries.ts'
import { type StoredDispatch, savePlanGround } from './queries.ts'

export const followCorrections = async (
  db: Database,
  dispatch: StoredDispatch,
  tree: DocumentTree,
  corrections: readonly Correction[],
  { actor, today }: { actor: Actor; today: string },
): Promise<void> => {
  const on = planDay(tree, today)
  const context: PlanContext = { on, units: await directoryOn(db, on), home: dispatch.owner.code }
  const proposals = await listProposals(db, dispatch.id)
  const unitsOf = addresseeResolver(context)
  const resolve = (text: string) =>
    withGroups(db, [{ text, source: nowhere, ...unitsOf(text) }], { owners: ownUnits(actor), on })

  const touched = new Set<number>()
  const added: NewProposal[] = []
  for (const correction of corrections) {
    const before = proposals.find((each) => isOf(each, correction))
    const next = await proposalOf(correction, before, tree, resolve)
    if (before) touched.add(before.id)
    if (!next) {
      if (before) await dropProposal(db, before)
    } else if (before?.decision === 'waiting') await reviseProposal(db, before.id, next)
    // A cited document that was no ground of the plan is none by being spelt right.
    else if (before || correction.before === null || next.value.kind === 'addressee') added.push(next)
  }
  // Another day, other units: what nobody has decided yet is asked of the directory of that day.
  if (on !== dispatch.planOn)
    for (const proposal of proposals) {
      const { value, decision, id, source } = proposal
      if (value.kind !== 'addressee' || decision !== 'waiting' || touched.has(id)) continue
      const [again] = await resolve(value.text)
      if (again) await reviseProposal(db, id, { value: addresseeValue(again), source })
    }
  await addProposals(db, dispatch.id, added)
  await savePlanGround(db, dispatch.id, { on, warnings: plan(tree, context).warnings })
}

const lists = { addressees: 'addressee', references: 'link', dueDates: 'deadline' } as const
const kindOf = (field: string) => lists[field.split('/')[0] as keyof typeof lists]

/** The proposal that was drawn from the field as it stood before. */
const isOf = ({ value }: Proposal, { field, before }: Correction): boolean => {
  if (before === null || value.kind !== kindOf(field)) return false
  if (value.kind === 'addressee') return value.text === before
  if (typeof before !== 'object') return false
  if (value.kind === 'link') return 'code' in before && value.code === before.code
  return value.kind === 'deadline' && 'phrase' in before && value.date === before.date
}

const proposalOf = async (
  { field, corrected, span, readSource }: Correction,
  before: Proposal | undefined,
  { text }: DocumentTree,
  resolve: (text: string) => Promise<GroupedAddressee[]>,
): Promise<NewProposal | null> => {
  if (corrected === null || !kindOf(field)) return null
  const words = typeof corrected === 'string' ? corrected : 'phrase' in corrected ? corrected.phrase : null
  const place = span ?? before?.source ?? readSource
  const source = place
    ? { start: place.start, end: place.end, text: text.slice(place.start, place.end) }
    : // Typed in by a person: no words of the dispatch stand behind it.
      { ...nowhere, text: words ?? '' }
  if (typeof corrected === 'string') {
    const [addressee] = await resolve(corrected)
    return addressee ? { value: addresseeValue(addressee), source } : null
  }
  if ('phrase' in corrected)
    return { value: { kind: 'deadline', date: exactDay(corrected.date), text: corrected.phrase }, source }
  if (!('code' in corrected)) return null
  const link = before?.value.kind === 'link' ? before.value.link : 'bases-on'
  return { value: { kind: 'link', link, ...corrected }, source }
}

const nowhere = { start: 0, end: 0, text: '' }

const exactDay = (date: string | null) => (date?.length === 10 ? date : null)

const addresseeValue = ({ source: _, ...rest }: GroupedAddressee): ProposalValue => ({
  kind: 'addressee',
  ...rest,
})
