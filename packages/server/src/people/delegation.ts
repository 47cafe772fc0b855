/** Signing for somebody who leads (Decree 30/2020/NĐ-CP, article 13). Pure: no database, no clock, no network. */
import type { Act, Role } from '@loa/contract/acts'
import { acts } from '@loa/contract/acts'
import { Problem } from '@loa/contract/problem'

export type Form = 'KT' | 'TL' | 'TUQ'

export interface NewDelegation {
  form: Form
  authorityLine: string
  signerTitle: string
  acts: readonly Act[]
  documentTypes: readonly string[]
  act: string
  from: string
  to: string | null
}

/** Roles in the delegating unit itself, and in the units below it, on the first day. */
export interface Parties {
  giver: { here: readonly Role[] }
  receiver: { here: readonly Role[]; below: readonly Role[] }
}

/**
 * KT.: a deputy of the same body signs in place of its head (clause 1). TL.: the head of a unit within the body signs some
 * types of documents, as the working rules of the body say (clause 4). TUQ.: in special cases the head of a body within the
 * organisation, by a written document, limited in time and content, and not passed on further (clause 3).
 * @throws Problem `delegation.…`
 */
export const checkDelegation = (given: NewDelegation, { giver, receiver }: Parties): void => {
  if (given.to !== null && given.to < given.from)
    throw new Problem('request.invalid', {}, [{ path: 'body.to', message: 'before the first day' }])
  // Only what the giver holds by a role can be given: who signs by a delegation has nothing to pass on.
  if (!given.acts.every((act) => giver.here.some((role) => (acts[act] as readonly Role[]).includes(role))))
    throw new Problem('delegation.giver-cannot')
  if (receiver.here.length + receiver.below.length === 0) throw new Problem('delegation.receiver-elsewhere')
  if (!given.authorityLine.startsWith(`${given.form}. `))
    throw new Problem('delegation.wrong-line', { form: given.form })
  rules[given.form](given, receiver)
}

const rules: Record<Form, (given: NewDelegation, receiver: Parties['receiver']) => void> = {
  KT: ({ signerTitle }, { here }) => {
    if (here.length === 0 || !isDeputy(signerTitle)) throw new Problem('delegation.not-deputy')
  },
  TL: ({ documentTypes, act }, receiver) => {
    if (!leads(receiver)) throw new Problem('delegation.not-head')
    if (documentTypes.length === 0) throw new Problem('delegation.no-types')
    if (!act.trim()) throw new Problem('delegation.no-document')
  },
  TUQ: ({ act, to }, receiver) => {
    if (!leads(receiver)) throw new Problem('delegation.not-head')
    if (!act.trim()) throw new Problem('delegation.no-document')
    if (to === null) throw new Problem('delegation.no-end')
  },
}

/** As it is printed: "PHÓ GIÁM ĐỐC", "PHÓ CHỦ TỊCH". */
const isDeputy = (title: string) => /^phó(\s|$)/iu.test(title.trim().normalize('NFC'))

const leads = ({ here, below }: Parties['receiver']) =>
  here.includes('head') || below.some((role) => role === 'head' || role === 'leader')
