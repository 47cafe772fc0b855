/** A real mailbox: Dovecot of Debian, letters as a mail program would send them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GetDispatch, ListDispatches } from '@loa/contract/dispatches'
import { AddConnection, ChangeConnection, ListConnections, ListTaken } from '@loa/contract/exchanges'
import { createTransport } from 'nodemailer'
import { onExchangesDue } from '../exchanges/reaction.ts'
import { startMailbox } from '../testing/mailbox-server.ts'
import { examplePackage } from '../testing/package.ts'
import { exampleDispatch } from '../testing/path.ts'
import { withApp } from '../testing/with-app.ts'

const password = 'mat-khau-hop-thu'
const composer = createTransport({ streamTransport: true, buffer: true })
const letter = async (
  subject: string,
  attachments: { filename?: string; content: Uint8Array | string; contentType?: string; cid?: string }[],
) => {
  const { message } = await composer.sendMail({
    from: 'Văn thư Bộ <vanthu@bo.example.vn>',
    to: 'vanthu@so.example.vn',
    subject,
    text: 'Kính gửi quý cơ quan.',
    html: '<p>Kính gửi</p>',
    attachments: attachments.map((part) => ({ ...part, content: Buffer.from(part.content) })),
  })
  return message as Buffer
}

test(
  'attachments of unread letters come in once; a letter is marked as read, or moved, only after it is stored; what is no document stays unread',
  withApp(async (app) => {
    const mailbox = await startMailbox('van-thu', password)
    let minute = 0
    const later = async () => {
      minute += 5
      app.setNow(`2023-05-22T03:${String(minute).padStart(2, '0')}:00Z`)
      await app.wakeAgain(onExchangesDue, {})
    }
    try {
      const given = {
        name: 'Hộp thư văn thư',
        organId: '' as const,
        place: mailbox.url(),
        systemId: null,
        secret: password,
        zipped: false,
        enabled: true,
        pollMinutes: 1,
      }
      const logo = {
        filename: 'logo.png',
        content: new Uint8Array(900).fill(7),
        contentType: 'image/png',
        cid: 'logo',
      }
      const first = await letter('Gửi công văn 1911', [
        logo,
        { filename: 'Công văn số 1911.txt', content: exampleDispatch() },
      ])
      mailbox.deliver(first)
      const nothing = await letter('Chào mừng', [])
      mailbox.deliver(nothing)
      const connection = await app.ha.call(AddConnection, { body: { kind: 'mail', ...given } })
      await app.settle()
      const { rows } = await app.mai.call(ListDispatches, { query: { direction: 'in' } })
      assert.deepEqual(
        rows.map(({ fileName }) => fileName),
        ['Công văn số 1911.txt'],
      )
      const dispatch = await app.mai.call(GetDispatch, { params: { id: rows[0]?.id ?? 0 } })
      assert.deepEqual(
        [dispatch.cameBy, dispatch.cameFrom, dispatch.files.map(({ kind, name }) => [kind, name])],
        ['mail', 'vanthu@bo.example.vn', [['letter', 'thu.eml']]],
      )
      assert.deepEqual(
        mailbox
          .lying()
          .map((name) => /:2,.*S/.test(name))
          .sort(),
        [false, true],
      )
      const taken = await app.ha.call(ListTaken, { params: { id: connection.id } })
      assert.deepEqual(taken.rows.map(({ how, said }) => [how, said]).sort(), [
        ['stored', 'Gửi công văn 1911'],
        ['unreadable', 'thư không có tệp đính kèm nào đọc được thành văn bản.'],
      ])

      // The same letter delivered twice is known by its Message-ID and hash; one with a package comes in by its document.
      mailbox.deliver(first)
      mailbox.deliver(
        await letter('Gói tin', [
          {
            filename: 'goi.edxml',
            content: examplePackage({
              attachments: [
                {
                  id: '1',
                  name: 'x.dwg',
                  description: null,
                  contentType: 'application/octet-stream',
                  bytes: new Uint8Array([1, 2]),
                },
              ],
              documentId: 'khác',
            }),
          },
        ]),
      )
      await later()
      assert.equal((await app.mai.call(ListDispatches, { query: { direction: 'in' } })).total, 2)
      assert.deepEqual(mailbox.lying().filter((name) => !/:2,.*S/.test(name)).length, 1)

      // What is nothing for Loa is looked at once, also where the very same lies there twice.
      mailbox.deliver(nothing)
      await later()
      const looked = async () =>
        (await app.ha.call(ListTaken, { params: { id: connection.id } })).rows.filter(
          ({ how }) => how === 'unreadable',
        ).length
      assert.equal(await looked(), 2)

      // Moved when stored, where a folder is set.
      const [now] = (await app.ha.call(ListConnections)).rows
      const { secret: _, ...kept } = given
      await app.ha.call(ChangeConnection, {
        params: { id: connection.id },
        body: { ...kept, systemId: 'Loa', version: now?.version ?? 0 },
      })
      mailbox.deliver(
        await letter('Nữa', [
          {
            filename: 'b.txt',
            content: new TextEncoder().encode(
              new TextDecoder().decode(exampleDispatch()).replace('1911', '1912'),
            ),
          },
        ]),
      )
      await app.settle()
      assert.equal(mailbox.lying('.Loa').length, 1)

      // A wrong password is trouble of the connection, and nothing else.
      const [last] = (await app.ha.call(ListConnections)).rows
      await app.ha.call(ChangeConnection, {
        params: { id: connection.id },
        body: { ...kept, secret: 'sai', version: last?.version ?? 0 },
      })
      await app.settle()
      const [wrong] = (await app.ha.call(ListConnections)).rows
      assert.match(wrong?.trouble ?? '', /auth/i)
    } finally {
      await mailbox.close()
    }
  }),
)
