/** The inside of a process that is fuzzed: says which input it begins, so that one it never ends is known. */
import { readFileSync } from 'node:fs'
import { openReader } from '../read/apart.ts'
import { read } from '../read/read.ts'
import { type Format, faultOf, inputOf, seedsOf } from './inputs.ts'

// As the server's process does, since pdf.js breaks promises that nobody holds.
process.on('unhandledRejection', () => undefined)

const [format, from, to] = process.argv.slice(2)
const seeds = await seedsOf(format as Format)
/** PDFs are read as the command line and whoever else meets strangers reads them: apart, since no limit holds inside pdf.js. */
const apart = format === 'pdf' ? openReader() : null
let peak = 0
const look = () => {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ')
  for (const pid of apart === null ? ['self'] : children.filter((child) => child !== ''))
    peak = Math.max(peak, highest(pid))
}
/** MB a process ever had; of one that has just ended, 0. */
const highest = (pid: string): number => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
const looking = apart === null ? undefined : setInterval(look, 20)
const tell = (message: unknown) => new Promise((resolve) => process.send?.(message, resolve))

for (let number = Number(from); number < Number(to); number++) {
  const bytes = inputOf(format as Format, seeds, number)
  process.send?.({ begun: number })
  // Until the word is out, nothing that might block it is begun.
  await new Promise((resolve) => setImmediate(resolve))
  const began = performance.now()
  let fault: string | undefined
  try {
    fault = await faultOf(format as Format, bytes, number, apart?.read ?? read)
  } catch (trouble) {
    fault = trouble instanceof Error ? (trouble.stack ?? trouble.message) : String(trouble)
  }
  const milliseconds = performance.now() - began
  await tell({ ended: number, milliseconds, fault })
}
look()
clearInterval(looking)
await apart?.close()
await tell({ peak })
process.disconnect?.()
