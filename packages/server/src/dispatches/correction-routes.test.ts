import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  CorrectDispatch,
  type FieldChange,
  GetDispatchPage,
  GetDispatchPlaces,
} from '@loa/contract/corrections'
import { type Dispatch, GetDispatch, UploadDispatch } from '@loa/contract/dispatches'
import { ListEvents } from '@loa/contract/events'
import { DecidePlan, GetPlan, StartCampaign } from '@loa/contract/plans'
import sharp from 'sharp'
import { sql } from '../database/sql.ts'
import type { Worker } from '../in-process.ts'
import { confirmAll, examplePdf, startCampaign, upload } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'

const correct = (who: Worker, { id, version }: Pick<Dispatch, 'id' | 'version'>, ...changes: FieldChange[]) =>
  who.call(CorrectDispatch, { params: { id }, body: { version, changes } })

const typed = (field: string, value: Extract<FieldChange, { how: 'typed' }>['value']): FieldChange => ({
  field,
  how: 'typed',
  value,
})

const marked = ({ tree }: Dispatch, field: string, words: string): FieldChange => {
  const start = tree.text.indexOf(words)
  return { field, how: 'marked', start, end: start + words.length }
}

test(
  'a corrected field stands in the dispatch and the lists; what was read, who and when stay beside it',
  withApp(async (app) => {
    const dispatch = await upload(app)
    const after = await correct(
      app.ha,
      dispatch,
      typed('subject', '  tuyên truyền Ngày Gia đình \n Việt Nam '),
    )
    assert.equal(after.subject, 'tuyên truyền Ngày Gia đình Việt Nam')
    assert.equal(after.tree.subject, after.subject)
    assert.equal(after.version, dispatch.version + 1)
    const [kept] = (await app.nam.call(GetDispatch, { params: dispatch })).corrections
    assert.deepEqual(
      [kept?.field, kept?.read, kept?.corrected, kept?.how, kept?.by?.name, kept?.at],
      ['subject', dispatch.subject, after.subject, 'typed', 'Phạm Thu Hà', '2023-05-22T01:12:00.000Z'],
    )
    assert.equal(after.tree.text, dispatch.tree.text)
  }),
)

test(
  'words that are marked become the field, with their place',
  withApp(async (app) => {
    const dispatch = await upload(app)
    const after = await correct(app.mai, dispatch, marked(dispatch, 'subject', 'Ngày Gia đình Việt Nam'))
    assert.equal(after.tree.subject, 'Ngày Gia đình Việt Nam')
    const source = after.tree.sources.subject
    assert.equal(after.tree.text.slice(source?.start, source?.end), 'Ngày Gia đình Việt Nam')
    assert.deepEqual(after.corrections[0]?.span, { start: source?.start, end: source?.end })
  }),
)

test(
  'back as read: value, place and certainty are those of the reader again, and the way there is kept',
  withApp(async (app) => {
    const dispatch = await upload(app)
    const changed = await correct(
      app.ha,
      dispatch,
      typed('issuer', 'SỞ KHÁC'),
      typed('addressees/0', null),
      typed('symbol', 'SVH-KHÁC'),
    )
    assert.equal(changed.tree.addressees.length, 1)
    assert.equal(changed.tree.code, '/SVH-KHÁC')
    const back = await correct(
      app.ha,
      changed,
      { field: 'issuer', how: 'as-read' },
      { field: 'addressees/0', how: 'as-read' },
      { field: 'symbol', how: 'as-read' },
    )
    assert.deepEqual(back.tree, dispatch.tree)
    assert.equal(back.corrections.length, 8)
  }),
)

test(
  'an addressee that was read wrong is resolved anew: undecided it is replaced, decided the new words wait beside it',
  withApp(async (app) => {
    const dispatch = await upload(app)
    const planOf = async () =>
      (await app.ha.call(GetPlan, { params: dispatch })).proposals.filter(
        ({ value }) => value.kind === 'addressee',
      )
    const [before] = await planOf()
    const words = 'Trung tâm Văn hóa - Thể thao huyện Nam Sách'
    const after = await correct(app.ha, dispatch, typed('addressees/0', words))
    const [changed, second] = await planOf()
    assert.equal(changed?.id, before?.id)
    assert.equal(changed?.version, (before?.version ?? 0) + 1)
    assert.ok(changed?.value.kind === 'addressee')
    assert.equal(changed.value.text, words)
    assert.deepEqual(
      changed.value.units.map(({ code }) => code),
      ['HD-291-TTVH'],
    )

    await app.ha.call(DecidePlan, {
      params: dispatch,
      body: {
        decisions: [{ proposalId: second?.id ?? 0, version: second?.version ?? 0, decision: 'confirmed' }],
      },
    })
    await correct(app.ha, after, typed('addressees/1', 'Ủy ban nhân dân huyện Nam Sách'))
    const now = await planOf()
    assert.deepEqual(
      now.map(({ id, decision }) => [id === second?.id, decision]),
      [
        [false, 'waiting'],
        [true, 'confirmed'],
        [false, 'waiting'],
      ],
    )
  }),
)

