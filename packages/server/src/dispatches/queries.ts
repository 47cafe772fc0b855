import { Dispatch, DispatchRow, type DispatchState, DispatchStep } from '@loa/contract/dispatches'
import type { DocumentTree } from '@loa/contract/documents'
import type { SignatureRoom } from '@loa/documents/write'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { all, sql } from '../database/sql.ts'
import { awaitedSignature } from '../signatures/queries.ts'
import { ownerJson } from '../units/queries.ts'

/** A dispatch as the rules and the writers need it. */
export const StoredDispatch = Dispatch.omit({
  steps: true,
  next: true,
  nobodyFor: true,
  reportId: true,
  ended: true,
  corrections: true,
  hasPages: true,
  awaitsSignature: true,
  files: true,
  numberId: true,
  waitsFor: true,
}).extend({
  ownerUnitId: z.number(),
  fileSha256: z.string().nullable(),
  layoutSha256: z.string().nullable(),
  fileMime: z.string().nullable(),
  planOn: z.string().nullable(),
  planWarnings: z.array(z.unknown()),
  issuedAt: z.string().nullable(),
  pdfSha256: z.string().nullable(),
  docxSha256: z.string().nullable(),
  finalSha256: z.string().nullable(),
  finalRoom: z.custom<SignatureRoom>().nullable(),
  changedBy: z.string().nullable(),
})
export type StoredDispatch = z.infer<typeof StoredDispatch>

const listColumns = sql`d.id, d.direction, d.type, d.state, d.issuer, d.code, d.dated as date, d.subject, d.file_name,
  d.campaign_id, d.created_at, d.updated_at, d.return_reason, ${awaitedSignature} as awaits`
const columns = sql`${listColumns}, d.tree, d.messages, d.source_dispatch_id, d.simulated, d.version,
  ${ownerJson} as owner, d.owner_unit_id, d.file_sha256, d.layout_sha256, d.file_mime, d.plan_on, d.plan_warnings, d.issued_at,
  d.pdf_sha256, d.docx_sha256, d.final_sha256, d.final_room, (select name from people where id = d.updated_by) as changed_by,
  (select i.legal_value from exchange_incoming i where i.dispatch_id = d.id order by i.id limit 1) as legal_value,
  d.came_by, d.came_from, d.recalled_at, d.recall_reason, d.emptied_at`

export const findDispatch = (db: Database, id: number) =>
  db.maybe(
    StoredDispatch,
    sql`select ${columns} from dispatches d join units o on o.id = d.owner_unit_id where d.id = ${id}`,
  )

/** Locked until the transaction ends: of two people who act at once the second one sees what the first did. */
export const findDispatchForUpdate = (db: Database, id: number) =>
  db.maybe(
    StoredDispatch,
    sql`select ${columns} from dispatches d join units o on o.id = d.owner_unit_id where d.id = ${id} for update of d`,
  )

export const findDispatchOfFile = (db: Database, ownerUnitId: number, sha256: string) =>
  db.maybe(
    StoredDispatch,
    sql`select ${columns} from dispatches d join units o on o.id = d.owner_unit_id
        where d.owner_unit_id = ${ownerUnitId} and d.file_sha256 = ${sha256} and d.direction = 'in'`,
  )

export interface DispatchFilter {
  units: readonly number[]
  direction?: 'in' | 'out'
  state?: z.infer<typeof DispatchState>
  q?: string
}

const wanted = ({ units, direction, state, q }: DispatchFilter) =>
  all([
    sql`d.owner_unit_id = any (${units})`,
    direction && sql`d.direction = ${direction}`,
    state && sql`d.state = ${state}`,
    q &&
      sql`loa_fold(coalesce(d.subject, '') || ' ' || coalesce(d.code, '') || ' ' || coalesce(d.issuer, ''))
          like '%' || replace(replace(loa_fold(${q}), '%', ''), '_', '') || '%'`,
  ])

export const listDispatches = (db: Database, filter: DispatchFilter & { before: number; limit: number }) =>
  db.many(
    DispatchRow,
    sql`select ${listColumns} from dispatches d where ${wanted(filter)} and d.id < ${filter.before}
        order by d.id desc limit ${filter.limit}`,
  )

export const countDispatches = async (db: Database, filter: DispatchFilter) =>
  (
    await db.one(
      z.object({ total: z.number() }),
      sql`select count(*)::int as total from dispatches d where ${wanted(filter)}`,
    )
  ).total

export const listSteps = (db: Database, dispatchId: number) =>
  db.many(
    DispatchStep,
    sql`select s.step, s.at, s.note,
          case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as person
        from dispatch_steps s left join people p on p.id = s.person_id where s.dispatch_id = ${dispatchId} order by s.id`,
  )

const Id = z.object({ id: z.number() })

export interface NewDispatch {
  direction: 'in' | 'out'
  ownerUnitId: number
  state: z.infer<typeof DispatchState>
  tree: DocumentTree
  messages: unknown[]
  file: { name: string; sha256: string; mime: string } | null
  planOn: string | null
  planWarnings: unknown[]
  sourceDispatchId: number | null
  campaignId: number | null
  simulated: boolean
  by: string | null
  at: string
}

