import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lawfulCalendar } from '../holidays/working-days.ts'
import { minutesUntilNext, outcomeOf } from '../mails/mail.ts'
import { refused } from '../testing/problems.ts'
import { type LackGround, lacksOf, reasonsSaid, textOf } from './reminder.ts'
import { nextMorning, soonest } from './send-time.ts'

const ground: LackGround = {
  dutyState: 'assigned',
  dispatch: {
    type: 'cong-van',
    code: '812/SVHTTDL-QLVHGĐ',
    date: '2023-06-02',
    arrivedAt: '2023-06-02T02:14:00Z',
  },
  forms: ['visual', 'led'],
  doubted: 0,
  reports: [
    { roundId: 4, kind: 'month', from: '2023-05-15', to: '2023-06-14', dueAt: '2023-06-15T10:00:00Z' },
  ],
}

test('what lacks is said in words of the file: forms only once the duty is accepted, each report by its round', () => {
  assert.deepEqual(lacksOf(ground, '2023-06-08'), [
    {
      key: 'not-accepted',
      kind: 'not-accepted',
      words: {
        'văn bản': 'Công văn số 812/SVHTTDL-QLVHGĐ ngày 02/6/2023',
        'ngày đến': '02/6/2023',
        'số ngày': '6',
      },
    },
    {
      key: 'report-missing:4',
      kind: 'report-missing',
      words: { 'kỳ báo cáo': 'tháng (15/5/2023 – 14/6/2023)', 'hạn nộp': '17:00 ngày 15/6/2023' },
    },
  ])
  const accepted = lacksOf({ ...ground, dutyState: 'accepted', reports: [], doubted: 2 }, '2023-06-08')
  assert.deepEqual(
    accepted.map(({ kind, words }) => [kind, ...Object.values(words)]),
    [
      ['forms-missing', 'cổ động trực quan; màn hình LED'],
      ['doubts', '2'],
    ],
  )
})

test('a person writes the sentence, the file fills the gaps when it is sent, and what has come in is not said', async () => {
  const said = [
    { key: 'not-accepted', template: '{văn bản} đến {ngày đến}, {số ngày} ngày chưa tiếp nhận.' },
    { key: 'report-missing:4', template: 'Chưa nộp báo cáo {kỳ báo cáo}.' },
  ]
  const reasons = reasonsSaid(said, lacksOf(ground, '2023-06-08'), 'Trung tâm')
  const later = lacksOf({ ...ground, reports: [] }, '2023-06-09')
  assert.equal(
    textOf(reasons, later),
    'Công văn số 812/SVHTTDL-QLVHGĐ ngày 02/6/2023 đến 02/6/2023, 7 ngày chưa tiếp nhận.',
  )
  assert.equal(textOf(reasons, []), null)
  await refused(() => reasonsSaid(said, later, 'Trung tâm'), 'reminder.nothing-lacks')
  const [first] = said
  await refused(
    () => reasonsSaid([{ key: first?.key ?? '', template: 'Trước {hạn}.' }], later, 'Trung tâm'),
    'reminder.unknown-gap',
  )
})

test('nobody is reminded from 19:00 to 7:00, at weekends or on days off; what waits goes at 7:30 of a working day', () => {
  const local = (moment: string) => `${moment}+07:00`
  const at = (moment: string) =>
    Temporal.Instant.from(soonest(lawfulCalendar, local(moment)))
      .toZonedDateTimeISO('Asia/Ho_Chi_Minh')
      .toPlainDateTime()
      .toString()
  assert.equal(at('2023-06-08T11:52'), '2023-06-08T11:52:00')
  assert.equal(at('2023-06-08T07:00'), '2023-06-08T07:00:00')
  assert.equal(at('2023-06-08T06:59'), '2023-06-08T07:30:00')
  assert.equal(at('2023-06-08T19:00'), '2023-06-09T07:30:00')
  assert.equal(at('2023-06-09T20:00'), '2023-06-12T07:30:00')
  assert.equal(at('2023-06-10T10:00'), '2023-06-12T07:30:00')
  // Giỗ Tổ 2023 on a Saturday, 30/4 on a Sunday, 01/5, and two days in lieu.
  assert.equal(at('2023-04-28T19:30'), '2023-05-04T07:30:00')
  assert.equal(at('2024-02-09T09:00'), '2024-02-15T07:30:00')
  assert.equal(nextMorning(lawfulCalendar, local('2023-06-08T07:10')), '2023-06-08T00:30:00Z')
  assert.equal(nextMorning(lawfulCalendar, local('2023-06-08T09:00')), '2023-06-09T00:30:00Z')
})

test('a letter the server has surely not taken is tried again; one it may have is not', () => {
  const down = { said: 'connect ECONNREFUSED', code: null, hasBegun: false }
  assert.equal(outcomeOf(down, 1), 'again')
  assert.equal(outcomeOf(down, 55), 'failed')
  assert.equal(outcomeOf({ ...down, hasBegun: true }, 1), 'unknown')
  assert.equal(outcomeOf({ said: 'greylisted', code: 451, hasBegun: true }, 1), 'again')
  assert.equal(outcomeOf({ said: 'no such box', code: 550, hasBegun: false }, 1), 'failed')
  assert.equal(outcomeOf({ said: 'wrong password', code: 535, hasBegun: false }, 1), 'again')
  assert.deepEqual([1, 2, 3, 9].map(minutesUntilNext), [1, 2, 4, 60])
})
