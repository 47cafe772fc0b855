/**
 * The rules of a dispatch: draft → submitted → approved → signed → numbered → issued (Decree 30/2020/NĐ-CP, articles
 * 10–18). Pure: no database, no clock, no network.
 */
import type { Act } from '@loa/contract/acts'
import type { Dispatch, DispatchState } from '@loa/contract/dispatches'
import { Problem } from '@loa/contract/problem'
import type { DocumentTree } from '@loa/documents'
import { printedNumber } from '../numbers/number.ts'
import type { Letterhead } from '../units/queries.ts'

export type Step = Exclude<Dispatch['next'][number], 'adopt' | 'e-sign' | 'seal'>

interface StepRule {
  from: readonly DispatchState[]
  to: DispatchState
  act: Act
}

export const stepRules: Record<Step, StepRule> = {
  submit: { from: ['draft'], to: 'submitted', act: 'dispatch.submit' },
  approve: { from: ['submitted'], to: 'approved', act: 'dispatch.approve' },
  sign: { from: ['approved'], to: 'signed', act: 'dispatch.sign' },
  number: { from: ['signed'], to: 'numbered', act: 'dispatch.number' },
  issue: { from: ['numbered'], to: 'issued', act: 'dispatch.issue' },
  return: { from: ['submitted', 'approved'], to: 'draft', act: 'dispatch.return' },
}

/** @throws Problem `dispatch.wrong-state` when the dispatch does not stand where the step begins */
export const takeStep = (state: DispatchState, step: Step): DispatchState => {
  const rule = stepRules[step]
  if (!rule.from.includes(state)) throw new Problem('dispatch.wrong-state', { state, step })
  return rule.to
}

/** The steps that are open now to a person who may do these acts. */
export const openSteps = (state: DispatchState, may: (act: Act) => boolean): Step[] =>
  (Object.keys(stepRules) as Step[]).filter(
    (step) => stepRules[step].from.includes(state) && may(stepRules[step].act),
  )

/**
 * What must be there before a draft is handed up (Decree 30, article 8: the components of every document).
 * @throws Problem `dispatch.incomplete` naming each missing part
 */
export const checkComplete = (tree: DocumentTree): void => {
  const needed: [string, boolean][] = [
    ['issuer', Boolean(tree.issuer?.trim())],
    ['symbol', Boolean(tree.symbol?.trim())],
    ['place', Boolean(tree.place?.trim())],
    ['subject', Boolean(tree.subject?.trim())],
    ['addressees', tree.addressees.some((line) => line.trim())],
    ['body', tree.body.length > 0],
    ['signerTitle', Boolean(tree.signerTitle?.trim())],
    ['recipients', tree.recipients.length > 0],
  ]
  const missing = needed.filter(([, there]) => !there).map(([path]) => ({ path, message: 'missing' }))
  if (missing.length > 0) throw new Problem('dispatch.incomplete', {}, missing)
}

/** The tree under the head of another body, without the number, date and signature it had under the old one. */
export const reheaded = (
  tree: DocumentTree,
  { fullName, letterhead }: { fullName: string; letterhead: Letterhead },
): DocumentTree => ({
  ...tree,
  issuer: letterhead.issuer ?? fullName,
  parentIssuer: letterhead.parentIssuer ?? tree.parentIssuer,
  place: letterhead.place ?? tree.place,
  symbol: letterhead.symbol ?? null,
  number: null,
  code: letterhead.symbol ? `/${letterhead.symbol}` : null,
  date: null,
  archive: letterhead.archive ?? tree.archive,
  signingAuthority: letterhead.signingAuthority ?? null,
  signerTitle: letterhead.signerTitle ?? null,
  signerName: null,
})

/** The tree with its number and date, as it is issued. */
export const numbered = (tree: DocumentTree, number: number, day: string): DocumentTree => ({
  ...tree,
  number: printedNumber(number),
  code: `${printedNumber(number)}/${tree.symbol ?? ''}`,
  date: day,
})

/** The tree as it was before it had a number. */
export const unnumbered = (tree: DocumentTree): DocumentTree => ({
  ...tree,
  number: null,
  code: `/${tree.symbol ?? ''}`,
  date: null,
})

/** The tree as it is signed: who signs for another prints by what power and in which post (Decree 30, article 13). */
export const signed = (
  tree: DocumentTree,
  signerName: string,
  delegation: { authorityLine: string; signerTitle: string } | null,
): DocumentTree => ({
  ...tree,
  signerName,
  ...(delegation ? { signingAuthority: delegation.authorityLine, signerTitle: delegation.signerTitle } : {}),
})

/** What a dispatch on its way waits for next; null where nothing is awaited from anybody above the drafter. */
export const awaited = (state: DispatchState): Act | null =>
  (['approve', 'sign', 'number', 'issue'] as const)
    .map((step) => stepRules[step])
    .find(({ from }) => from.includes(state))?.act ?? null
