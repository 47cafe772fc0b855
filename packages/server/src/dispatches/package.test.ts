import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetDispatchAttachment, UploadDispatch } from '@loa/contract/dispatches'
import { Problem } from '@loa/contract/problem'
import { examplePackage, sender } from '../testing/package.ts'
import { exampleDispatch } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

test(
  'a package that a person uploads becomes one incoming dispatch with its files; sent again, or its file alone, it is known',
  withApp(async (app) => {
    const bytes = examplePackage()
    const { dispatch, known } = await app.ha.call(UploadDispatch, { query: { name: 'goi-tin.edxml' }, bytes })
    assert.equal(known, false)
    assert.deepEqual(
      [dispatch.fileName, dispatch.cameBy, dispatch.cameFrom],
      ['1911.txt', 'package', sender.name],
    )
    assert.deepEqual(
      dispatch.files.map(({ kind, name }) => [kind, name]),
      [
        ['attachment', 'bieu-mau.xlsx'],
        ['package', 'goi-tin.edxml'],
      ],
    )
    // The file's own words come first; what it leaves open the header says.
    assert.match(dispatch.tree.text, /Gia đình Việt Nam/i)
    const form = await app.ha.file(GetDispatchAttachment, { params: { id: dispatch.id, ordinal: 1 } })
    assert.deepEqual([...form], [1, 2, 3])
    assert.equal((await app.ha.call(UploadDispatch, { query: { name: 'lai.xml' }, bytes })).known, true)
    const alone = await app.ha.call(UploadDispatch, { query: { name: 'a.txt' }, bytes: exampleDispatch() })
    assert.deepEqual([alone.known, alone.dispatch.id], [true, dispatch.id])
  }),
)

test(
  'a package whose files cannot be read still says number, date, subject and signer by its header',
  withApp(async (app) => {
    const attachments = [
      {
        id: '1',
        name: 'ban-do.dwg',
        description: null,
        contentType: 'application/octet-stream',
        bytes: new Uint8Array([9, 9, 9]),
      },
    ]
    const { dispatch } = await app.ha.call(UploadDispatch, {
      query: { name: 'x' },
      bytes: examplePackage({ attachments }),
    })
    const { code, date, subject, issuer, signerName, type } = dispatch.tree
    assert.deepEqual(
      { code, date, subject, issuer, signerName, type },
      {
        code: '1911/BVHTTDL-VHCS',
        date: '2023-05-15',
        subject: 'V/v tuyên truyền Ngày Gia đình Việt Nam',
        issuer: sender.name,
        signerName: 'Trịnh Thị Mẫu',
        type: 'cong-van',
      },
    )
  }),
)

test(
  'a mark of state secrecy refuses the package, in its header or in any of its files; recalls are no documents; errors name line and column',
  withApp(async (app) => {
    const upload = (bytes: Uint8Array) => app.ha.call(UploadDispatch, { query: { name: 'goi.edxml' }, bytes })
    await refused(upload(examplePackage({ content: 'MẬT' })), 'document.secret')
    const secret = new TextDecoder().decode(exampleDispatch()).replace(/\n/, '\nMẬT\n')
    const attachments = [
      {
        id: '1',
        name: 'a.txt',
        description: null,
        contentType: 'text/plain',
        bytes: new Uint8Array(exampleDispatch()),
      },
      { id: '2', name: 'b.txt', description: null, contentType: 'text/plain', bytes: bytesOf(secret) },
    ]
    await refused(upload(examplePackage({ attachments })), 'document.secret')
    const recall = {
      type: 1 as const,
      reason: 'Gửi nhầm',
      documentId: 'x',
      paper: false,
      change: null,
      replaces: [],
      staff: [],
    }
    await refused(upload(examplePackage({ business: recall })), 'package.not-a-document')
    const broken = new TextDecoder().decode(examplePackage()).replace('</edXML:Subject>', '</edXML:Sub>')
    await assert.rejects(upload(bytesOf(broken)), (error) => {
      assert.ok(error instanceof Problem)
      assert.equal(error.code, 'package.unreadable')
      assert.match(error.places[0]?.message ?? '', /^XML viết sai tại đây\. \(dòng 2, cột \d+\)$/)
      return true
    })
  }),
)
