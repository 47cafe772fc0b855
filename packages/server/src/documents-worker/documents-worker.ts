/**
 * The child processes that open what comes from outside and lay out what goes out: one for documents, of which a scan
 * takes a second and more a page, one for photos, one for all that is quick: lists, one for the pages beside an editor, one for
 * keys that sign. Each has its own memory with a limit, a
 * time for each piece of work, and it ends when nobody needs it; what makes it stumble does not touch the server.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import type { DispatchPlaces } from '@loa/contract/corrections'
import type { Checked } from '@loa/contract/findings'
import { Problem } from '@loa/contract/problem'
import type { DocumentTree, Message, ReadResult } from '@loa/documents'
import type { BoundaryFeature, BoundaryFileTrouble } from '@loa/documents/boundaries'
import type { GpxFile, GpxTrouble } from '@loa/documents/tracks'
import type { Cells, UnitFile, UnitFileTrouble } from '@loa/documents/units'
import type { DrawnPage, SignatureRoom, Workbook } from '@loa/documents/write'
import type { Unpacked } from '@loa/edxml'
import type { OpenedLetter } from './letter.ts'
import type { SigningWork } from './signing.ts'
import type { OfficeWork } from './stamping.ts'

export interface Photo {
  width: number
  height: number
  /** What the camera wrote, or null. */
  takenAt: string | null
  latitude: number | null
  longitude: number | null
  exif: Record<string, unknown>
  /** JPEG, at most 1280 px on the longer side, turned upright. */
  preview: Uint8Array
  /** JPEG, 240 × 180, for a table of a hundred. */
  small: Uint8Array
  /** 64 × 64 grey values. */
  grey: Uint8Array
}

/** In shares of the upright picture. */
export interface Region {
  x: number
  y: number
  width: number
  height: number
}

export type PagePicture = Uint8Array | 'no such page' | 'damaged'

/** The work that can be asked for. */
export interface Work extends SigningWork, OfficeWork {
  read: { give: { path: string; name: string }; get: ReadResult }
  /** A letter with its parts; null for what is none. */
  letter: { give: { path: string }; get: OpenedLetter | null }
  /** A package of the exchange of documents. */
  package: { give: { path: string }; get: Unpacked }
  /** A file against Decree 30; `seen`: what was read of a scan before. */
  check: {
    give: { path: string; name: string; seen: { tree: DocumentTree; messages: Message[] } | null }
    get: Checked
  }
  /** The pages that would be made of a draft, against Decree 30. */
  'check-draft': { give: { tree: DocumentTree }; get: Checked }
  /** Null when the file cannot be opened to its end. */
  photo: { give: { path: string }; get: Photo | null }
  /** A copy without camera data, marked places covered. */
  public: { give: { path: string; regions: Region[] }; get: Uint8Array | null }
  /** The preview of a photo, smaller still: what lies over a phone's camera. */
  ghost: { give: { path: string }; get: Uint8Array | null }
  /** A page of an original as a JPEG. */
  page: { give: { path: string; mime: string; page: number }; get: PagePicture }
  /** Where the text stands on the pages of the original. */
  places: { give: { path: string; mime: string; text: string }; get: DispatchPlaces }
  /** A list of units or a mapping of codes. */
  units: { give: { path: string }; get: UnitFile | { trouble: UnitFileTrouble } }
  /** The first sheet of a form that comes back. */
  table: { give: { path: string }; get: Cells[] | { trouble: UnitFileTrouble } }
  /** The positions of a GPX file. */
  gpx: { give: { path: string }; get: GpxFile | { trouble: GpxTrouble } }
  /** The boundaries of a GeoJSON file. */
  boundaries: {
    give: { path: string }
    get: { features: BoundaryFeature[] } | { trouble: BoundaryFileTrouble }
  }
  /** `linkBase`: the address that the figures' links begin with. */
  pdf: { give: { tree: DocumentTree; linkBase: string }; get: Uint8Array }
  /** As it will be signed, and where the signature goes. */
  final: { give: { tree: DocumentTree; linkBase: string }; get: { pdf: Uint8Array; room: SignatureRoom } }
  docx: { give: { tree: DocumentTree; linkBase: string }; get: Uint8Array }
  /** One SVG per page as it will print; `have`: hashes of pages that whoever asks holds already, which come without their picture. */
  pages: { give: { tree: DocumentTree; have?: string[] }; get: DrawnPage[] }
  xlsx: { give: { workbook: Workbook }; get: Uint8Array }
}

