/**
 * What units would do, by seeded chance. Everything it makes is marked: records carry `simulated`, photos and documents
 * say "MÔ PHỎNG". Some units stay silent, return the dispatch, claim without evidence or send a photo twice, so that the
 * report has something to tell apart; and each form of the campaign is done by somebody.
 */
import { AddEvidence, RecordActivity, SubmitActivity } from '@loa/contract/activities'
import { AddAttachment } from '@loa/contract/attachments'
import type { Campaign } from '@loa/contract/campaigns'
import { SetDeliveryStatus } from '@loa/contract/deliveries'
import { AnswerDuty, type Duty, GetDuty, ListDuties, PlanDuty } from '@loa/contract/duties'
import type { Form } from '@loa/contract/plans'
import { enterAs, type Worker } from '@loa/server/in-process'
import type { LoaServer } from '@loa/server/server'
import { type Chance, chanceOf } from './chance.ts'
import { drawPhoto } from './photo.ts'
import { drawActivity, mostOf } from './simulate-forms.ts'

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
  /** Forms that this unit does in any case. */
  surely: readonly Form[]
}

/** Silent, returned, accepted and nothing more, or at work: the first number of a unit's own stream. */
const silent = 0.08
const returned = 0.12
const idle = 0.18

/** The forms dealt out to the units that will be at work, so that none is left out. */
export const dealForms = (
  people: readonly string[],
  { seed, forms }: { seed: string; forms: readonly Form[] },
): Map<string, Form[]> => {
  const working = people.filter((person) => chanceOf(seed, person).next() >= idle)
  const dealt = new Map<string, Form[]>()
  forms.forEach((form, index) => {
    const person = working[index % working.length]
    if (person) dealt.set(person, [...(dealt.get(person) ?? []), form])
  })
  return dealt
}

/** Each unit works by itself and by its own stream of chance, so the order they finish in changes nothing. */
export const simulateUnit = async (personId: string, tools: SimulationTools): Promise<number> => {
  const { server, campaign, seed } = tools
  const chance = chanceOf(seed, personId)
  const mood = chance.next()
  if (mood < silent) return 0
  const worker = await enterAs(server.app, personId)
  const { rows } = await worker.call(ListDuties, {})
  const row = rows.find((each) => each.campaignId === campaign.id)
  if (!row) return 0
  const duty = await worker.call(GetDuty, { params: { id: row.id } })

  if (mood < returned) {
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
  if (mood < idle) return 0
  return doActivities(worker, chance, accepted, tools)
}

const doActivities = async (
  worker: Worker,
  chance: Chance,
  duty: Duty,
  { campaign, day, surely }: SimulationTools,
) => {
  const chosen = campaign.forms
    .map(({ form }) => form)
    .filter((form) => chance.next() < 0.5 || surely.includes(form))
  const planned = await worker.call(PlanDuty, {
    params: { id: duty.id },
    body: {
      version: duty.version,
      targets: chosen.map((form) => {
        const { indicator, most } = mostOf(form)
        return { indicator, plan: most * 2 }
      }),
    },
  })
  let lastPhoto: Uint8Array | null = null
  for (const form of chosen) {
    const { quantities, details, file } = drawActivity(form, chance)
    const happenedOn = Temporal.PlainDate.from(day)
      .add({ days: chance.whole(1, 21) })
      .toString()
    const activity = {
      id: chance.uuid(),
      place: `${chance.pick(places)}, ${duty.unit.name} (mô phỏng)`,
      happenedOn,
    }
    const recorded = await worker.call(RecordActivity, {
      params: { id: activity.id },
      body: {
        dutyId: planned.id,
        quantities,
        details,
        place: activity.place,
        happenedOn,
        topics: [...new Set([chance.pick(campaign.topics).id, chance.pick(campaign.topics).id])],
        note: 'Mô phỏng',
      },
    })
    const luck = chance.next()
    const fileId = chance.uuid()
    const photoId = chance.uuid()
    if (luck < 0.15) continue
    let shown = recorded
    if (file)
      shown = await worker.call(AddAttachment, {
        params: { id: activity.id, attachmentId: fileId },
        query: { name: file.name, kind: file.kind },
        bytes: file.bytes,
      })
    // What has a link or a file needs no photo every time.
    if (luck < 0.7 || !(file || details.link)) {
      // Now and then the photo of another activity is sent again: the same file twice is a doubt.
      const bytes: Uint8Array =
        luck < 0.2 && lastPhoto
          ? lastPhoto
          : await drawPhoto({
              place: activity.place,
              day: happenedOn,
              title: titleOf(campaign, quantities),
              mark: photoId,
            })
      lastPhoto = bytes
      shown = await worker.call(AddEvidence, {
        params: { id: activity.id, evidenceId: photoId },
        query: { name: 'mo-phong.jpg' },
        bytes,
      })
    }
    await worker.call(SubmitActivity, { params: { id: activity.id }, body: { version: shown.version } })
  }
  if (chosen.length > 0 && chance.next() < 0.3)
    await worker.call(AnswerDuty, {
      params: { id: duty.id },
      body: { version: planned.version, answer: 'done' },
    })
  return chosen.length
}

const titleOf = (campaign: Campaign, quantities: { indicator: string }[]) =>
  campaign.indicators.find(({ code }) => code === quantities[0]?.indicator)?.name ?? ''
