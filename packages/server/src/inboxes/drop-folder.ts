/**
 * Files that are laid into a folder: each is taken once, by its hash, then moved to `done/` or `failed/` with a note beside it.
 * It is moved only after it is stored; who dies in between finds it known the next time, and moves it then.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReactionTools } from '../events/jobs.ts'
import type { StoredConnection } from '../exchanges/connection-queries.ts'
import { findTaken, saveTaken } from '../exchanges/incoming-queries.ts'
import { ExchangeTrouble } from '../exchanges/ports.ts'
import { noteOf } from './letter.ts'
import { readOne, takeOne } from './take-file.ts'

const atOnce = 50
/** A file that is still being written changes: so long it is left alone. */
const quiet = 5000

export const dropPlace = (tools: Pick<ReactionTools, 'config'>, place: string): string =>
  join(tools.config.LOA_INBOX_FOLDER ?? join(tools.config.LOA_DATA, 'inbox'), place)

export const emptyDropFolder = async (tools: ReactionTools, connection: StoredConnection): Promise<void> => {
  const folder = dropPlace(tools, connection.place)
  for (const name of await namesIn(folder)) await takeFile(tools, connection, folder, name)
}

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    await mkdir(folder, { recursive: true })
    const entries = await readdir(folder, { withFileTypes: true })
    const files = entries.filter(
      (entry) => entry.isFile() && !/^[.~]|\.(part|tmp|crdownload)$/.test(entry.name),
    )
    const still: string[] = []
    for (const { name } of files)
      if (Date.now() - (await stat(join(folder, name))).mtimeMs >= quiet) still.push(name)
    return still.sort().slice(0, atOnce)
  } catch (error) {
    // Not there, full, no right to it: like a hub that is down.
    throw new ExchangeTrouble('unreachable', error instanceof Error ? error.message : String(error))
  }
}

const takeFile = async (tools: ReactionTools, connection: StoredConnection, folder: string, name: string) => {
  const path = join(folder, name)
  const sha256 = await hashOf(path)
  const at = tools.now()
  const before = await tools.pool.transaction('system', (db) => findTaken(db, connection.id, sha256))
  if (before) {
    const note =
      before.dispatchId === null
        ? noteOf({ refused: before.said ?? '', places: [] }, at)
        : noteOf({ taken: before.dispatchId, known: true, code: before.code }, at)
    return moveAway(folder, name, { how: before.how === 'stored' ? 'done' : 'failed', note, at })
  }
  const reading = await readOne(tools, createReadStream(path), name)
  const taken = { connectionId: connection.id, ref: sha256, kind: 'file', sha256, incomingId: null, at }
  if ('refused' in reading) {
    await tools.pool.transaction('system', (db) =>
      saveTaken(db, { ...taken, how: 'unreadable', said: reading.refused }),
    )
    return moveAway(folder, name, { how: 'failed', note: noteOf(reading, at), at })
  }
  const { id, known } = await tools.pool.transaction('system', async (db) => {
    const one = await takeOne(db, connection, reading.incoming, { cameBy: 'folder', cameFrom: name, at })
    await saveTaken(db, { ...taken, how: 'stored', said: name, dispatchId: one.id })
    return one
  })
  const { code } = reading.incoming.tree
  await moveAway(folder, name, { how: 'done', note: noteOf({ taken: id, known, code }, at), at })
}

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part as Uint8Array)
  return hash.digest('hex')
}

/** Under its own name behind the moment, so that none covers another. */
const moveAway = async (
  folder: string,
  name: string,
  { how, note, at }: { how: 'done' | 'failed'; note: string; at: string },
) => {
  const there = join(folder, how)
  await mkdir(there, { recursive: true })
  let target = `${at.slice(0, 19).replaceAll(/[-:]/g, '')}-${name}`
  const lying = new Set(await readdir(there))
  for (let count = 2; lying.has(target); count++)
    target = `${at.slice(0, 19).replaceAll(/[-:]/g, '')}-${count}-${name}`
  await writeFile(join(there, `${target}.ghi-chu.txt`), note)
  await rename(join(folder, name), join(there, target))
}