/** Null when the unit has this file already. */
export const insertDispatch = async (db: Database, dispatch: NewDispatch): Promise<number | null> =>
  (
    await db.maybe(
      Id,
      sql`insert into dispatches (direction, owner_unit_id, state, tree, type, issuer, code, dated, subject, messages,
            file_name, file_sha256, file_mime, plan_on, plan_warnings, source_dispatch_id, campaign_id, simulated,
            created_by, updated_by, created_at, updated_at)
          values (${dispatch.direction}, ${dispatch.ownerUnitId}, ${dispatch.state}, ${JSON.stringify(dispatch.tree)},
            ${dispatch.tree.type}, ${dispatch.tree.issuer}, ${dispatch.tree.code}, ${dispatch.tree.date},
            ${dispatch.tree.subject}, ${JSON.stringify(dispatch.messages)}, ${dispatch.file?.name},
            ${dispatch.file?.sha256}, ${dispatch.file?.mime}, ${dispatch.planOn},
            ${JSON.stringify(dispatch.planWarnings)}, ${dispatch.sourceDispatchId}, ${dispatch.campaignId},
            ${dispatch.simulated}, ${dispatch.by}, ${dispatch.by}, ${dispatch.at}, ${dispatch.at})
          on conflict (owner_unit_id, file_sha256) where direction = 'in' do nothing returning id`,
    )
  )?.id ?? null

export const saveTree = (db: Database, id: number, tree: DocumentTree, by: string, at: string) =>
  db.run(sql`update dispatches set tree = ${JSON.stringify(tree)}, type = ${tree.type}, issuer = ${tree.issuer},
      code = ${tree.code}, dated = ${tree.date}, subject = ${tree.subject}, version = version + 1, updated_by = ${by},
      updated_at = ${at} where id = ${id}`)

/** The day whose units the plan means, and what it warns of. */
export const savePlanGround = (
  db: Database,
  id: number,
  { on, warnings }: { on: string; warnings: unknown[] },
) =>
  db.run(
    sql`update dispatches set plan_on = ${on}, plan_warnings = ${JSON.stringify(warnings)} where id = ${id}`,
  )

export const saveLayout = (db: Database, id: number, sha256: string) =>
  db.run(sql`update dispatches set layout_sha256 = ${sha256} where id = ${id}`)

/** Under another body, without the pages and the signatures it had under the old one; the log keeps that they were there. */
export const saveOwner = async (db: Database, id: number, ownerUnitId: number) => {
  await db.run(sql`update dispatches set owner_unit_id = ${ownerUnitId} where id = ${id}`)
  await db.run(sql`delete from signatures where dispatch_id = ${id}`)
  await clearFinal(db, id)
}

/** The pages that were to be signed are laid out anew. */
export const clearFinal = (db: Database, id: number) =>
  db.run(sql`update dispatches set final_sha256 = null, final_room = null where id = ${id}`)

export const saveState = (
  db: Database,
  id: number,
  { state, by, at, returnReason }: { state: string; by: string; at: string; returnReason: string | null },
) =>
  db.run(sql`update dispatches set state = ${state}, return_reason = ${returnReason}, version = version + 1,
      updated_by = ${by}, updated_at = ${at}, issued_at = case when ${state} = 'issued' then ${at} else issued_at end
      where id = ${id}`)

export const addStep = (
  db: Database,
  {
    dispatchId,
    step,
    at,
    by,
    note,
  }: { dispatchId: number; step: string; at: string; by: string; note: string | null },
) =>
  db.run(sql`insert into dispatch_steps (dispatch_id, step, at, person_id, note)
    values (${dispatchId}, ${step}, ${at}, ${by}, ${note})`)

export const saveFiles = (db: Database, id: number, { pdf, docx }: { pdf: string; docx: string }) =>
  db.run(sql`update dispatches set pdf_sha256 = ${pdf}, docx_sha256 = ${docx} where id = ${id}`)

/** What is signed, and where on it. */
export interface FinalPages {
  sha256: string
  room: SignatureRoom
}

export const saveFinal = (db: Database, id: number, { sha256, room }: FinalPages) =>
  db.run(
    sql`update dispatches set final_sha256 = ${sha256}, final_room = ${JSON.stringify(room)} where id = ${id}`,
  )

export const findReportOf = async (db: Database, dispatchId: number): Promise<number | null> =>
  (await db.maybe(Id, sql`select id from reports where dispatch_id = ${dispatchId}`))?.id ?? null

/** The dispatch of this number that was delivered to one of the units: what came in as a file is that one. */
export const findDelivered = async (db: Database, units: readonly number[], code: string | null) =>
  code === null
    ? null
    : ((
        await db.maybe(
          Id,
          sql`select d.id from deliveries e join dispatches d on d.id = e.dispatch_id
              where e.holder_unit_id = any (${units}) and d.direction = 'out' and d.code = ${code}
              order by d.id desc limit 1`,
        )
      )?.id ?? null)