test(
  'items are added behind, taken off, and keep their names meanwhile',
  withApp(async (app) => {
    const dispatch = await upload(app)
    const count = dispatch.tree.addressees.length
    const proposals = async () => (await app.ha.call(GetPlan, { params: dispatch })).proposals.length
    const before = await proposals()
    const added = await correct(
      app.ha,
      dispatch,
      typed(`addressees/${count}`, 'Ủy ban nhân dân huyện Nam Sách'),
      typed(`dueDates/${dispatch.tree.dueDates.length}`, {
        date: '2023-06-20',
        phrase: 'trước ngày 20/6/2023',
      }),
      typed(`recipients/${dispatch.tree.recipients.length}`, {
        name: 'Báo Hải Dương',
        purpose: 'để đưa tin',
      }),
      typed(`references/${dispatch.tree.references.length}`, {
        type: 'ke-hoach',
        code: '12/KH-UBND',
        date: '2023-05-01',
        issuer: null,
      }),
    )
    assert.equal(added.tree.addressees.at(-1), 'Ủy ban nhân dân huyện Nam Sách')
    assert.deepEqual(added.tree.recipients.at(-1), { name: 'Báo Hải Dương', purpose: 'để đưa tin' })
    assert.equal(await proposals(), before + 3)
    const less = await correct(app.ha, added, typed('addressees/0', null))
    assert.deepEqual(less.tree.addressees, added.tree.addressees.slice(1))
    assert.equal(await proposals(), before + 2)
    const renamed = await correct(app.ha, less, typed('addressees/1', 'Các phòng thuộc Sở'))
    assert.equal(renamed.tree.addressees[0], 'Các phòng thuộc Sở')
    await refused(correct(app.ha, renamed, typed('addressees/9', 'x')), 'correction.invalid')
  }),
)

test(
  'another date means the units of another day',
  withApp(async (app) => {
    const dispatch = await upload(app)
    const after = await correct(app.ha, dispatch, typed('date', '2023-05-10'))
    assert.equal(after.date, '2023-05-10')
    assert.equal((await app.ha.call(GetPlan, { params: dispatch })).on, '2023-05-10')
    const { warnings } = await app.ha.call(GetPlan, { params: dispatch })
    assert.deepEqual(
      warnings.filter(({ code }) => code.startsWith('date')),
      [],
    )
  }),
)

test(
  'what cannot be is refused by field, and nothing of the request is written',
  withApp(async (app) => {
    const dispatch = await upload(app)
    const told = await refused(
      correct(
        app.ha,
        dispatch,
        typed('date', '2023-02-31'),
        typed('type', 'thơ'),
        typed('number', 'không số'),
        typed('signerName', 'x'.repeat(101)),
        typed('addressees/0', ' '),
        typed('body', 'x'),
        typed('recipients/0', 'chỉ có tên'),
        { field: 'issuer', how: 'marked', start: 10, end: 1_000_000 },
        typed('subject', 'được'),
        typed('subject', 'hai lần'),
      ),
      'correction.invalid',
    )
    assert.deepEqual(
      told.places.map(({ path, message }) => [path, message]),
      [
        ['date', 'date'],
        ['type', 'type'],
        ['number', 'number'],
        ['signerName', 'too-long'],
        ['addressees/0', 'empty'],
        ['body', 'unknown'],
        ['recipients/0', 'shape'],
        ['issuer', 'span'],
        ['subject', 'twice'],
      ],
    )
    assert.equal((await app.ha.call(GetDispatch, { params: dispatch })).version, dispatch.version)
  }),
)

test(
  'of two who correct at once the second is told; the same correction sent twice is there once',
  withApp(async (app) => {
    const dispatch = await upload(app)
    await correct(app.ha, dispatch, typed('subject', 'của Hà'))
    const told = await refused(correct(app.mai, dispatch, typed('subject', 'của Mai')), 'thing.changed')
    assert.equal(told.values.who, 'Phạm Thu Hà')
    const again = await correct(app.mai, dispatch, typed('subject', 'của Hà'))
    assert.equal(again.corrections.length, 1)
  }),
)

test(
  'once the campaign runs nothing that was read changes any more, and readers never change it',
  withApp(async (app) => {
    const { source, draftId } = await startCampaign(app)
    const now = await app.ha.call(GetDispatch, { params: source })
    await refused(correct(app.ha, now, typed('subject', 'muộn')), 'correction.closed')
    const draft = await app.ha.call(GetDispatch, { params: { id: draftId } })
    await refused(correct(app.ha, draft, typed('subject', 'dự thảo')), 'correction.closed')
    await refused(correct(app.nam, now, typed('subject', 'chỉ xem')), 'act.forbidden')
    await refused(correct(app.lan, now, typed('subject', 'đơn vị khác')), 'thing.not-found')
  }),
)

