/** Damaged inputs by the thousand, in processes of their own: what throws, hangs, dies or eats memory is told with its number. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Format } from './inputs.ts'

export interface FuzzResult {
  format: Format
  inputs: number
  faults: { number: number; fault: string }[]
  /** Milliseconds of the slowest input, and its number. */
  slowest: { number: number; milliseconds: number }
  /** MB of the largest process. */
  peak: number
}

const limits = { milliseconds: 2000, megabytes: 500 }
/** A process begins anew after so many inputs. */
const batch = 20_000

export const fuzz = async (format: Format, first: number, count: number): Promise<FuzzResult> => {
  const result: FuzzResult = {
    format,
    inputs: 0,
    faults: [],
    slowest: { number: first, milliseconds: 0 },
    peak: 0,
  }
  let from = first
  // Behind an input that ended its process, the next process goes on.
  while (from < first + count) from = await run(result, from, Math.min(first + count, from + batch))
  return result
}

/** Resolves with the number to go on from. */
const run = (result: FuzzResult, from: number, to: number): Promise<number> =>
  new Promise((resolve) => {
    const child = fork(
      join(import.meta.dirname, 'fuzz-process.ts'),
      [result.format, String(from), String(to)],
      {
        execArgv: ['--max-old-space-size=400', '--max-semi-space-size=4', '--no-warnings'],
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      },
    )
    let current = from
    let said = ''
    let isLate = false
    let timer: NodeJS.Timeout | undefined
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-2000)
    })
    child.on(
      'message',
      (message: { begun?: number; milliseconds?: number; fault?: string; peak?: number }) => {
        if (message.begun !== undefined) {
          current = message.begun
          // One that is only slow still ends, and is told with its time.
          timer = setTimeout(() => {
            isLate = true
            child.kill('SIGKILL')
          }, limits.milliseconds * 5)
        } else if (message.peak !== undefined) {
          result.peak = Math.max(result.peak, message.peak)
          if (message.peak > limits.megabytes)
            result.faults.push({ number: current, fault: `${Math.round(message.peak)} MB by here` })
        } else {
          clearTimeout(timer)
          result.inputs++
          const milliseconds = message.milliseconds ?? 0
          if (milliseconds > result.slowest.milliseconds) result.slowest = { number: current, milliseconds }
          if (message.fault !== undefined) result.faults.push({ number: current, fault: message.fault })
          if (milliseconds > limits.milliseconds)
            result.faults.push({ number: current, fault: `${Math.round(milliseconds)} ms` })
          current++
        }
      },
    )
    child.on('close', (status, signal) => {
      clearTimeout(timer)
      if (current >= to) return resolve(to)
      const fault = isLate ? 'it hangs' : `the process died (${signal ?? status}): ${said}`
      result.faults.push({ number: current, fault })
      result.inputs++
      resolve(current + 1)
    })
  })
