/** An import at work: files read in the child process, compared with the directory, then written or taken back whole. */
import { Problem } from '@loa/contract/problem'
import type { UnitImport } from '@loa/contract/unit-imports'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import type { Reaction } from '../events/jobs.ts'
import { passOn, takeBackDuties } from '../handovers/pass-on.ts'
import { noteAll } from '../handovers/reaction.ts'
import { today } from '../time.ts'
import { compare, type Difference } from './difference.ts'
import {
  closeUnits,
  findOperator,
  insertChange,
  insertSuccessions,
  insertUnits,
  knownSuccessions,
  refreshStatistics,
  takeBack,
  usesOf,
  wholeDirectory,
} from './directory-queries.ts'
import {
  filesToRead,
  findImportForUpdate,
  lockDirectory,
  mappingsOf,
  rowsOf,
  saveCompared,
  saveFile,
  saveTrouble,
  saveVerdicts,
  setChange,
  setProgress,
  setState,
} from './queries.ts'
import { keyOf } from './span.ts'
import { digestOf, summaryOf } from './summary.ts'

/**
 * What fails by no fault of the files is logged as a bug, and the import stands again where it stood: a person sees it and may
 * order it once more.
 */
const orStandAgain =
  (state: UnitImport['state'], react: Reaction): Reaction =>
  async (tools, data) => {
    try {
      await react(tools, data)
    } catch (error) {
      // The server is ending: the job runs again in the next one.
      if (error instanceof Problem && error.code === 'server.busy') throw error
      await tools.pool.transaction('system', (db) =>
        setState(db, idOf(data), { state, step: 'done', at: tools.now(), problem: 'server.failed' }),
      )
      throw error
    }
  }

const idOf = (data: Record<string, unknown>) => Number(data.importId)

export const onUnitImportStarted = orStandAgain('failed', async ({ pool, blobs, documents, now }, data) => {
  const id = idOf(data)
  const files = await pool.transaction('system', async (db) =>
    (await findImportForUpdate(db, id))?.state === 'reading' ? filesToRead(db, id) : null,
  )
  if (!files) return
  for (const [done, { file, sha256 }] of files.entries()) {
    const progress = { step: 'read', done, total: files.length } as const
    await pool.transaction('system', (db) => setProgress(db, id, progress))
    const read = await documents.do('units', { path: blobs.path(sha256) }).catch((error: unknown) => {
      if (error instanceof Problem && error.code !== 'server.busy') return { trouble: error.code }
      throw error
    })
    const isRead = await pool.transaction('system', async (db) => {
      // Dropped while its files were being read.
      if ((await findImportForUpdate(db, id))?.state !== 'reading') return false
      if (!('trouble' in read)) {
        await saveFile(db, id, file, read)
        return true
      }
      await saveTrouble(db, id, file, read.trouble)
      await setState(db, id, { state: 'failed', step: 'read', at: now(), problem: read.trouble })
      return false
    })
    if (!isRead) return
  }
  const progress = { step: 'compare', done: files.length, total: files.length } as const
  await pool.transaction('system', (db) => setProgress(db, id, progress))
  await pool.transaction('system', async (db) => {
    const found = await findImportForUpdate(db, id)
    // A file that came meanwhile has woken this again.
    if (found?.state !== 'reading' || (await filesToRead(db, id)).length > 0) return
    await saveDifference(db, id, await differenceOf(db, id), now(), null)
  })
})

export const onUnitImportOrdered = orStandAgain('ready', async ({ pool, now }, data) => {
  const id = idOf(data)
  await pool.transaction('system', async (db) => {
    await lockDirectory(db)
    const found = await findImportForUpdate(db, id)
    if (found?.state !== 'applying') return
    const at = now()
    const difference = await differenceOf(db, id)
    // Somebody changed the directory since: nothing is written that nobody has seen.
    if (digestOf(difference) !== found.digest)
      return saveDifference(db, id, difference, at, 'unit-import.changed')
    const changeId = await insertChange(db, {
      kind: 'import',
      title: found.name,
      act: found.act,
      unitId: found.unitId,
      personId: found.personId,
      at,
      undoes: null,
    })
    await closeUnits(
      db,
      changeId,
      difference.ended.map(({ id: unitId, span }) => ({ id: unitId, validTo: span.validTo })),
    )
    await insertUnits(db, changeId, difference.added.map(plain))
    await refreshStatistics(db, 'units')
    await insertSuccessions(db, changeId, found.act, difference.successions)
    await refreshStatistics(db, 'unit_successions')
    await setChange(db, id, changeId, at)
    await noteAll(db, await passOn(db, { day: today(at), at }), at)
    await record(db, {
      unitId: found.unitId,
      at,
      personId: found.personId,
      kind: 'directory.changed',
      subject: 'unit-import',
      subjectId: id,
      data: {
        change: changeId,
        added: difference.added.length,
        ended: difference.ended.length,
        successions: difference.successions.length,
      },
    })
  })
})

export const onUnitImportTakenBack = orStandAgain('applied', async ({ pool, now }, data) => {
  const id = idOf(data)
  await pool.transaction('system', async (db) => {
    await lockDirectory(db)
    const found = await findImportForUpdate(db, id)
    if (found?.state !== 'undoing' || found.changeId === null) return
    const at = now()
    if ((await usesOf(db, found.changeId)).length > 0)
      return setState(db, id, { state: 'applied', step: 'done', at, problem: 'unit-import.in-use' })
    await takeBackDuties(db, found.changeId)
    await takeBack(db, found.changeId)
    const personId = typeof data.by === 'string' ? data.by : null
    const changeId = await insertChange(db, {
      kind: 'undo',
      title: found.name,
      act: found.act,
      unitId: found.unitId,
      personId,
      at,
      undoes: found.changeId,
    })
    await refreshStatistics(db, 'units')
    await refreshStatistics(db, 'unit_successions')
    await setState(db, id, { state: 'undone', step: 'done', at })
    await record(db, {
      unitId: found.unitId,
      at,
      personId,
      kind: 'directory.changed',
      subject: 'unit-import',
      subjectId: id,
      data: { change: changeId, undoes: found.changeId },
    })
  })
})

const differenceOf = async (db: Database, id: number): Promise<Difference> => {
  const pairs = await knownSuccessions(db)
  return compare({
    rows: await rowsOf(db, id),
    mappings: await mappingsOf(db, id),
    directory: await wholeDirectory(db),
    known: pairs.map(({ fromCode, fromDay, toCode, toDay }) => ({
      from: keyOf({ code: fromCode, validFrom: fromDay }),
      to: toCode === null ? null : keyOf({ code: toCode, validFrom: toDay }),
    })),
  })
}

const saveDifference = async (
  db: Database,
  id: number,
  difference: Difference,
  at: string,
  problem: string | null,
) => {
  await saveVerdicts(db, id, difference.verdicts, difference.mappingVerdicts)
  await saveCompared(db, id, {
    summary: summaryOf(difference, await findOperator(db)),
    digest: digestOf(difference),
    total: difference.verdicts.size + difference.mappingVerdicts.size,
    at,
    problem,
  })
}

/** Only the columns that are written. */
const plain = ({
  code,
  validFrom,
  validTo,
  name,
  fullName,
  type,
  parentCode,
}: Difference['added'][number]) => ({
  code,
  validFrom,
  validTo,
  name,
  fullName,
  type,
  parentCode,
})
