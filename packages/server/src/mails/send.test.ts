import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { GetReminder, MakeReminders } from '@loa/contract/reminders'
import { OpenRound } from '@loa/contract/rounds'
import { z } from 'zod'
import { readConfig } from '../config.ts'
import { sql } from '../database/sql.ts'
import { onRemindersDue } from '../reminders/reaction.ts'
import { startMailServer } from '../testing/mail-server.ts'
import { dutyOf, issuedCampaign } from '../testing/path.ts'
import { roundBody } from '../testing/rights-things.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'
import { isOfServer } from './mail.ts'
import { openMailer } from './mailer.ts'
import { takeLetter } from './queries.ts'

const opened = startMailServer()
after(async () => (await opened).down())

/** Lan has an address; a round is open; the job runs with the mail server. */
const office = async (app: TestApp) => {
  const post = await opened
  const mailer = openMailer(readConfig({ LOA_SMTP_URL: post.url, LOA_MAIL_FROM: 'Loa Sở <loa@so.example>' }))
  post.letters.length = 0
  const { campaignId } = await issuedCampaign(app)
  const { id: round } = await app.ha.call(OpenRound, { params: { id: campaignId }, body: roundBody })
  const duty = await dutyOf(app.lan)
  // Signed in by now: a session is kept outside this transaction, and would wait for the row.
  await app.pool.transaction('system', (db) =>
    db.run(sql`update people set email = 'lan@trung-tam.example' where id = 'ttvh-291'`),
  )
  const remind = async (key: string, template: string) => {
    const id = randomUUID()
    const reminders = [{ id, dutyId: duty.id, reasons: [{ key, template }] }]
    await app.ha.call(MakeReminders, { params: { id: campaignId }, body: { when: 'now', reminders } })
    return id
  }
  const run = () => app.wakeAgain((tools, data) => onRemindersDue({ ...tools, mailer }, data), {})
  const states = () =>
    app.pool.transaction('system', async (db) =>
      (
        await db.many(
          z.object({ day: z.string(), state: z.string(), tries: z.number() }),
          sql`select day, state, tries from mails order by day`,
        )
      ).map(({ day, state, tries }) => `${day} ${state} ${tries}`),
    )
  return { post, round, remind, run, states }
}
/** As people read it: UTF-8 out of quoted-printable or base64. */
const read = (letter: string) => {
  const body = letter.slice(letter.indexOf('\r\n\r\n') + 4)
  return /transfer-encoding: base64/i.test(letter)
    ? Buffer.from(body, 'base64').toString()
    : Buffer.from(
        body
          .replace(/=\r\n/g, '')
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString()
}

test(
  'all reminders of a day are one letter to a person, sent once though the mail server was down and the job ran often',
  withApp(async (app) => {
    const { post, round, remind, run, states } = await office(app)
    await post.down()
    const first = await remind('not-accepted', 'Chưa tiếp nhận {văn bản}.')
    await remind(`report-missing:${round}`, 'Chưa nộp báo cáo {kỳ báo cáo}, hạn {hạn nộp}.')
    await run()
    assert.deepEqual(await states(), ['2023-05-22 waiting 1'])
    app.setNow('2023-05-22T01:12:30Z')
    await run()
    assert.deepEqual(await states(), ['2023-05-22 waiting 1'])

    await post.up()
    app.setNow('2023-05-22T01:30:00Z')
    await run()
    await run()
    assert.deepEqual(await states(), ['2023-05-22 sent 2'])
    assert.equal(post.letters.length, 1)
    const [letter = ''] = post.letters
    assert.match(letter, /^To: lan@trung-tam\.example\r$/m)
    assert.match(letter, /^Message-ID: <[0-9a-f-]{36}@so\.example>\r$/m)
    const words = read(letter)
    assert.match(words, /Chưa tiếp nhận Công văn số/)
    assert.match(words, /Chưa nộp báo cáo tháng \(15\/5\/2023 – 14\/6\/2023\), hạn 17:00 ngày 15\/6\/2023\./)
    assert.ok(words.includes(`/reminders/${first}`))
    assert.deepEqual((await app.ha.call(GetReminder, { params: { id: first } })).mails, {
      sent: 1,
      waiting: 0,
      failed: 0,
    })
  }),
)

test(
  'after the letter of the day the next waits for the next working morning; one that may have come is never sent again',
  withApp(async (app) => {
    const { post, round, remind, run, states } = await office(app)
    await remind('not-accepted', 'Chưa tiếp nhận {văn bản}.')
    post.hangUp(true)
    await run()
    post.hangUp(false)
    // The server has the text and said nothing more: nobody knows, so it is left.
    app.setNow('2023-05-22T03:00:00Z')
    await run()
    assert.deepEqual(await states(), ['2023-05-22 sending 1'])
    assert.equal(post.letters.length, 1)

    await remind(`report-missing:${round}`, 'Chưa nộp báo cáo {kỳ báo cáo}.')
    await run()
    assert.deepEqual(await states(), ['2023-05-22 sending 1', '2023-05-23 waiting 0'])
    app.setNow('2023-05-23T00:30:00Z')
    // The process ends between taking the letter and sending it: marked before, it is not sent twice, nor at all.
    await app.undone(async () => {
      await app.pool.transaction('system', (db) => takeLetter(db, '2023-05-23T00:30:00Z'))
      await run()
      assert.deepEqual(await states(), ['2023-05-22 sending 1', '2023-05-23 sending 1'])
    })
    assert.equal(post.letters.length, 1)
    post.refuse({ code: 550, said: 'no such box' })
    await run()
    post.refuse(null)
    assert.deepEqual(await states(), ['2023-05-22 sending 1', '2023-05-23 failed 1'])
    assert.equal(post.letters.length, 1)
  }),
)

test('where the server is down or refuses the password the other letters wait too; a box that is not there stops only its own', () => {
  const isAll = (code: number | null) => isOfServer({ said: '', code, hasBegun: false })
  assert.deepEqual([null, 535, 550, 451].map(isAll), [true, true, false, false])
})
