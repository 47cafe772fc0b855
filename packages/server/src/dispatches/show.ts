/** A dispatch as its reader sees it: with its steps, and what this person may do with it now. */
import type { Dispatch } from '@loa/contract/dispatches'
import type { Database } from '../database/database.ts'
import { type Actor, mayActFor } from '../people/actor.ts'
import { anybodyMay } from '../people/standing-queries.ts'
import { findStand } from '../signatures/queries.ts'
import { nextSigning } from '../signatures/signature.ts'
import { today } from '../time.ts'
import { findEnd } from '../units/queries.ts'
import { listCorrections } from './correction-queries.ts'
import { awaited, openSteps } from './dispatch.ts'
import { listDispatchFiles } from './file-queries.ts'
import { hasPages } from './files.ts'
import { findReportOf, listSteps, type StoredDispatch } from './queries.ts'

export const showDispatch = async (
  db: Database,
  stored: StoredDispatch,
  actor: Actor,
  now: string,
): Promise<Dispatch> => {
  const day = today(now)
  const { ownerUnitId: unitId, type: documentType } = stored
  const may = (act: Parameters<typeof mayActFor>[1]) => mayActFor(actor, act, unitId, documentType)
  const ended = stored.state === 'issued' ? null : await findEnd(db, unitId, day)
  const act = awaited(stored.state)
  const stand = stored.state === 'numbered' ? await findStand(db, stored.id) : null
  const signing = stand && nextSigning(stored.state, stand)
  const maySign = signing === 'seal' ? may('dispatch.seal') : stand?.signer?.id === actor.id
  return {
    ...stored,
    steps: await listSteps(db, stored.id),
    nobodyFor: act && !(await anybodyMay(db, { act, unitId, documentType, day })) ? act : null,
    reportId: await findReportOf(db, stored.id),
    corrections: stored.direction === 'in' ? await listCorrections(db, stored.id) : [],
    files: stored.direction === 'in' ? await listDispatchFiles(db, stored.id) : [],
    hasPages: stored.direction === 'in' && hasPages(stored.fileMime),
    ended,
    awaitsSignature: signing ? { step: signing, signer: stand?.signer?.name ?? '' } : null,
    // Nothing goes out under the head of a body that is no more.
    next: ended
      ? ended.heir && may('dispatch.draft')
        ? ['adopt']
        : []
      : signing
        ? maySign
          ? [signing]
          : []
        : openSteps(stored.state, (act) => may(act)),
  }
}
