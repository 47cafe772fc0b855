/** A thread of `writeLettersOnThreads`: it has a typesetter of its own. */
import { parentPort, workerData } from 'node:worker_threads'
import { docxLetterWriter } from './docx-letters.ts'
import { letterWriter } from './letters.ts'
import type { Batch, Task } from './letters-threads.ts'

const { tree, options, format } = workerData as Task
const write = format === 'docx' ? docxLetterWriter(tree, options) : letterWriter(tree, options)

parentPort?.on('message', ({ number, letters }: Batch) => {
  const files = letters.map((to) => new Uint8Array(write(to)))
  parentPort?.postMessage(
    { number, files },
    files.map((file) => file.buffer),
  )
})
