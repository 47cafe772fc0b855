import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ListActivities } from '@loa/contract/activities'
import { CheckDutySheet, GetDutySheet, KeepDutySheet } from '@loa/contract/duty-sheets'
import { readTable } from '@loa/documents/units'
import { writeXlsx } from '@loa/documents/write'
import { unzipSync } from 'fflate'
import sharp from 'sharp'
import { acceptDuty, dutyOf, issuedCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'
import { columns } from './sheet.ts'

/** The form as it is downloaded, its rows, and a way to fill them in as a spreadsheet would. */
const download = async (app: TestApp) => {
  await issuedCampaign(app)
  const duty = await acceptDuty(app.lan)
  const bytes = await app.lan.file(GetDutySheet, { params: { id: duty.id } })
  const table = readTable(bytes)
  assert.ok(Array.isArray(table))
  const head = table.findIndex(({ cells }) => cells[0]?.text === columns[0])
  const rows = table.slice(head + 1).filter(({ cells }) => cells[6]?.text)
  const marks = rows.map(({ cells }) => cells[6]?.text ?? '')
  return { id: duty.id, bytes, marks }
}

const filled = (rows: (string | number | null)[][]) =>
  writeXlsx({
    sheets: [{ name: 'Ghi hoạt động', columns: columns.map((title) => ({ title, width: 12 })), rows }],
  })
const banner = 'Băng rôn, khẩu hiệu (chiếc)'
const good = (mark: string, quantity: number | string = 3): (string | number | null)[] => [
  banner,
  quantity,
  'Cổng chợ',
  '20/5/2023',
  '1, 2',
  '',
  mark,
]

test(
  'the form has rows with marks of their own, and a QR code that leads to where it is handed in',
  withApp(async (app) => {
    const { bytes, marks, id } = await download(app)
    assert.ok(marks.length >= 20)
    assert.equal(new Set(marks).size, marks.length)
    assert.ok(marks.every((mark) => mark.startsWith(`${id}/`)))
    const parts = unzipSync(bytes)
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])
    assert.match(sheet, /<col min="7" max="7" [^>]*hidden="1"/)
    assert.match(sheet, new RegExp(`/duties/${id}/sheet`))
    const { width, height } = await sharp(parts['xl/media/image1.png']).metadata()
    assert.ok(width === height && width > 200)
  }),
)

test(
  'nothing is kept before it is confirmed; then the good rows are, and the same file twice counts once',
  withApp(async (app) => {
    const { id, marks } = await download(app)
    const file = await filled([good(marks[0] ?? ''), good(marks[1] ?? '', '2,5'), good(marks[2] ?? '', '4')])
    const give = { params: { id }, bytes: file }
    const { rows } = await app.lan.call(CheckDutySheet, give)
    assert.deepEqual(
      rows.map(({ state, troubles }) => [state, ...troubles]),
      [['new'], ['wrong', 'decimals'], ['new']],
    )
    const count = async () => (await app.lan.call(ListActivities, { query: { duty: id } })).total
    assert.equal(await count(), 0)
    assert.equal((await app.lan.call(KeepDutySheet, give)).recorded, 2)
    assert.equal((await app.lan.call(KeepDutySheet, give)).recorded, 0)
    assert.equal(await count(), 2)
    const { rows: again } = await app.lan.call(CheckDutySheet, give)
    assert.deepEqual(
      again.map(({ state }) => state),
      ['there', 'wrong', 'there'],
    )
  }),
)

test(
  'a row that was put right in the file and handed in again changes its activity, and makes no second one',
  withApp(async (app) => {
    const { id, marks } = await download(app)
    const hand = async (quantity: number) =>
      app.lan.call(KeepDutySheet, { params: { id }, bytes: await filled([good(marks[0] ?? '', quantity)]) })
    await hand(3)
    assert.equal((await hand(5)).rows[0]?.state, 'changed')
    const { rows } = await app.lan.call(ListActivities, { query: { duty: id } })
    assert.deepEqual(
      rows.map(({ quantities }) => quantities[0]?.quantity),
      [5],
    )
  }),
)

test(
  'each bad row says why, and the others are not held back',
  withApp(async (app) => {
    const { id, marks } = await download(app)
    const [a = '', b = '', c = '', d = '', e = '', f = ''] = marks
    const with_ = (change: Record<number, string | number | null>, mark: string) =>
      good(mark).map((cell, index) => (index in change ? (change[index] ?? null) : cell))
    const { rows } = await app.lan.call(CheckDutySheet, {
      params: { id },
      bytes: await filled([
        good(a),
        good(a),
        with_({ 0: 'Không có chỉ tiêu này' }, b),
        with_({ 1: 'ba cái' }, c),
        with_({ 2: null, 3: '31/2/2023' }, d),
        with_({ 3: '20/5/2099' }, e),
        with_({ 4: '99' }, f),
        with_({}, ''),
        with_({}, '999999/0b6f6a3e-8d0a-4c53-9a8e-0d6f1f6f0a01'),
      ]),
    })
    assert.deepEqual(
      rows.map(({ troubles }) => troubles),
      [
        [],
        ['id-twice'],
        ['indicator'],
        ['quantity'],
        ['place', 'day'],
        ['day'],
        ['topics'],
        ['id-missing'],
        ['other-duty'],
      ],
    )
  }),
)

test(
  'what is no form of Loa, or that of another unit, is refused',
  withApp(async (app) => {
    const { id } = await download(app)
    await refused(
      app.lan.call(CheckDutySheet, { params: { id }, bytes: Buffer.from('a;b\n1;2\n') }),
      'sheet.not-ours',
    )
    await refused(app.lan.call(CheckDutySheet, { params: { id }, bytes: new Uint8Array() }), 'file.empty')
    const other = await dutyOf(app.tho)
    await refused(app.lan.file(GetDutySheet, { params: { id: other.id } }), 'thing.not-found')
  }),
)