test(
  'the draft speaks with the corrected words',
  withApp(async (app) => {
    const dispatch = await upload(app)
    await correct(
      app.ha,
      dispatch,
      typed('subject', 'tuyên truyền theo chữ đã sửa'),
      typed('number', '57'),
      typed('issuer', 'CỤC VĂN HÓA CƠ SỞ'),
      typed('date', '2023-05-17'),
    )
    await confirmAll(app, dispatch.id)
    const { draftId } = await app.ha.call(StartCampaign, { params: dispatch, body: {} })
    const { tree } = await app.ha.call(GetDispatch, { params: { id: draftId } })
    assert.equal(tree.subject, 'tuyên truyền theo chữ đã sửa')
    const [basis] = tree.body
    assert.ok(basis?.kind === 'paragraph')
    assert.match(
      basis.runs.map(({ text }) => text).join(''),
      /số 57\/SVHTTDL-QLVHGĐ ngày 17 tháng 5 năm 2023 của CỤC VĂN HÓA CƠ SỞ.* theo chữ đã sửa/,
    )
  }),
)

test(
  'the log names the fields, and the rows of corrections can be neither changed nor taken away',
  withApp(async (app) => {
    const dispatch = await upload(app)
    await correct(app.ha, dispatch, typed('subject', 'đã sửa'))
    const { rows } = await app.hung.call(ListEvents, {
      query: { subject: 'dispatch', id: String(dispatch.id) },
    })
    const event = rows.find(({ kind }) => kind === 'dispatch.corrected')
    assert.deepEqual(event?.data.fields, [{ field: 'subject', how: 'typed' }])
    for (const statement of [
      sql`delete from field_corrections`,
      sql`update field_corrections set how = 'as-read'`,
    ])
      assert.equal(await app.pool.transaction('system', (db) => db.run(statement)), 0)
    const seen = (units: number[]) =>
      app.pool.transaction({ units }, async (db) =>
        Number((await db.raw('select count(*) from field_corrections')).rows[0]?.count),
      )
    assert.equal(await seen([]), 0)
    assert.equal(await seen([dispatch.owner.id]), 1)
  }),
)

test(
  'the pages of a PDF are shown as they are, and every line of the text has its place on them',
  withApp(async (app) => {
    const { dispatch } = await app.ha.call(UploadDispatch, {
      query: { name: 'cong-van.pdf' },
      bytes: await examplePdf(),
    })
    assert.equal(dispatch.hasPages, true)
    const picture = await app.ha.file(GetDispatchPage, { params: { id: dispatch.id, page: 1 } })
    const { format, width = 0, height = 0 } = await sharp(picture).metadata()
    assert.equal(format, 'jpeg')
    assert.ok(width > 1000 && width <= 1240 && height <= 1600, `${width} × ${height}`)
    const { channels } = await sharp(picture).stats()
    assert.ok((channels[0]?.stdev ?? 0) > 10, 'something is drawn on it')

    const { pages, places } = await app.ha.call(GetDispatchPlaces, { params: dispatch })
    assert.deepEqual(pages[0], { width: 595.28, height: 841.89 })
    const { text, sources } = dispatch.tree
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    const covered = lines.filter((line) => {
      const start = text.indexOf(line)
      return places.some((place) => place.start < start + line.length && place.end > start)
    })
    assert.equal(covered.length, lines.length)
    for (const [name, source] of Object.entries(sources))
      assert.ok(
        places.some((place) => place.start < source.end && place.end > source.start),
        name,
      )
    for (const { box, page } of places) {
      const [x, y, w, h] = box
      const size = pages[page - 1]
      assert.ok(x >= 0 && y >= 0 && x + w <= (size?.width ?? 0) && y + h <= (size?.height ?? 0))
    }
    const issuer = places.find(({ start, end }) => text.slice(start, end).startsWith('SỞ VĂN HÓA'))
    assert.ok(issuer && issuer.box[0] + issuer.box[2] < 298 && issuer.box[1] < 100, 'at the upper left')
    await refused(app.ha.file(GetDispatchPage, { params: { id: dispatch.id, page: 40 } }), 'thing.not-found')
  }),
)

test(
  'a file without pages has none',
  withApp(async (app) => {
    const dispatch = await upload(app)
    assert.equal(dispatch.hasPages, false)
    assert.deepEqual(await app.ha.call(GetDispatchPlaces, { params: dispatch }), { pages: [], places: [] })
    await refused(app.ha.file(GetDispatchPage, { params: { id: dispatch.id, page: 1 } }), 'thing.not-found')
  }),
)
