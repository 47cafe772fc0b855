/**
 * Uploads that are still on their way. What has arrived is a file, and its size is how far the upload is: a process that is
 * killed in the middle of a byte leaves nothing to repair. Only one writer holds an upload; a newer request ends an older one,
 * whose connection may be dead without the server knowing it yet.
 */
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '@loa/contract/problem'
import { z } from 'zod'

const About = z.object({ personId: z.string(), length: z.number().int().nonnegative() })

export interface Upload extends z.infer<typeof About> {
  id: string
  offset: number
  /** Where its bytes lie. */
  path: string
}

/** An upload that nobody has gone on with for so long is given up: a phone is back in the office within it. */
const keptDays = 30

export interface UploadFolder {
  /** Made again with the same length, it is the one that is there. */
  create(id: string, about: z.infer<typeof About>): Promise<Upload>
  find(id: string): Promise<Upload | null>
  /** Gives the offset after what arrived. @throws Problem `upload.wrong-offset`, `file.too-large` */
  append(id: string, offset: number, bytes: AsyncIterable<Uint8Array>): Promise<number>
  drop(id: string): Promise<void>
  /** Removes what was given up. */
  collect(now: string): Promise<void>
}

export const openUploads = async (folder: string): Promise<UploadFolder> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const writers = new Map<string, { stop: AbortController; ended: Promise<unknown> }>()
  const place = (id: string) => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('not an upload')
    return join(folder, id)
  }

  const find = async (id: string): Promise<Upload | null> => {
    try {
      const about = About.parse(JSON.parse(await readFile(`${place(id)}.json`, 'utf8')))
      return { ...about, id, path: place(id), offset: (await stat(place(id))).size }
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  /** The writer before is told to stop, and has stopped when this goes on. */
  const alone = async <T>(id: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    for (let writer = writers.get(id); writer; writer = writers.get(id)) {
      writer.stop.abort()
      await writer.ended
    }
    const stop = new AbortController()
    const running = work(stop.signal)
    const ended = running.catch(() => {}).then(() => writers.delete(id))
    writers.set(id, { stop, ended })
    return running
  }

  const create: UploadFolder['create'] = (id, about) =>
    alone(id, async () => {
      const there = await find(id)
      if (there?.personId === about.personId && there.length === about.length) return there
      if (there && there.personId !== about.personId) throw new Problem('upload.not-found')
      await writeFile(place(id), '', { mode: 0o600 })
      // The words about it come last, whole or not at all: an upload is there when they are.
      await writeFile(`${place(id)}.new`, JSON.stringify(about), { mode: 0o600 })
      await rename(`${place(id)}.new`, `${place(id)}.json`)
      return { ...about, id, path: place(id), offset: 0 }
    })

  const drop = async (id: string) => {
    await rm(`${place(id)}.json`, { force: true })
    await rm(place(id), { force: true })
  }

  return {
    create,
    find: (id) => alone(id, () => find(id)),
    append: (id, offset, bytes) =>
      alone(id, async (signal) => {
        const upload = await find(id)
        if (!upload) throw new Problem('upload.not-found')
        if (upload.offset !== offset) throw new Problem('upload.wrong-offset', { offset: upload.offset })
        return write(upload, bytes, signal)
      }),
    drop: (id) => alone(id, () => drop(id)),
    async collect(now) {
      const oldest = Date.parse(now) - keptDays * 86_400_000
      for (const name of await readdir(folder)) {
        const known = await stat(join(folder, name)).catch(() => null)
        if (known && known.mtimeMs < oldest) await drop(name.slice(0, 36))
      }
    },
  }
}

/** Keeps every byte that came, also when the connection breaks; they are on disk before anybody hears of them. */
const write = async (
  upload: Upload,
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): Promise<number> => {
  const file = await open(upload.path, 'a', 0o600)
  let { offset } = upload
  try {
    for await (const chunk of until(signal, bytes)) {
      if (offset + chunk.byteLength > upload.length)
        throw new Problem('file.too-large', { megabytes: Math.ceil(upload.length / 1_000_000) })
      await file.write(chunk)
      offset += chunk.byteLength
    }
    return offset
  } catch (error) {
    // The phone is gone; what came stays.
    if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') return offset
    throw error
  } finally {
    await file.sync()
    await file.close()
  }
}

/** Ends with the signal, also while it waits for a phone that will never say anything more. */
async function* until(signal: AbortSignal, bytes: AsyncIterable<Uint8Array>) {
  const source = bytes[Symbol.asyncIterator]()
  const stopped = new Promise<never>((_, fail) => {
    signal.addEventListener('abort', () => fail(new Problem('upload.wrong-offset')), { once: true })
  })
  stopped.catch(() => {})
  try {
    for (;;) {
      const next = await Promise.race([source.next(), stopped])
      if (next.done) return
      yield next.value
    }
  } finally {
    source.return?.().catch(() => {})
  }
}

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && (error as NodeJS.ErrnoException).code === 'ENOENT'
