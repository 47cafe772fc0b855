import { decisions, Proposal, ProposalValue } from '@loa/contract/plans'
import type { Plan } from '@loa/documents'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

export interface NewProposal {
  value: ProposalValue
  source: { start: number; end: number; text: string }
}

/** The plan's proposals in the order in which a person goes through them. */
export const proposalsOf = (plan: Plan): NewProposal[] => [
  ...plan.addressees.map(({ source, ...rest }) => ({
    source,
    value: { kind: 'addressee' as const, ...rest },
  })),
  ...plan.links.map(({ source, kind, ...rest }) => ({
    source,
    value: { kind: 'link' as const, link: kind, ...rest },
  })),
  ...plan.topics.map(({ source, text }) => ({ source, value: { kind: 'topic' as const, text } })),
  ...plan.forms.map(({ source, form, text }) => ({ source, value: { kind: 'form' as const, form, text } })),
  ...plan.deadlines.map(({ source, ...rest }) => ({ source, value: { kind: 'deadline' as const, ...rest } })),
  ...plan.duties.map(({ source, text, kind, who }) => ({
    source,
    value: { kind: 'duty' as const, text, duty: kind, who },
  })),
  ...plan.quantities.map(({ source, what, value, unit }) => ({
    source,
    value: { kind: 'quantity' as const, text: what, value, unit },
  })),
  ...plan.money.map(({ source, text, amount }) => ({
    source,
    value: { kind: 'money' as const, text, amount },
  })),
  ...plan.attachments.map(({ source, text }) => ({ source, value: { kind: 'attachment' as const, text } })),
]

export const insertProposals = async (
  db: Database,
  dispatchId: number,
  proposals: NewProposal[],
  after = 0,
) => {
  const rows = proposals.map(({ value, source }, index) => ({
    ordinal: after + index + 1,
    kind: value.kind,
    value,
    source: { start: source.start, end: source.end, text: source.text },
  }))
  await db.run(sql`insert into proposals (dispatch_id, ordinal, kind, value, source)
    select ${dispatchId}, r.ordinal, r.kind, r.value, r.source
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(ordinal int, kind text, value jsonb, source jsonb)`)
}

/** Behind those that are there. */
export const addProposals = async (db: Database, dispatchId: number, proposals: NewProposal[]) => {
  if (proposals.length === 0) return
  const { last } = await db.one(
    z.object({ last: z.number() }),
    sql`select coalesce(max(ordinal), 0) as last from proposals where dispatch_id = ${dispatchId}`,
  )
  await insertProposals(db, dispatchId, proposals, last)
}

/** Whoever had it open before is told, by its version, that it is another one now. */
export const reviseProposal = (db: Database, id: number, { value, source }: NewProposal) =>
  db.run(sql`update proposals set value = ${JSON.stringify(value)}, source = ${JSON.stringify(source)},
      version = version + 1 where id = ${id}`)

/** What nobody decided goes; what somebody decided is to be decided anew, as its ground is gone. */
export const dropProposal = (db: Database, { id, decision }: Pick<Proposal, 'id' | 'decision'>) =>
  decision === 'waiting'
    ? db.run(sql`delete from proposals where id = ${id}`)
    : db.run(sql`update proposals set decision = 'waiting', decided_by = null, decided_at = null,
        version = version + 1 where id = ${id}`)

export const listProposals = (db: Database, dispatchId: number) =>
  db.many(
    Proposal,
    sql`select r.id, r.ordinal, r.value, r.source, r.decision, r.decided_at, r.version,
          case when p.id is null then null else json_build_object('id', p.id, 'name', p.name) end as decided_by
        from proposals r left join people p on p.id = r.decided_by where r.dispatch_id = ${dispatchId} order by r.ordinal`,
  )

/** True when the proposal still stands at the version that the person saw. */
export const decideProposal = async (
  db: Database,
  decision: {
    dispatchId: number
    proposalId: number
    version: number
    decision: (typeof decisions)[number]
    value: ProposalValue | undefined
    by: string
    at: string
  },
): Promise<boolean> =>
  (await db.run(sql`update proposals set decision = ${decision.decision},
      value = coalesce(${decision.value ? JSON.stringify(decision.value) : null}::jsonb, value),
      decided_by = ${decision.decision === 'waiting' ? null : decision.by},
      decided_at = ${decision.decision === 'waiting' ? null : decision.at}, version = version + 1
      where id = ${decision.proposalId} and dispatch_id = ${decision.dispatchId} and version = ${decision.version}`)) ===
  1

export const findProposal = (db: Database, dispatchId: number, proposalId: number) =>
  db.maybe(
    z.object({
      decision: z.enum(decisions),
      value: ProposalValue,
      name: z.string().nullable(),
      decidedAt: z.string().nullable(),
    }),
    sql`select r.decision, r.value, p.name, r.decided_at from proposals r left join people p on p.id = r.decided_by
        where r.id = ${proposalId} and r.dispatch_id = ${dispatchId}`,
  )
