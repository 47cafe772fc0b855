import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { RecordActivity } from '@loa/contract/activities'
import { GetCampaign } from '@loa/contract/campaigns'
import { AnswerFigureCheck, ListFigureChecks } from '@loa/contract/figure-checks'
import { GetHome } from '@loa/contract/home'
import { CorrectQuantity } from '@loa/contract/quantity-corrections'
import { acceptDuty, issuedCampaign } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'

test(
  'odd numbers are asked about, answered once, and asked again only when they are other numbers',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const duty = await acceptDuty(app.lan)
    const { topics } = await app.lan.call(GetCampaign, { params: { id: campaignId } })
    const record = async (happenedOn: string, quantity: number, indicator = 'visual.banner') => {
      const made = await app.lan.call(RecordActivity, {
        params: { id: randomUUID() },
        body: {
          dutyId: duty.id,
          topics: [topics[0]?.id ?? 0],
          place: 'Nam Sách',
          happenedOn,
          quantities: [{ indicator, quantity }],
        },
      })
      await app.settle()
      return made
    }
    const list = async (show: 'open' | 'answered' = 'open', person = app.ha) =>
      (await person.call(ListFigureChecks, { params: { id: campaignId }, query: { show } })).rows
    const said = async (show: 'open' | 'answered' = 'open') =>
      (await list(show)).map(({ rule, subject, found, against }) => [rule, subject, found, against])
    await record('2023-04-20', 4)
    assert.deepEqual(await said(), [])
    const large = await record('2023-05-20', 60)
    // The largest difference first.
    assert.deepEqual(await said(), [
      ['unproved', '', 64, 0],
      ['jump', '2023-06', 60, 4],
    ])
    const home = (await app.ha.call(GetHome)).mine.find(({ kind }) => kind === 'figure.to-check')
    assert.deepEqual([home?.count, home?.href], [2, `/campaigns/${campaignId}/checks`])
    assert.equal((await list('open', app.lan)).length, 2)
    assert.equal((await list('open', app.tho)).length, 0)

    const jump = (await list()).find(({ rule }) => rule === 'jump')
    const answer = (note: string, kind: 'right' | 'mended' = 'right', person = app.ha) =>
      person.call(AnswerFigureCheck, { params: { id: jump?.id ?? 0 }, body: { answer: kind, note } })
    await refused(answer(''), 'activity.reason-missing')
    await refused(answer('đúng', 'right', app.lan), 'act.forbidden')
    await refused(answer('đúng', 'right', app.tho), 'thing.not-found')
    assert.equal((await answer('Tháng có lễ hội')).answer?.note, 'Tháng có lễ hội')
    // Its numbers stand: another change of the unit does not ask it again.
    await record('2023-05-01', 1, 'visual.flag')
    assert.deepEqual(await said(), [['unproved', '', 64, 0]])
    assert.deepEqual(await said('answered'), [['jump', '2023-06', 60, 4]])
    await app.ha.call(CorrectQuantity, {
      params: { id: large.id, correctionId: randomUUID() },
      body: { indicator: 'visual.banner', quantity: 6, reason: 'Gõ thừa số 0' },
    })
    await app.settle()
    assert.deepEqual(await said(), [['unproved', '', 10, 0]])
    await app.ha.call(CorrectQuantity, {
      params: { id: large.id, correctionId: randomUUID() },
      body: { indicator: 'visual.banner', quantity: 1, reason: 'Chỉ một tấm' },
    })
    await app.settle()
    assert.deepEqual(await said(), [])
  }),
)
