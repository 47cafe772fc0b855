/** Letters on several threads, in the order of their addressees. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { DocumentTree } from '../document.ts'
import { type Addressees, type LetterTo, letterBatches } from './letter-batches.ts'
import type { PdfOptions } from './pdf.ts'

export interface Task {
  tree: DocumentTree
  options: PdfOptions
  format: 'pdf' | 'docx'
}

export interface Batch {
  number: number
  letters: LetterTo[]
}

export interface ThreadOptions extends PdfOptions {
  /** Each takes about 150 MB; more than the machine has cores is of no use. */
  threads: number
  format?: 'pdf' | 'docx'
}

export interface WrittenLetter extends LetterTo {
  file: Uint8Array
}

/** Letters handed to a thread at once. */
const batchSize = 8

/**
 * As `writeLetters`. At most two batches a thread are under way, so however many letters there are, memory stays as it is; a caller who
 * stops ends the threads.
 *
 * @throws what a thread died of
 */
export async function* writeLettersOnThreads(
  tree: DocumentTree,
  addressees: Addressees,
  { threads, format = 'pdf', ...options }: ThreadOptions,
): AsyncGenerator<WrittenLetter> {
  const workerData: Task = { tree, options, format }
  const pool = Array.from({ length: Math.max(1, threads) }, () => new Thread(workerData))
  try {
    const underWay: { letters: LetterTo[]; files: Promise<Uint8Array[]> }[] = []
    let next = 0
    const letters = letterBatches(addressees, batchSize)
    for (;;) {
      while (underWay.length < pool.length * 2) {
        const { value, done } = await letters.next()
        if (done) break
        const thread = pool[next++ % pool.length]
        if (thread) underWay.push({ letters: value, files: thread.write(value) })
      }
      const first = underWay.shift()
      if (!first) return
      const files = await first.files
      for (const [at, to] of first.letters.entries()) {
        const file = files[at]
        if (file) yield { ...to, file }
      }
    }
  } finally {
    await Promise.all(pool.map((thread) => thread.end()))
  }
}

class Thread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, { done: (files: Uint8Array[]) => void; failed: (why: Error) => void }>()
  #number = 0
  #trouble: Error | null = null

  constructor(workerData: Task) {
    this.#worker = new Worker(new URL('./letters-thread.ts', import.meta.url), { workerData })
    this.#worker.on('message', ({ number, files }: { number: number; files: Uint8Array[] }) => {
      this.#waiting.get(number)?.done(files)
      this.#waiting.delete(number)
    })
    this.#worker.on('error', (why) => this.#fail(why))
    this.#worker.on('exit', () => this.#fail(new Error('the thread ended before its letters were written')))
  }

  write(letters: LetterTo[]): Promise<Uint8Array[]> {
    const number = this.#number++
    const written = new Promise<Uint8Array[]>((done, failed) => {
      if (this.#trouble) return failed(this.#trouble)
      this.#waiting.set(number, { done, failed })
      this.#worker.postMessage({ number, letters } satisfies Batch)
    })
    // Whoever waits for it hears of it; until then it is not left alone.
    written.catch(() => undefined)
    return written
  }

  async end(): Promise<void> {
    if (this.#trouble === null) await Promise.all([once(this.#worker, 'exit'), this.#worker.terminate()])
  }

  #fail(why: unknown): void {
    this.#trouble ??= why instanceof Error ? why : new Error(String(why))
    for (const { failed } of this.#waiting.values()) failed(this.#trouble)
    this.#waiting.clear()
  }
}
