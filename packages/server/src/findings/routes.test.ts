import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetDispatch, SaveDraft, SubmitDispatch, UploadDispatch } from '@loa/contract/dispatches'
import { ListEvents } from '@loa/contract/events'
import { ListFindings, PutFindingAside } from '@loa/contract/findings'
import { read } from '@loa/documents/read'
import { writeDocx } from '@loa/documents/write'
import { z } from 'zod'
import { sql } from '../database/sql.ts'
import { exampleDispatch, startCampaign } from '../testing/path.ts'
import { withApp } from '../testing/with-app.ts'

const Kept = z.object({ ofWhat: z.string() })

test(
  'an incoming file is checked once; a finding stands at its words, and is put aside with a reason that stays',
  withApp(async ({ ha, hung, nam, pool }) => {
    const { tree } = await read(new Uint8Array(exampleDispatch()), 'a.txt')
    assert.ok(tree)
    const bytes = await writeDocx({
      ...tree,
      signingAuthority: 'KT.TRƯỞNG BAN',
      signerTitle: 'PHÓ TRƯỞNG BAN',
    })
    const { dispatch } = await ha.call(UploadDispatch, { query: { name: 'den.docx' }, bytes })
    const params = { id: dispatch.id }
    const { findings } = await ha.call(ListFindings, { params })
    const finding = findings.find(({ rule }) => rule === 'sign.space')
    assert.ok(finding?.span)
    assert.equal(dispatch.tree.text.slice(finding.span.start, finding.span.end), 'KT.TRƯỞNG BAN')
    assert.match(finding.clause, /^Điều 13/)

    const put = { params: { id: dispatch.id, key: finding.key }, body: { reason: 'cơ quan gửi ghi như vậy' } }
    await ha.call(PutFindingAside, put)
    await ha.call(PutFindingAside, put)
    const again = await nam.call(ListFindings, { params })
    assert.equal(
      again.findings.find(({ key }) => key === finding.key)?.aside?.reason,
      'cơ quan gửi ghi như vậy',
    )
    const { rows } = await hung.call(ListEvents, { query: { subject: 'dispatch', id: String(dispatch.id) } })
    assert.equal(rows.filter(({ kind }) => kind === 'finding.put-aside').length, 1)
    const kept = await pool.transaction('system', (db) =>
      db.many(Kept, sql`select of_what from dispatch_checks`),
    )
    assert.equal(kept.length, 1)
    await ha.call(PutFindingAside, { ...put, body: { reason: null } })
    assert.equal(
      (await ha.call(ListFindings, { params })).findings.find(({ key }) => key === finding.key)?.aside,
      null,
    )
  }),
)

test(
  'a draft as Loa makes it has no fault; one that a person writes is told where on its pages, and may go on all the same',
  withApp(async (app) => {
    const { ha, hung, pool } = app
    const { draftId: id } = await startCampaign(app)
    const params = { id }
    const clean = await ha.call(ListFindings, { params })
    assert.deepEqual(clean.findings, [])
    const before = await ha.call(GetDispatch, { params })
    const { version } = await ha.call(SaveDraft, {
      params,
      body: {
        version: before.version,
        change: {
          body: before.tree.body.map((block, at) =>
            at === 0 && block.kind === 'paragraph'
              ? { ...block, runs: [{ text: 'Thực hiện kế hoạch số 12/KH-UBND về việc phục vụ nhân dân.' }] }
              : block,
          ),
        },
      },
    })
    const { findings } = await ha.call(ListFindings, { params })
    assert.deepEqual(
      findings.map(({ rule, field }) => [rule, field]),
      [
        ['capital.people', 'body/0'],
        ['capital.cited-type', 'body/0'],
      ],
    )
    assert.equal(findings[0]?.at?.page, 1)
    assert.ok((findings[0]?.at?.top ?? 0) > 20)
    const kept = await pool.transaction('system', (db) =>
      db.many(
        Kept,
        sql`select c.of_what from dispatch_checks c join dispatches d on d.id = c.dispatch_id
        where c.dispatch_id = ${id} and c.of_what = md5(d.tree::text)
        union all select of_what from dispatch_checks where dispatch_id = ${id}`,
      ),
    )
    assert.equal(kept.length, 2, 'one row, of the words as they stand')
    await ha.call(SubmitDispatch, { params, body: { version } })
    assert.equal((await hung.call(ListFindings, { params })).findings.length, 2)
  }),
)
