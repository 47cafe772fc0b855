/**
 * Exchange by folders, for who carries files by other means: what goes out lies in `out/`, what is put into `in/` is taken and
 * then moved to `in/done/` or `in/failed/`. A file appears whole: it is written beside and renamed.
 */
import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type DocumentExchange, ExchangeTrouble, mostPackageBytes } from './ports.ts'

/** @throws Error for a name that leads out of the folder */
export const folderExchange = (root: string, name: string): DocumentExchange => {
  if (!/^[\w-]{1,60}$/.test(name)) throw new Error('not a name of a folder')
  const place = (...parts: string[]) => join(root, name, ...parts)
  return {
    send: ({ kind, from, to, bytes }) =>
      safely(async () => {
        await mkdir(place('out'), { recursive: true })
        const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
        // The same package again is the same file.
        const ref = `${kind}-${from}-${to.join('+')}-${hash}.edxml`
        const beside = place('out', `.${ref}.part`)
        const file = await open(beside, 'w', 0o640)
        try {
          await file.writeFile(bytes)
          await file.sync()
        } finally {
          await file.close()
        }
        await rename(beside, place('out', ref))
        return { ref }
      }),

    list: () =>
      safely(async () => {
        await mkdir(place('in'), { recursive: true })
        const names = (await readdir(place('in'), { withFileTypes: true })).filter(
          (entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('.part'),
        )
        const found = []
        for (const { name: file } of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
          const { mtimeMs, size } = await stat(place('in', file))
          // By its moment and size too: another file under an old name is another one.
          found.push({ ref: `${file} ${Math.round(mtimeMs)} ${size}`, kind: 'edoc' as const })
        }
        return found
      }),

    fetch: ({ ref }) =>
      safely(async () => {
        const path = place('in', fileOf(ref))
        return (await stat(path)).size > mostPackageBytes ? null : new Uint8Array(await readFile(path))
      }),

    settle: ({ ref }, how) =>
      safely(async () => {
        const folder = how === 'done' ? 'done' : 'failed'
        await mkdir(place('in', folder), { recursive: true })
        const file = fileOf(ref)
        await rename(place('in', file), place('in', folder, `${Date.now()}-${file}`)).catch((error) => {
          // Moved before, when the process died: it is where it belongs.
          if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
        })
      }),

    whereabouts: (refs) =>
      safely(async () => {
        const lying = new Set(await readdir(place('out')))
        return new Map(
          refs.map((ref) => [ref, lying.has(ref) ? ('waiting' as const) : ('received' as const)]),
        )
      }),
  }
}

const fileOf = (ref: string): string => basename(ref.split(' ').slice(0, -2).join(' '))

/** A folder that is not there or full is like a hub that is down. */
const safely = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw new ExchangeTrouble('unreachable', error.message)
    throw error
  }
}
