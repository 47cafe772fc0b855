/** Dispatches that wait for their number, without the way there. */
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import { sql } from '../database/sql.ts'

const tree = {
  parentIssuer: null,
  number: null,
  symbol: 'SVHTTDL-VP',
  code: '/SVHTTDL-VP',
  place: 'Hải Dương',
  date: null,
  subject: 'Văn bản',
  addressees: [],
  references: [],
  dueDates: [],
  recipients: [{ name: 'Như trên', purpose: null }],
  archive: 'VT, VP.',
  signingAuthority: null,
  signerTitle: 'GIÁM ĐỐC',
  signerName: 'Nguyễn Văn Quân',
  sections: [],
  channels: [],
  body: [],
  annexes: [],
  text: '',
  sources: {},
  mark: null,
}

/** Signed ones of the department; gives their ids. */
export const insertSigned = async (db: Database, count: number, type = 'cong-van'): Promise<number[]> =>
  (
    await db.many(
      z.object({ id: z.number() }),
      sql`insert into dispatches (direction, owner_unit_id, state, tree, type, issuer, code, subject)
          select 'out', u.id, 'signed', ${JSON.stringify({ ...tree, type })}::jsonb || jsonb_build_object('issuer', u.full_name),
            ${type}, u.full_name, '/SVHTTDL-VP', 'Văn bản ' || n
          from units u, generate_series(1, ${count}) n where u.code = 'HD-SVHTTDL' returning id`,
    )
  ).map(({ id }) => id)
