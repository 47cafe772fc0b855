import { acts } from '@loa/contract/acts'
import { AskWhy } from '@loa/contract/roster'
import { findDispatch } from '../dispatches/queries.ts'
import { route } from '../http/endpoint.ts'
import { today } from '../time.ts'
import { findUnitName, reachVersion } from '../units/queries.ts'
import { reachOf } from '../units/reach.ts'
import { sightOf } from './actor.ts'
import { findStandIn, listAdministrators, listKnownDelegations, listKnownRoles } from './standing-queries.ts'
import { whyNot } from './why.ts'

export const whyRoutes = [
  route(AskWhy, async ({ db, actor, now, query }) => {
    const day = today(now)
    const dispatch = query.dispatch ? await findDispatch(db, query.dispatch) : null
    const unitId = query.unit ?? dispatch?.ownerUnitId ?? actor.unit.id
    const version = await reachVersion(db)
    const within = async <T extends { unitId: number }>(rows: T[]) =>
      Promise.all(
        rows.map(async (row) => ({
          ...row,
          reaches: (await reachOf(db, { unitId: row.unitId, day, version })).whole.has(unitId),
        })),
      )
    const found = whyNot({
      act: query.act,
      day,
      documentType: query.type ?? dispatch?.tree.type ?? null,
      roles: await within(await listKnownRoles(db, actor.id, day)),
      delegations: await within(await listKnownDelegations(db, actor.id, day)),
      stoodInBy: await findStandIn(db, actor.id, day),
    })
    return {
      ...found,
      act: query.act,
      unit: await findUnitName(db, unitId),
      roles: [...acts[query.act]],
      // Who keeps a unit out of sight is not told: one's own administrators know whom to ask.
      ask: await listAdministrators(db, sightOf(actor).includes(unitId) ? unitId : actor.unit.id, day),
      state: dispatch?.state ?? null,
    }
  }),
]
