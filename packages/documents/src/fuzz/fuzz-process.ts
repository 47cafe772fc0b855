/** The inside of a process that is fuzzed: says which input it begins, so that one it never ends is known. */
import { readFileSync } from 'node:fs'
import { type Format, faultOf, inputOf, seedsOf } from './inputs.ts'

// As the server's process does, since pdf.js breaks promises that nobody holds.
process.on('unhandledRejection', () => undefined)

const [format, from, to] = process.argv.slice(2)
const seeds = await seedsOf(format as Format)
const tell = (message: unknown) => new Promise((resolve) => process.send?.(message, resolve))

for (let number = Number(from); number < Number(to); number++) {
  const bytes = inputOf(format as Format, seeds, number)
  process.send?.({ begun: number })
  // Until the word is out, nothing that might block it is begun.
  await new Promise((resolve) => setImmediate(resolve))
  const began = performance.now()
  let fault: string | undefined
  try {
    fault = await faultOf(format as Format, bytes)
  } catch (trouble) {
    fault = trouble instanceof Error ? (trouble.stack ?? trouble.message) : String(trouble)
  }
  const milliseconds = performance.now() - began
  await tell({ ended: number, milliseconds, fault })
}
const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
await tell({ peak })
process.disconnect?.()
