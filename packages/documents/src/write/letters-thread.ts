/** A thread of `writeLettersOnThreads`: it has a typesetter of its own. */
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { Batch, Task } from './letters-threads.ts'

const { tree, options, format } = workerData as Task
// Only what the format needs is loaded.
const write =
  format === 'docx'
    ? (await import('./docx-letters.ts')).docxLetterWriter(tree, options)
    : (await import('./letters.ts')).letterWriter(tree, options)

parentPort?.on('message', async ({ number, letters }: Batch) => {
  const files: Uint8Array<ArrayBuffer>[] = []
  for (const to of letters) {
    files.push(new Uint8Array(write(to)))
    // Only between two turns the typesetter gives back what a letter took.
    await setImmediate()
  }
  parentPort?.postMessage(
    { number, files },
    files.map((file) => file.buffer),
  )
})
