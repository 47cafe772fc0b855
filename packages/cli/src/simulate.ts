/**
 * What units would do, by seeded chance. Everything it makes is marked: records carry `simulated`, photos and documents
 * say "MÔ PHỎNG". Some units stay silent, return the dispatch, claim without a photo or send a photo twice, so that the
 * report has something to tell apart.
 */
import { AddEvidence, RecordActivity, SubmitActivity } from '@loa/contract/activities'
import type { Campaign } from '@loa/contract/campaigns'
import { SetDeliveryStatus } from '@loa/contract/deliveries'
import { AnswerDuty, type Duty, GetDuty, ListDuties, PlanDuty } from '@loa/contract/duties'
import type { Indicator } from '@loa/contract/figures'
import { enterAs, type Worker } from '@loa/server/in-process'
import type { LoaServer } from '@loa/server/server'
import { type Chance, chanceOf } from './chance.ts'
import { drawPhoto } from './photo.ts'

/** Plausible amounts of one activity, by form, in the counting unit of the form's main indicator. */
const amounts: Record<Indicator['form'], [number, number]> = {
  visual: [2, 12],
  'loudspeaker-car': [1, 6],
  website: [1, 5],
  led: [20, 120],
  'mass-media': [1, 3],
  'commune-loudspeakers': [10, 60],
  'performance-film': [1, 2],
  exhibition: [1, 1],
  contest: [1, 1],
  integration: [1, 4],
}

const places = [
  'trung tâm',
  'cổng trụ sở',
  'nhà văn hóa',
  'chợ trung tâm',
  'ngã tư chính',
  'quảng trường',
  'thư viện',
]

export interface SimulationTools {
  server: LoaServer
  campaign: Campaign
  seed: string
  /** The day of issue; what is done is done within three weeks from it. */
  day: string
}

/** Each unit works by itself and by its own stream of chance, so the order they finish in changes nothing. */
export const simulateUnit = async (personId: string, tools: SimulationTools): Promise<number> => {
  const { server, campaign, seed } = tools
  const chance = chanceOf(seed, personId)
  const mood = chance.next()
  if (mood < 0.08) return 0
  const worker = await enterAs(server.app, personId)
  const { rows } = await worker.call(ListDuties, {})
  const row = rows.find((each) => each.campaignId === campaign.id)
  if (!row) return 0
  const duty = await worker.call(GetDuty, { params: { id: row.id } })

  if (mood < 0.12) {
    await worker.call(SetDeliveryStatus, {
      params: { id: duty.deliveryId ?? 0 },
      body: { status: '02', reason: 'Đơn vị không có chức năng thực hiện (mô phỏng)' },
    })
    return 0
  }
  const accepted = await worker.call(AnswerDuty, {
    params: { id: duty.id },
    body: { version: duty.version, answer: 'accept' },
  })
  if (mood < 0.18) return 0
  return doActivities(worker, chance, accepted, tools)
}

const doActivities = async (
  worker: Worker,
  chance: Chance,
  duty: Duty,
  { campaign, day }: SimulationTools,
) => {
  const chosen = campaign.indicators.filter((indicator) => indicator.main && chance.next() < 0.55)
  const planned = await worker.call(PlanDuty, {
    params: { id: duty.id },
    body: {
      version: duty.version,
      targets: chosen.map((indicator) => ({
        indicator: indicator.code,
        plan: amounts[indicator.form][1] * 2,
      })),
    },
  })
  let count = 0
  let lastPhoto: Uint8Array | null = null
  for (const indicator of chosen) {
    const [low, high] = amounts[indicator.form]
    const id = chance.uuid()
    const happenedOn = Temporal.PlainDate.from(day)
      .add({ days: chance.whole(1, 21) })
      .toString()
    const place = `${chance.pick(places)}, ${duty.unit.name} (mô phỏng)`
    const recorded = await worker.call(RecordActivity, {
      params: { id },
      body: {
        dutyId: planned.id,
        indicator: indicator.code,
        place,
        happenedOn,
        quantity: chance.whole(low, high),
        topics: [...new Set([chance.pick(campaign.topics).id, chance.pick(campaign.topics).id])],
        note: 'Mô phỏng',
      },
    })
    count += 1
    const evidenceId = chance.uuid()
    const luck = chance.next()
    if (luck < 0.15) continue
    // Now and then the photo of another activity is sent again: the same file twice is a doubt.
    const bytes: Uint8Array =
      luck < 0.2 && lastPhoto
        ? lastPhoto
        : await drawPhoto({ place, day: happenedOn, title: indicator.name, mark: evidenceId })
    lastPhoto = bytes
    const shown = await worker.call(AddEvidence, {
      params: { id, evidenceId },
      query: { name: 'mo-phong.jpg' },
      bytes,
    })
    await worker.call(SubmitActivity, {
      params: { id },
      body: { version: shown.version ?? recorded.version },
    })
  }
  if (count > 0 && chance.next() < 0.3)
    await worker.call(AnswerDuty, {
      params: { id: duty.id },
      body: { version: planned.version, answer: 'done' },
    })
  return count
}
