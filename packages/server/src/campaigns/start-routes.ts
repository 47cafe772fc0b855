import { StartCampaign } from '@loa/contract/plans'
import { Problem } from '@loa/contract/problem'
import type { Database } from '../database/database.ts'
import { draftFrom } from '../dispatches/draft.ts'
import { listProposals } from '../dispatches/plan-queries.ts'
import { findDispatchForUpdate, insertDispatch } from '../dispatches/queries.ts'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { allow } from '../people/actor.ts'
import { today } from '../time.ts'
import { findEnd, findUnitsByKey, getUnit } from '../units/queries.ts'
import { confirmedOf, deadlineOf, valuesOf } from './campaign.ts'
import { insertCampaign, linkSource } from './queries.ts'

export const startRoute = route(StartCampaign, async ({ db, actor, now, params }, { title, from, to }) => {
  const source = orNotFound(await findDispatchForUpdate(db, params.id), 'dispatch', params.id)
  allow(actor, 'campaign.start', source.ownerUnitId)
  if (source.campaignId) throw new Problem('plan.campaign-exists', { campaignId: source.campaignId })
  const confirmed = confirmedOf(await listProposals(db, params.id))
  const ended = await findEnd(db, source.ownerUnitId, today(now))
  if (ended) throw new Problem('unit.ended', { on: ended.on, heir: ended.heir?.fullName ?? null })
  const simulated = actor.example && source.simulated

  const campaignId = await insertCampaign(db, {
    ownerUnitId: source.ownerUnitId,
    title: title ?? capital(source.subject ?? source.fileName ?? 'Đợt tuyên truyền'),
    sourceDispatchId: source.id,
    from: from ?? null,
    to: to ?? null,
    deadline: deadlineOf(confirmed),
    simulated,
    by: actor.id,
    at: now,
    topics: valuesOf(confirmed, 'topic').map((topic) => topic.text),
    forms: valuesOf(confirmed, 'form').map(({ form, text }) => ({ form, text })),
    units: await addressedUnits(db, valuesOf(confirmed, 'addressee')),
  })
  const unit = await getUnit(db, source.ownerUnitId)
  const draftId = await insertDispatch(db, {
    direction: 'out',
    ownerUnitId: source.ownerUnitId,
    state: 'draft',
    tree: draftFrom({
      source: source.tree,
      confirmed,
      letterhead: {
        issuer: unit.letterhead.issuer ?? unit.fullName,
        parentIssuer: unit.letterhead.parentIssuer ?? null,
        place: unit.letterhead.place ?? null,
        symbol: unit.letterhead.symbol ?? null,
        archive: unit.letterhead.archive ?? null,
        signingAuthority: unit.letterhead.signingAuthority ?? null,
        signerTitle: unit.letterhead.signerTitle ?? null,
      },
      simulated,
    }),
    messages: [],
    file: null,
    planOn: source.planOn,
    planWarnings: [],
    sourceDispatchId: source.id,
    campaignId,
    simulated,
    by: actor.id,
    at: now,
  })
  if (draftId === null) throw new Error('an outgoing draft has no file that could clash')
  await linkSource(db, source.id, campaignId, actor.id, now)
  await record(db, {
    unitId: source.ownerUnitId,
    at: now,
    personId: actor.id,
    kind: 'campaign.started',
    subject: 'campaign',
    subjectId: campaignId,
    data: { sourceDispatchId: source.id, draftId },
  })
  return { campaignId, draftId }
})

/** Each unit once, under the first phrase that names it. */
const addressedUnits = async (
  db: Database,
  groups: { text: string; units: { code: string; validFrom: string | null; name: string }[] }[],
) => {
  const keys = groups.flatMap((group) => group.units.map(({ code, validFrom }) => ({ code, validFrom })))
  const found = new Map(
    (await findUnitsByKey(db, keys)).map((unit) => [`${unit.code} ${unit.validFrom}`, unit.id]),
  )
  const seen = new Set<number>()
  return groups.flatMap((group) =>
    group.units.flatMap((unit) => {
      const unitId = found.get(`${unit.code} ${unit.validFrom}`)
      if (unitId === undefined) throw new Problem('thing.not-found', { what: 'unit', id: unit.code })
      if (seen.has(unitId)) return []
      seen.add(unitId)
      return [{ unitId, phrase: group.text }]
    }),
  )
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
