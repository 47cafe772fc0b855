/** loa read | plan | write | run: the work without a screen. */
import { parseArgs } from 'node:util'
import { planCommand } from './plan.ts'
import { readCommand } from './read.ts'
import { runCommand } from './run.ts'
import { Usage, type Values } from './usage.ts'
import { writeCommand } from './write.ts'

const commands: Record<string, (files: string[], values: Values) => Promise<number>> = {
  read: readCommand,
  plan: planCommand,
  write: writeCommand,
  run: runCommand,
}

const usage = `loa read FILE… --out DIR                          đọc văn bản, ghi NAME.json cho từng tệp
loa plan FILE [--on NGÀY] [--units CSV] [--json]  đề xuất kế hoạch, mỗi đề xuất kèm câu nguồn
loa write TREE.json [--pdf F] [--docx F]          dàn trang theo Nghị định 30
loa run FILE --out DIR [--seed N] [--data DIR]    cả việc, với mô phỏng việc các đơn vị làm`

const main = async (args: string[]): Promise<number> => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      on: { type: 'string' },
      units: { type: 'string' },
      home: { type: 'string' },
      json: { type: 'boolean' },
      pdf: { type: 'string' },
      docx: { type: 'string' },
      seed: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [name, ...files] = positionals
  const command = commands[name ?? '']
  if (values.help) return say(usage, 0)
  if (!command) return say(usage, 64)
  return command(files, values)
}

const say = (words: string, exit: number): number => {
  ;(exit === 0 ? process.stdout : process.stderr).write(`${words}\n`)
  return exit
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const isUsage =
    error instanceof Usage ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  process.stderr.write(
    `${isUsage ? (error as Error).message : error instanceof Error ? error.stack : String(error)}\n`,
  )
  if (isUsage) process.stderr.write(`\n${usage}\n`)
  process.exitCode = isUsage ? 64 : 1
}
