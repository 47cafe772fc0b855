import type { NewInvitation } from '@loa/contract/invitations'
import { Problem } from '@loa/contract/problem'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'
import { newToken, tokenHash } from '../token.ts'
import { invitationDays } from './invitation.ts'

/** Revokes what was open, and gives the secret of the new one: the only time it is known. */
export const makeInvitation = async (
  db: Database,
  { personId, unitId, by, now }: { personId: string; unitId: number; by: string; now: string },
): Promise<NewInvitation> => {
  await revokeInvitations(db, personId, now)
  const token = newToken()
  const expiresAt = Temporal.Instant.from(now)
    .add({ hours: 24 * invitationDays })
    .toString()
  await db.run(sql`insert into invitations (unit_id, person_id, token_sha256, expires_at, created_by, created_at)
    values (${unitId}, ${personId}, ${tokenHash(token)}, ${expiresAt}, ${by}, ${now})`)
  return { token, expiresAt }
}

export const revokeInvitations = (db: Database, personId: string, now: string) =>
  db.run(sql`update invitations set revoked_at = ${now}
    where person_id = ${personId} and used_at is null and revoked_at is null`)

const Row = z.object({
  id: z.number(),
  personId: z.string(),
  unitId: z.number(),
  expiresAt: z.string(),
  usedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  name: z.string(),
  email: z.string(),
  unit: z.string(),
})

/** Locked: of two who use it at once the second finds it used. @throws Problem `invitation.unknown` */
export const getInvitation = async (db: Database, token: string) => {
  const found = await db.maybe(
    Row,
    sql`select i.id, i.person_id, i.unit_id, i.expires_at, i.used_at, i.revoked_at, p.name, p.email, u.full_name as unit
        from invitations i join people p on p.id = i.person_id join units u on u.id = i.unit_id
        where i.token_sha256 = ${tokenHash(token)} for update of i`,
  )
  if (!found) throw new Problem('invitation.unknown')
  return found
}

export const useInvitation = (db: Database, id: number, now: string) =>
  db.run(sql`update invitations set used_at = ${now} where id = ${id}`)
