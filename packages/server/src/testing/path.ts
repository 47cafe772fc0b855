/** The path as far as a test needs it done: each step by the person whose act it is, through the app. */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Activity, AddEvidence, GetActivity, RecordActivity } from '@loa/contract/activities'
import { GetCampaign } from '@loa/contract/campaigns'
import {
  ApproveDispatch,
  type Dispatch,
  GetDispatch,
  IssueDispatch,
  NumberDispatch,
  SignDispatch,
  SubmitDispatch,
  UploadDispatch,
} from '@loa/contract/dispatches'
import type { DocumentTree } from '@loa/contract/documents'
import { AnswerDuty, type Duty, GetDuty, ListDuties } from '@loa/contract/duties'
import { DecidePlan, GetPlan, StartCampaign } from '@loa/contract/plans'
import { read } from '@loa/documents/read'
import { writePdf } from '@loa/documents/write'
import sharp from 'sharp'
import type { Worker } from '../in-process.ts'

/** The people whose acts the path needs, and a way to wait for the reactions. */
export interface Office {
  ha: Worker
  hung: Worker
  quan: Worker
  mai: Worker
  settle(): Promise<void>
}

export const exampleDispatch = (name = 'ngay-gia-dinh.txt'): Uint8Array =>
  readFileSync(join(import.meta.dirname, '../../../../examples/dispatches', name))

/** The same dispatch as a PDF with pages, as an office would send it. */
export const examplePdf = (): Promise<Uint8Array> => {
  pdf ??= read(exampleDispatch(), 'ngay-gia-dinh.txt').then(({ tree }) => {
    if (!tree) throw new Error('the example dispatch cannot be read')
    return writePdf(tree)
  })
  return pdf
}
let pdf: Promise<Uint8Array> | undefined

export const upload = async ({ ha }: Office, name = 'ngay-gia-dinh.txt') =>
  (await ha.call(UploadDispatch, { query: { name }, bytes: exampleDispatch(name) })).dispatch

export const confirmAll = async ({ ha }: Office, dispatchId: number) => {
  const plan = await ha.call(GetPlan, { params: { id: dispatchId } })
  return ha.call(DecidePlan, {
    params: { id: dispatchId },
    body: {
      decisions: plan.proposals.map(({ id, version }) => ({
        proposalId: id,
        version,
        decision: 'confirmed' as const,
      })),
    },
  })
}

export const startCampaign = async (test: Office) => {
  const source = await upload(test)
  await confirmAll(test, source.id)
  return { source, ...(await test.ha.call(StartCampaign, { params: { id: source.id }, body: {} })) }
}

/** Trình → duyệt → ký → cấp số → ban hành. */
export const carryThrough = async (
  { ha, hung, quan, mai, settle }: Office,
  id: number,
): Promise<Dispatch> => {
  let dispatch = await ha.call(GetDispatch, { params: { id } })
  const steps = [
    [ha, SubmitDispatch],
    [hung, ApproveDispatch],
    [quan, SignDispatch],
    [mai, NumberDispatch],
    [mai, IssueDispatch],
  ] as const
  for (const [person, step] of steps)
    dispatch = await person.call(step, { params: { id }, body: { version: dispatch.version } })
  await settle()
  return dispatch
}

export const issuedCampaign = async (test: Office) => {
  const started = await startCampaign(test)
  return { ...started, dispatch: await carryThrough(test, started.draftId) }
}

export const dutyOf = async (person: Worker): Promise<Duty> => {
  const { rows } = await person.call(ListDuties)
  if (!rows[0]) throw new Error('this person has no duty')
  return person.call(GetDuty, { params: { id: rows[0].id } })
}

export const acceptDuty = async (person: Worker): Promise<Duty> => {
  const duty = await dutyOf(person)
  return person.call(AnswerDuty, {
    params: { id: duty.id },
    body: { version: duty.version, answer: 'accept' },
  })
}

/** A banner by the gate, unless told otherwise. */
export const recordActivity = async (
  person: Worker,
  duty: Duty,
  change: { indicator?: string; quantity?: number; happenedOn?: string; id?: string; place?: string } = {},
): Promise<Activity> => {
  const { topics } = await person.call(GetCampaign, { params: { id: duty.campaignId } })
  const { id = randomUUID(), ...words } = change
  return person.call(RecordActivity, {
    params: { id },
    body: {
      dutyId: duty.id,
      indicator: 'visual.banner',
      topics: topics.slice(0, 2).map((topic) => topic.id),
      place: 'Cổng Trung tâm',
      happenedOn: '2023-05-25',
      quantity: 3,
      ...words,
    },
  })
}

/** A real JPEG with camera data; each shade is another photo. */
export const photo = (shade = 120, takenOn = '2023:05:25'): Promise<Uint8Array> =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: { r: shade, g: 90, b: 60 } } })
    .withExif({
      IFD0: { Make: 'Loa', Model: 'Test' },
      IFD2: { DateTimeOriginal: `${takenOn} 08:31:00` },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '20/1 56/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 19/1 0/1',
      },
    })
    .jpeg()
    .toBuffer()

/** Sends a photo and waits until it was opened. */
export const addPhoto = async (person: Worker, activity: Activity, bytes?: Uint8Array): Promise<Activity> => {
  await person.call(AddEvidence, {
    params: { id: activity.id, evidenceId: randomUUID() },
    query: { name: 'anh.jpg' },
    bytes: bytes ?? (await photo()),
  })
  return looked(person, activity.id)
}

/** The activity as soon as all its photos were opened. */
export const looked = async (person: Worker, id: string): Promise<Activity> => {
  for (let tries = 0; ; tries++) {
    const activity = await person.call(GetActivity, { params: { id } })
    if (activity.evidence.every(({ lookedAt }) => lookedAt !== null)) return activity
    if (tries > 200) throw new Error('a photo was not opened')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The words of a document, paragraph by paragraph, however they are cut into runs. */
export const wordsOf = (tree: DocumentTree): string =>
  tree.body
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? [`${block.marker ?? ''} ${block.runs.map(({ text }) => text).join('')}`.trim()]
        : [],
    )
    .join(' ')
