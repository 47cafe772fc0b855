/** The rules of taking back, updating and replacing what was issued (Decision 28/2018/QĐ-TTg, articles 8(2) and 9(2)). Pure. */
import type { DeliveryStub } from '@loa/contract/deliveries'
import { Problem } from '@loa/contract/problem'
import { type DocumentTree, emptyTree } from '@loa/documents'

interface Outgoing {
  state: string
  recalledAt: string | null
}

/** @throws Problem `recall.not-issued`, `recall.done` */
export const checkStands = ({ state, recalledAt }: Outgoing): void => {
  if (state !== 'issued') throw new Problem('recall.not-issued')
  if (recalledAt !== null) throw new Problem('recall.done')
}

export const mayTakeBack = ({ state, recalledAt }: Outgoing): boolean =>
  state === 'issued' && recalledAt === null

/** @throws Problem `recall.wrong-replaced` where it is no issued dispatch of the same body */
export const checkReplaced = (
  draft: { id: number; ownerUnitId: number; state: string },
  old: (Outgoing & { id: number; ownerUnitId: number; direction: string }) | null,
): void => {
  if (draft.state === 'issued')
    throw new Problem('dispatch.wrong-state', { state: draft.state, step: 'save' })
  if (!old || old.id === draft.id || old.direction !== 'out' || old.ownerUnitId !== draft.ownerUnitId)
    throw new Problem('recall.wrong-replaced')
  checkStands(old)
}

/** Number, date, issuer and reason: what shows that there was something, and no word of it. */
export const stubOf = (
  { code, date, issuer }: Pick<DocumentTree, 'code' | 'date' | 'issuer'>,
  reason: string | null,
  at: string,
): DeliveryStub => ({ code, date, issuer, reason: reason ?? '', at })

/** The tree of a copy whose content was given back. */
export const emptied = ({
  type,
  issuer,
  parentIssuer,
  number,
  symbol,
  code,
  date,
}: DocumentTree): DocumentTree => ({
  ...emptyTree(),
  type,
  issuer,
  parentIssuer,
  number,
  symbol,
  code,
  date,
})

/** Why the campaign goes no further, as everybody reads it. */
export const stopWords = (code: string | null, how: 'recalled' | 'replaced', reason: string): string =>
  how === 'recalled'
    ? `Văn bản số ${code ?? '(không số)'} đã bị thu hồi: ${reason}`
    : `Văn bản số ${code ?? '(không số)'} đã được thay thế bằng số ${reason}`
