/** Started by scripts/fuzz.mjs. */
import { parseArgs } from 'node:util'
import { fuzz } from './fuzz.ts'
import { formats } from './inputs.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: 'string' }, from: { type: 'string', default: '1' } },
})
const wanted = formats.filter((format) => positionals.length === 0 || positionals.includes(format))
const waiting = [...wanted]

const work = async () => {
  for (let format = waiting.shift(); format !== undefined; format = waiting.shift()) {
    const began = performance.now()
    const count = Number(values.count ?? 100_000)
    const { inputs, faults, slowest, peak } = await fuzz(format, Number(values.from), count)
    const seconds = Math.round((performance.now() - began) / 1000)
    console.log(
      `${format.padEnd(5)} ${inputs} inputs, ${faults.length} faults, slowest ${Math.round(slowest.milliseconds)} ms (input ${slowest.number}), peak ${Math.round(peak)} MB, ${seconds} s`,
    )
    for (const { number, fault } of faults.slice(0, 20)) console.log(`  ${number}: ${fault}`)
    if (faults.length > 0) process.exitCode = 1
  }
}
await Promise.all([work(), work()])
