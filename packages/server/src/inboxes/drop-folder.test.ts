import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { GetDispatch, ListDispatches } from '@loa/contract/dispatches'
import { ListConnections } from '@loa/contract/exchanges'
import { onExchangesDue } from '../exchanges/reaction.ts'
import { exampleDispatch } from '../testing/path.ts'
import { withApp } from '../testing/with-app.ts'
import { documentsOf, nameOf } from './letter.ts'

test(
  'a file laid into the folder comes in once and is moved with a note; what cannot be read is moved too, and says why',
  withApp(async (app) => {
    const folder = mkdtempSync(join(tmpdir(), 'loa-inbox-'))
    app.configure({ LOA_INBOX_FOLDER: folder })
    let minute = 0
    const later = async () => {
      minute += 2
      app.setNow(`2023-05-22T02:${String(minute).padStart(2, '0')}:00Z`)
      await app.wakeAgain(onExchangesDue, {})
    }
    /** As if it had been lying there for a minute. */
    const lay = (name: string, bytes: Uint8Array | string) => {
      writeFileSync(join(folder, name), bytes)
      const then = Date.now() / 1000 - 60
      utimesSync(join(folder, name), then, then)
    }
    lay('công văn.txt', exampleDispatch())
    lay('lạ.xlsx', 'không phải văn bản')
    lay('đang-chép.pdf.part', 'nửa tệp')
    writeFileSync(join(folder, 'vừa-tới.txt'), 'còn đang ghi')
    await later()
    assert.deepEqual(readdirSync(folder).sort(), ['done', 'failed', 'vừa-tới.txt', 'đang-chép.pdf.part'])
    const done = readdirSync(join(folder, 'done')).sort()
    assert.deepEqual(done, ['20230522T020200-công văn.txt', '20230522T020200-công văn.txt.ghi-chu.txt'])
    const note = readFileSync(join(folder, 'done', done[1] ?? ''), 'utf8')
    const id = Number(/\/dispatches\/(\d+)/.exec(note)?.[1])
    const dispatch = await app.mai.call(GetDispatch, { params: { id } })
    assert.deepEqual([dispatch.cameBy, dispatch.cameFrom, dispatch.state], ['folder', 'công văn.txt', 'read'])
    const failed = readdirSync(join(folder, 'failed')).find((name) => name.endsWith('ghi-chu.txt'))
    assert.match(
      readFileSync(join(folder, 'failed', failed ?? ''), 'utf8'),
      /Chưa nhận được tệp này[\s\S]*Lý do: \S/,
    )

    // The server died after it was stored and before it was moved: the file lies there again.
    renameSync(join(folder, 'done', done[0] ?? ''), join(folder, 'công văn.txt'))
    lay('bản sao.txt', exampleDispatch())
    lay('công văn.txt', exampleDispatch())
    await later()
    assert.equal((await app.mai.call(ListDispatches, { query: { direction: 'in' } })).total, 1)
    assert.equal(readdirSync(join(folder, 'done')).filter((name) => !name.endsWith('ghi-chu.txt')).length, 2)
    const [connection] = (await app.ha.call(ListConnections)).rows
    assert.deepEqual(
      [connection?.kind, connection?.place, connection?.trouble, connection?.unreadable],
      ['drop', '.', null, 0],
    )
  }),
)

test('of a letter, files that can be read are documents; logos and tiny parts are not, and names lead nowhere', () => {
  const part = (name: string, change = {}) => ({ name, mime: 'x', inline: false, bytes: 5000, ...change })
  assert.deepEqual(
    documentsOf([
      part('a.pdf'),
      part('logo.png', { inline: true }),
      part('b.DOCX'),
      part('c.exe'),
      part('d.pdf', { bytes: 20 }),
    ]).map(({ name }) => name),
    ['a.pdf', 'b.DOCX'],
  )
  assert.deepEqual(
    [nameOf('../../etc/x.pdf', 'x', 0), nameOf(null, 'application/pdf', 1), nameOf('  ', 'y', 2)],
    ['.._.._etc_x.pdf', 'tep-2.pdf', 'tep-3'],
  )
})
