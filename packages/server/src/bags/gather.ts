/** The payload of a bag: tables made from the database, and the stored files that belong to them. */

import { type CsvCell, csvOf } from '@loa/contract/csv'
import type { Database } from '../database/database.ts'
import { listFigures, listMissing } from '../figures/queries.ts'
import { findPlan, listVersions } from '../targets/queries.ts'
import { safeName } from './bag.ts'
import {
  listActivityRows,
  listDispatchFiles,
  listEvidenceFiles,
  listLog,
  listReceipts,
  listTargetRows,
} from './queries.ts'

export interface Payload {
  tables: { path: string; text: string }[]
  /** Their sizes are asked of the store afterwards. */
  stored: { path: string; sha256: string }[]
}

export const gather = async (db: Database, campaignId: number): Promise<Payload> => {
  const dispatches = await listDispatchFiles(db, campaignId)
  return {
    tables: [
      table('1-van-ban/van-ban.csv', dispatchColumns, dispatches),
      { path: '2-ke-hoach/ke-hoach.json', text: await planOf(db, campaignId) },
      table('2-ke-hoach/chi-tieu.csv', targetColumns, await listTargetRows(db, campaignId)),
      table('3-nhan-van-ban/trang-thai.csv', receiptColumns, await listReceipts(db, campaignId)),
      { path: '4-nhat-ky/su-kien.jsonl', text: lines(await listLog(db, campaignId)) },
      table('5-hoat-dong/hoat-dong.csv', activityColumns, await listActivityRows(db, campaignId)),
      { path: '6-so-lieu/so-lieu.json', text: await figuresOf(db, campaignId) },
    ],
    stored: [...dispatches.flatMap(filesOf), ...(await listEvidenceFiles(db, campaignId)).map(evidencePath)],
  }
}

const dispatchColumns = ['id', 'direction', 'type', 'code', 'dated', 'state', 'subject'] as const
const targetColumns = ['code', 'fullName', 'state', 'indicator', 'name', 'unit', 'plan'] as const
const receiptColumns = ['code', 'fullName', 'status', 'at', 'person', 'reason'] as const
const activityColumns = [
  'id',
  'code',
  'fullName',
  'form',
  'happenedOn',
  'place',
  'state',
  'standing',
  'indicator',
  'quantity',
  'qualifier',
  'topics',
  'note',
] as const

const table = <Column extends string>(
  path: string,
  columns: readonly Column[],
  rows: Record<Column, CsvCell>[],
) => ({
  path,
  text: csvOf([columns, ...rows.map((row) => columns.map((column) => row[column]))]),
})

const lines = (rows: unknown[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

const planOf = async (db: Database, campaignId: number) =>
  json({ plan: await findPlan(db, campaignId), versions: await listVersions(db, campaignId) })

const figuresOf = async (db: Database, campaignId: number) =>
  json({
    figures: await listFigures(db, campaignId),
    missing: await listMissing(db, campaignId, { units: 'then' }),
  })

type DispatchFile = Awaited<ReturnType<typeof listDispatchFiles>>[number]

const filesOf = (dispatch: DispatchFile): Payload['stored'] => {
  const folder = `${dispatch.type === 'bao-cao' ? '7-bao-cao' : '1-van-ban'}/${dispatch.id}-${safeName(dispatch.code ?? dispatch.type)}`
  const named = (name: string, sha256: string | null) =>
    sha256 ? [{ path: `${folder}/${name}`, sha256 }] : []
  return [
    ...named(safeName(dispatch.fileName ?? 'ban-goc'), dispatch.fileSha256),
    ...named('van-ban.pdf', dispatch.pdfSha256),
    ...named('van-ban.docx', dispatch.docxSha256),
  ]
}

type EvidenceFile = Awaited<ReturnType<typeof listEvidenceFiles>>[number]

/** What was withdrawn is kept, and lies apart: it shows nothing. */
const evidencePath = ({ code, activityId, name, mime, sha256, withdrawn }: EvidenceFile) => ({
  path: `5-hoat-dong/${safeName(code)}/${activityId}/${withdrawn ? 'da-rut/' : ''}${name ? safeName(name) : `anh.${endings[mime] ?? 'bin'}`}`,
  sha256,
})
const endings: Record<string, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
}
