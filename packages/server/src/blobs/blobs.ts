/**
 * Files by content: the key is the SHA-256 of the bytes. A file is written beside its place, forced to disk and moved
 * there in one step, so a half-written file never has a key; writing the same bytes again changes nothing.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Problem } from '@loa/contract/problem'
import { collectYoung } from './collect-garbage.ts'

export interface StoredBlob {
  sha256: string
  bytes: number
}

const collectEvery = 4_000_000

/** A file that came in and is not in the store yet: looked at first, then kept or dropped. */
export interface StagedBlob extends StoredBlob {
  path: string
  keep(): Promise<void>
  drop(): Promise<void>
}

export interface BlobStore {
  /** Streams to disk without holding the file in memory. @throws Problem `file.too-large` past `limit` bytes */
  stage(bytes: AsyncIterable<Uint8Array>, limit: number): Promise<StagedBlob>
  /** Keeps bytes that Loa made itself. */
  put(bytes: Uint8Array): Promise<StoredBlob>
  read(sha256: string): ReadStream
  size(sha256: string): Promise<number>
  /** For workers that open the file themselves. */
  path(sha256: string): string
  /** For content that the law wants deleted; whoever calls knows that nothing refers to it. Removed twice is removed once. */
  remove(sha256: string): Promise<void>
}

export const openBlobFolder = async (folder: string): Promise<BlobStore> => {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  // What an earlier process left half-written belongs to nobody.
  for (const name of await readdir(incoming)) await rm(join(incoming, name), { force: true })
  const path = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a blob key')
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  }
  const stage = async (
    source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    limit: number,
  ): Promise<StagedBlob> => {
    const temporary = join(incoming, randomUUID())
    const drop = () => rm(temporary, { force: true })
    const hash = createHash('sha256')
    const file = await open(temporary, 'wx', 0o600)
    let bytes = 0
    try {
      for await (const chunk of source) {
        bytes += chunk.byteLength
        if (bytes > limit) throw new Problem('file.too-large', { megabytes: Math.floor(limit / 1_000_000) })
        hash.update(chunk)
        await file.write(chunk)
        if (bytes % collectEvery < chunk.byteLength) collectYoung()
      }
      await file.sync()
    } catch (error) {
      await drop()
      throw error
    } finally {
      await file.close()
    }
    const sha256 = hash.digest('hex')
    const keep = async () => {
      const place = path(sha256)
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      await rename(temporary, place)
      await syncFolder(dirname(place))
    }
    return { sha256, bytes, path: temporary, keep, drop }
  }
  return {
    path,
    read: (sha256) => createReadStream(path(sha256)),
    size: async (sha256) => (await stat(path(sha256))).size,
    remove: (sha256) => rm(path(sha256), { force: true }),
    stage,
    async put(bytes) {
      const staged = await stage([bytes], bytes.byteLength)
      await staged.keep()
      return { sha256: staged.sha256, bytes: staged.bytes }
    },
  }
}

/** Bytes that are there already, for `stage`. */
export async function* inOnePiece(bytes: Uint8Array) {
  yield bytes
}

/** A rename is durable only when the folder that names the file is on disk too. */
const syncFolder = async (folder: string) => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