export interface DocumentsWorker {
  /** @throws Problem `file.too-slow` when the time is over, `file.damaged` when the process broke on it */
  do<K extends keyof Work>(kind: K, give: Work[K]['give']): Promise<Work[K]['get']>
  close(): Promise<void>
}

export interface WorkerLimits {
  /** Milliseconds for one piece of work. */
  time: number
  /** MB of JavaScript memory. */
  memory: number
  /** Milliseconds without work after which the process ends. */
  idle: number
}

type Answer = { id: number; value: unknown } | { id: number; error: string }
interface Waiting {
  id: number
  kind: keyof Work
  give: unknown
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

export const startDocumentsWorker = (
  limits: WorkerLimits = { time: 60_000, memory: 512, idle: 60_000 },
): DocumentsWorker => {
  const processes = {
    strangers: startProcess(limits),
    // Photos were received before they are opened: they give way to people who wait for an answer.
    photos: startProcess(limits, 10),
    // Between two strokes of a writer no list is to be read, and after a pause of some minutes the typesetter is still warm.
    pages: startProcess({ ...limits, idle: limits.idle * 5 }),
    // Keys are opened where no file of a stranger is, and where waiting for a timestamp holds up nobody's page.
    keys: startProcess(limits),
    others: startProcess(limits),
  }
  return {
    do: (kind, give) => processes[placeOf[kind] ?? 'others'].do(kind, give),
    close: async () => void (await Promise.all(Object.values(processes).map((each) => each.close()))),
  }
}

/** Where each kind of work is done; what is not named is quick and harms nobody. */
const placeOf: Partial<Record<keyof Work, 'strangers' | 'photos' | 'pages' | 'keys'>> = {
  read: 'strangers',
  package: 'strangers',
  letter: 'strangers',
  verify: 'strangers',
  check: 'strangers',
  stamped: 'strangers',
  register: 'strangers',
  photo: 'photos',
  pages: 'pages',
  key: 'keys',
  sign: 'keys',
  'key-places': 'keys',
  'try-place': 'keys',
}

/** One child process, started with the first piece of work; one piece at a time. */
const startProcess = (limits: WorkerLimits, niceness = 0): DocumentsWorker => {
  let child: ChildProcess | null = null
  let current: { work: Waiting; timer: NodeJS.Timeout } | null = null
  let idle: NodeJS.Timeout | null = null
  let count = 0
  let isClosed = false
  const queue: Waiting[] = []

  const finish = (settle: (work: Waiting) => void) => {
    if (!current) return
    clearTimeout(current.timer)
    const { work } = current
    current = null
    settle(work)
    next()
  }

  const start = (): ChildProcess => {
    const made = fork(join(import.meta.dirname, 'worker-process.ts'), {
      // A small nursery: documents are read as fast, and the process stays a third smaller.
      execArgv: [`--max-old-space-size=${limits.memory}`, '--max-semi-space-size=4'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    if (niceness > 0 && made.pid) setPriority(made.pid, niceness)
    made.on('message', (message) => {
      const answer = message as Answer
      if (answer.id !== current?.work.id) return
      finish((work) =>
        'error' in answer
          ? work.reject(new Error(`documents worker: ${answer.error}`))
          : work.resolve(answer.value),
      )
    })
    made.on('exit', () => {
      if (child !== made) return
      child = null
      finish((work) => work.reject(new Problem('file.damaged')))
    })
    return made
  }

  const next = () => {
    if (current) return
    const work = queue.shift()
    if (idle) clearTimeout(idle)
    if (!work) {
      idle = setTimeout(() => child?.kill(), limits.idle)
      idle.unref()
      return
    }
    child ??= start()
    const timer = setTimeout(() => {
      const late = child
      child = null
      late?.kill('SIGKILL')
      finish((slow) => slow.reject(new Problem('file.too-slow', { seconds: limits.time / 1000 })))
    }, limits.time)
    current = { work, timer }
    child.send({ id: work.id, kind: work.kind, give: work.give })
  }

  return {
    do: (kind, give) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(closing())
        count += 1
        queue.push({ id: count, kind, give, resolve: resolve as (value: unknown) => void, reject })
        next()
      }),
    async close() {
      isClosed = true
      if (idle) clearTimeout(idle)
      const unfinished = [...(current ? [current.work] : []), ...queue.splice(0)]
      if (current) clearTimeout(current.timer)
      current = null
      for (const work of unfinished) work.reject(closing())
      const last = child
      child = null
      if (!last || last.exitCode !== null) return
      const ended = new Promise((resolve) => last.once('exit', resolve))
      last.kill()
      await ended
    },
  }
}

/** The server is ending; what was not answered may be sent again to the next one. */
const closing = () => new Problem('server.busy')
