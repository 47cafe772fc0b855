/** The form of a duty, out and in again. A row goes the way of a record from the office, by the steps of that route. */
import { randomUUID } from 'node:crypto'
import { RecordActivity } from '@loa/contract/activities'
import { CheckDutySheet, GetDutySheet, KeepDutySheet, type SheetRow } from '@loa/contract/duty-sheets'
import type { Endpoint } from '@loa/contract/endpoint'
import { Problem } from '@loa/contract/problem'
import type { Cells } from '@loa/documents/units'
import { findActivityForUpdate } from '../activities/queries.ts'
import { listIndicators, listTopics } from '../campaigns/queries.ts'
import { publicAddress } from '../config.ts'
import type { Database } from '../database/database.ts'
import { findDuty, listLines } from '../duties/queries.ts'
import { lockActivity } from '../field/queries.ts'
import { recordOf, wordsOf } from '../field/words.ts'
import {
  type Context,
  type FileAnswer,
  orNotFound,
  type Route,
  routeInSteps,
  type Tools,
} from '../http/endpoint.ts'
import { type Actor, allow } from '../people/actor.ts'
import { today } from '../time.ts'
import { formOf } from './form.ts'
import { qrPng } from './qr.ts'
import { type ReadRow, readRows } from './sheet.ts'

const sizeLimit = 5_000_000

export const dutySheetRoutes = (office: readonly Route[]): Route[] => {
  const recording = office.find(({ contract }) => contract === RecordActivity)
  if (!recording) throw new Error('no route records activities')
  return [
    routeInSteps(GetDutySheet, {
      // Whoever sees the duty may print its form; only its unit may hand one in.
      async handle({ db, params, tools }) {
        const duty = orNotFound(await findDuty(db, params.id), 'duty', params.id)
        const base = publicAddress(tools.config)
        const lines = await listLines(db, duty)
        const indicators = await listIndicators(db, duty.campaignId)
        const planned = lines.filter(({ plan }) => plan !== null).map(({ indicator }) => indicator)
        return {
          dutyId: duty.id,
          title: duty.campaignTitle,
          unit: duty.holder.fullName,
          address: new URL(`/duties/${duty.id}/sheet`, base).href,
          indicators,
          expected:
            planned.length > 0 ? planned : indicators.filter(({ main }) => main).map(({ code }) => code),
          topics: await listTopics(db, duty.campaignId),
        }
      },
      async present({ documents }, ground): Promise<FileAnswer> {
        const qr = await qrPng(ground.address)
        const workbook = formOf({ ...ground, qr, newId: randomUUID })
        return {
          name: `bieu-ghi-${ground.dutyId}.xlsx`,
          mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          inline: false,
          content: { bytes: await documents.do('xlsx', { workbook }) },
        }
      },
    }),

    routeInSteps(CheckDutySheet, {
      prepare: ({ tools, wire }) => readSheet(tools, wire.body()),
      async handle(context, _input, table) {
        const rows = await judge(context, table)
        return { rows: rows.map(({ row }) => row) }
      },
    }),

    routeInSteps(KeepDutySheet, {
      prepare: ({ tools, wire }) => readSheet(tools, wire.body()),
      async handle(context, _input, table) {
        const rows = await judge(context, table)
        let recorded = 0
        for (const { id, row, version } of rows) {
          if (!id || !row.words || (row.state !== 'new' && row.state !== 'changed')) continue
          const body = recordOf(row.words, version)
          await recording.handle(
            { ...(context as Context<Endpoint, Actor>), params: { id } },
            body,
            undefined,
          )
          recorded += 1
        }
        return { rows: rows.map(({ row }) => row), recorded }
      },
    }),
  ]
}

const getDuty = async (db: Database, actor: Actor, id: number) => {
  const duty = orNotFound(await findDuty(db, id), 'duty', id)
  allow(actor, 'activity.record', duty.holderUnitId)
  return duty
}

/** @throws Problem for a file that cannot be read */
const readSheet = async ({ blobs, documents }: Tools, bytes: AsyncIterable<Uint8Array>): Promise<Cells[]> => {
  const staged = await blobs.stage(bytes, sizeLimit)
  try {
    const table =
      staged.bytes === 0
        ? { trouble: 'file.empty' as const }
        : await documents.do('table', { path: staged.path })
    if ('trouble' in table) throw new Problem(table.trouble)
    return table
  } finally {
    await staged.drop()
  }
}

interface Judged {
  id: string | null
  row: SheetRow
  version: number | undefined
}

/** Each row beside what is here under its mark. */
const judge = async (
  { db, actor, now, params }: Pick<Context<typeof CheckDutySheet>, 'db' | 'actor' | 'now' | 'params'>,
  table: Cells[],
): Promise<Judged[]> => {
  const duty = await getDuty(db, actor, params.id)
  const read = readRows(table, {
    dutyId: duty.id,
    indicators: await listIndicators(db, duty.campaignId),
    topics: await listTopics(db, duty.campaignId),
    today: today(now),
  })
  if (!read) throw new Problem('sheet.not-ours')
  const judged: Judged[] = []
  for (const row of read) judged.push(await judgeRow(db, row, duty.id))
  return judged
}

const judgeRow = async (db: Database, { id, words, ...row }: ReadRow, dutyId: number): Promise<Judged> => {
  const wrong = (troubles: SheetRow['troubles']): Judged => ({
    id,
    row: { ...row, state: 'wrong', troubles, words: null },
    version: undefined,
  })
  if (!id || !words) return wrong(row.troubles)
  await lockActivity(db, id)
  const there = await findActivityForUpdate(db, id)
  if (!there) return { id, row: { ...row, state: 'new', words }, version: undefined }
  if (there.dutyId !== dutyId) return wrong(['other-duty'])
  const same = JSON.stringify(plain(wordsOf(there))) === JSON.stringify(plain(words))
  if (same) return { id, row: { ...row, state: 'there', words }, version: undefined }
  if (there.state === 'accepted') return wrong(['closed'])
  // What a form does not ask for stays as it is here.
  return {
    id,
    row: { ...row, state: 'changed', words: { ...wordsOf(there), ...words } },
    version: there.version,
  }
}

const plain = (words: SheetRow['words']) => {
  const { dutyId, indicator, topics, place, happenedOn, quantity, note } = words ?? {}
  return [dutyId, indicator, [...(topics ?? [])].sort((a, b) => a - b), place, happenedOn, quantity, note]
}
