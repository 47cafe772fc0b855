/**
 * Reading in a process of its own, with limits of memory and time: the libraries behind the readers can be led to allocate
 * without end, or to go round in circles, by a few wrong bytes in a font. Whatever a file does, there is an answer, and the
 * program that asked goes on. A process and not a thread: a thread that runs out of memory may take its program with it.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { ReadResult } from '../document.ts'
import { say } from './messages.ts'
import type { ReadOptions } from './read.ts'

export interface ApartLimits {
  /** MB of JavaScript memory, 112 unless told: a file of 200 pages takes half of it. */
  memory?: number
  /** Milliseconds for one file, 90,000 unless told: twice the time that scans are given. */
  time?: number
}

export interface ApartReader {
  /** As `read`; moreover, a file that breaks a limit gives `file.damaged` or `file.too-slow`. One file at a time, in turn. */
  read(bytes: Uint8Array, name: string, options?: ReadOptions): Promise<ReadResult>
  close(): Promise<void>
}

/** The process starts with the first file, and anew after one that ended it. */
export const openReader = (limits: ApartLimits = {}): ApartReader => {
  const process = openApart<{ bytes: Uint8Array; name: string; options: ReadOptions }, ReadResult>(
    join(import.meta.dirname, 'apart-process.ts'),
    (code) => ({ tree: null, messages: [say(code)], layout: null }),
    limits,
  )
  return {
    read: (bytes, name, options = {}) => process.ask({ bytes, name, options }),
    close: process.close,
  }
}

/** A process of its own for one kind of work; `refused`: the answer when a limit is broken. One at a time, in turn. */
export const openApart = <Ask extends object, Answer extends object>(
  file: string,
  refused: (code: 'file.damaged' | 'file.too-slow', ask: Ask) => Answer,
  { memory = 112, time = 90_000 }: ApartLimits = {},
): { ask(ask: Ask): Promise<Answer>; close(): Promise<void> } => {
  let child: ChildProcess | null = null
  let last: Promise<unknown> = Promise.resolve()

  const start = (): ChildProcess =>
    fork(file, {
      execArgv: [`--max-old-space-size=${memory}`, '--max-semi-space-size=4', '--no-warnings'],
      serialization: 'advanced',
      // What the engine writes when its memory is full is said by our own message.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })

  const one = (ask: Ask) =>
    new Promise<Answer>((resolve, reject) => {
      child ??= start()
      const asked = child
      const answer = (settle: () => void) => {
        clearTimeout(timer)
        asked.removeAllListeners()
        settle()
      }
      const lose = (code: 'file.damaged' | 'file.too-slow') => {
        child = null
        asked.kill('SIGKILL')
        answer(() => resolve(refused(code, ask)))
      }
      const timer = setTimeout(() => lose('file.too-slow'), time)
      asked.once('message', (said: Answer | { trouble: string }) =>
        answer(() => ('trouble' in said ? reject(new Error(said.trouble)) : resolve(said))),
      )
      asked.once('exit', () => lose('file.damaged'))
      asked.send(ask)
    })

  return {
    ask(ask) {
      const mine = last.then(() => one(ask))
      last = mine.catch(() => undefined)
      return mine
    },
    async close() {
      await last
      child?.kill()
      child = null
    },
  }
}
