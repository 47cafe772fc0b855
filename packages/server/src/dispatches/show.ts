/** A dispatch as its reader sees it: with its steps, and what this person may do with it now. */
import type { Dispatch } from '@loa/contract/dispatches'
import type { Database } from '../database/database.ts'
import { findNumberOf } from '../numbers/queries.ts'
import { type Actor, mayActFor } from '../people/actor.ts'
import { whoMay } from '../people/standing-queries.ts'
import { findStand } from '../signatures/queries.ts'
import { nextSigning } from '../signatures/signature.ts'
import { today } from '../time.ts'
import { findEnd } from '../units/queries.ts'
import { listCorrections } from './correction-queries.ts'
import { awaited, openSteps } from './dispatch.ts'
import { listDispatchFiles } from './file-queries.ts'
import { hasPages } from './files.ts'
import { findReportOf, listSteps, type StoredDispatch } from './queries.ts'

/** The person whose signature it waits for, or the clerks who seal. */
const signers = async (
  db: Database,
  { ownerUnitId: unitId, type: documentType }: StoredDispatch,
  signing: 'e-sign' | 'seal',
  signer: string | undefined,
  day: string,
) =>
  signing === 'e-sign'
    ? { act: 'dispatch.sign', people: signer ? [signer] : [] }
    : { act: 'dispatch.seal', people: await whoMay(db, { act: 'dispatch.seal', unitId, documentType, day }) }

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
  const people = act ? await whoMay(db, { act, unitId, documentType, day }) : []
  const stand = stored.state === 'numbered' ? await findStand(db, stored.id) : null
  const signing = stand && nextSigning(stored.state, stand)
  const maySign = signing === 'seal' ? may('dispatch.seal') : stand?.signer?.id === actor.id
  return {
    ...stored,
    steps: await listSteps(db, stored.id),
    nobodyFor: act && people.length === 0 ? act : null,
    waitsFor: signing ? await signers(db, stored, signing, stand?.signer?.name, day) : act && { act, people },
    reportId: await findReportOf(db, stored.id),
    corrections: stored.direction === 'in' ? await listCorrections(db, stored.id) : [],
    files: stored.direction === 'in' ? await listDispatchFiles(db, stored.id) : [],
    hasPages: stored.direction === 'in' && hasPages(stored.fileMime),
    ended,
    numberId: stored.state === 'numbered' ? ((await findNumberOf(db, stored.id))?.id ?? null) : null,
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
