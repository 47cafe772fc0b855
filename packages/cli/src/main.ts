/** loa read | plan | write | check | run | verify: the work without a screen. */
import { parseArgs } from 'node:util'
import { StartTrouble } from '@loa/server/start-trouble'
import { Usage, type Values } from './usage.ts'

type Command = (files: string[], values: Values) => Promise<number>

/** Each brings its own libraries, so they are loaded when one is asked for. */
const commands: Record<string, () => Promise<Command>> = {
  read: async () => (await import('./read.ts')).readCommand,
  plan: async () => (await import('./plan.ts')).planCommand,
  write: async () => (await import('./write.ts')).writeCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  run: async () => (await import('./run.ts')).runCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
}

const usage = `loa read FILE… --out DIR                          đọc văn bản, ghi NAME.json cho từng tệp
loa plan FILE [--on NGÀY] [--units CSV] [--json]  đề xuất kế hoạch, mỗi đề xuất kèm câu nguồn
loa write TREE.json [--pdf F] [--docx F]          dàn trang theo Nghị định 30
loa write TREE.json --letters CSV --out DIR [--docx]  một văn bản gửi nhiều nơi, mỗi nơi nhận một tệp
loa write TREE.json --letters CSV --one FILE.pdf  … hoặc một tệp để in
loa check FILE [--json] [--fix OUT.docx]          soát thể thức theo Nghị định 30, sửa tệp .docx
loa run FILE --out DIR [--seed N] [--data DIR]    cả việc, với mô phỏng việc các đơn vị làm
loa verify [--data DIR] [--json]                  soát chuỗi nhật ký, nêu dòng bị sửa, xóa, chèn`

const main = async (args: string[]): Promise<number> => {
  const { positionals, values } = parseArgs({
    args: withoutValue(args),
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      on: { type: 'string' },
      units: { type: 'string' },
      home: { type: 'string' },
      json: { type: 'boolean' },
      pdf: { type: 'string' },
      docx: { type: 'string' },
      letters: { type: 'string' },
      one: { type: 'string' },
      fix: { type: 'string' },
      seed: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [name, ...files] = positionals
  const load = commands[name ?? '']
  if (values.help) return say(usage, 0)
  if (!load) return say(usage, 64)
  const command = await load()
  return command(files, values)
}

/** Of many letters `--docx` names no file, but asks for files of that kind besides. */
const withoutValue = (args: string[]): string[] =>
  args.includes('--letters') ? args.map((arg) => (arg === '--docx' ? '--docx=' : arg)) : args

const say = (words: string, exit: number): number => {
  ;(exit === 0 ? process.stdout : process.stderr).write(`${words}\n`)
  return exit
}

/** What the person is told, and the exit status (those of sysexits.h). What nobody foresaw shows where it happened. */
const explain = (error: unknown): [words: string, exit: number] => {
  if (!(error instanceof Error)) return [String(error), 1]
  const { code = '', path = '', syscall = '' } = error as NodeJS.ErrnoException
  if (error instanceof Usage) return [`${error.message}\n\n${usage}`, 64]
  if (code.startsWith('ERR_PARSE_ARGS')) return [`Lệnh viết chưa đúng: ${error.message}\n\n${usage}`, 64]
  if (error instanceof StartTrouble) return [error.message, error.exit]
  if (/^(open|mkdir)$/.test(syscall) && code in notWritten)
    return [`Không ghi được ${path}: ${notWritten[code]}.`, 73]
  return [error.stack ?? error.message, 1]
}

/** Files that are read are asked for one by one and said as `Usage`; what is left is a place to write to. */
const notWritten: Record<string, string> = {
  EACCES: 'không có quyền ghi vào đây',
  EEXIST: 'đã có một tệp mang tên này',
  EISDIR: 'đây là một thư mục',
  ENOENT: 'chưa có thư mục này',
  ENOSPC: 'ổ đĩa đã đầy',
  ENOTDIR: 'một phần của đường dẫn là tệp, không phải thư mục',
  EPERM: 'không có quyền ghi vào đây',
  EROFS: 'ổ đĩa chỉ cho đọc',
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  const [words, exit] = explain(error)
  process.stderr.write(`${words}\n`)
  process.exitCode = exit
}
