/** A scan takes seconds, in a process of its own: nobody else waits for it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetDispatchPlaces } from '@loa/contract/corrections'
import { GetDispatch, ListDispatches, UploadDispatch } from '@loa/contract/dispatches'
import { read } from '@loa/documents/read'
import { previewSvg } from '@loa/documents/write'
import sharp from 'sharp'
import { exampleDispatch } from '../testing/path.ts'
import { withApp } from '../testing/with-app.ts'

const { tree } = await read(new Uint8Array(exampleDispatch()), 'a.txt')
assert.ok(tree)
const pages = await previewSvg(tree)
const scan = await sharp(Buffer.from(pages[0] ?? ''), { density: 150 })
  .resize({ width: 1654 })
  .flatten({ background: '#fff' })
  .jpeg()
  .toBuffer()

test(
  'a picture of a dispatch is read by machine, says so, and the server answers others meanwhile',
  withApp(async ({ ha, lan }) => {
    const began = performance.now()
    let tookScan = 0
    const uploading = ha.call(UploadDispatch, { query: { name: 'quet.jpg' }, bytes: scan }).then((answer) => {
      tookScan = performance.now() - began
      return answer
    })
    let answers = 0
    let slowest = 0
    while (tookScan === 0 && performance.now() - began < 60_000) {
      const asked = performance.now()
      await lan.call(ListDispatches)
      slowest = Math.max(slowest, performance.now() - asked)
      answers++
    }
    const { dispatch } = await uploading
    assert.equal(dispatch.tree.date, tree.date)
    assert.equal(dispatch.tree.symbol, tree.symbol)
    assert.ok(dispatch.messages.some(({ code, level }) => code === 'file.scanned' && level === 'info'))
    assert.equal((await ha.call(GetDispatch, { params: { id: dispatch.id } })).state, 'read')
    // Its words are found on the picture: the line of the subject where it stands.
    const shown = await ha.call(GetDispatchPlaces, { params: { id: dispatch.id } })
    const subject = dispatch.tree.sources.subject
    assert.ok(subject)
    const boxes = shown.places.filter(({ start, end }) => start < subject.end && end > subject.start)
    assert.ok(boxes.length > 0)
    for (const { page, box } of boxes) {
      assert.equal(page, 1)
      assert.ok(box[1] < (shown.pages[0]?.height ?? 0) / 2, 'in the upper half of the page')
    }
    assert.ok(answers > 5, `${answers} answers in ${tookScan} ms`)
    assert.ok(slowest < tookScan / 2, `one answer took ${slowest} of ${tookScan} ms`)
  }),
)
