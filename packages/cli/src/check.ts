/** `loa check`: what in a document does not keep to Decree 30, where, by which clause, and how to mend it. */
import { readFile, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type CheckResult, type Finding, openChecker, type Severity } from '@loa/documents/rules'
import { Usage, type Values, whereTyped } from './usage.ts'

/** Exit status 0 when nothing is wrong in earnest, 1 when something is, 65 when the file cannot be read. */
export const checkCommand = async ([file]: string[], values: Values): Promise<number> => {
  if (!file) throw new Usage('Cần một tệp văn bản.')
  const bytes = await readFile(resolve(whereTyped(), file)).catch(() => {
    throw new Usage(`Không mở được tệp ${file}.`)
  })
  const checker = openChecker()
  try {
    if (typeof values.fix !== 'string') {
      const checked = await checker.check(bytes, basename(file))
      say(values.json ? shown(checked) : inWords(checked))
      return exitOf(checked)
    }
    const { checked, fixed } = await checker.fix(bytes, basename(file))
    if (fixed === null && checked.text !== null)
      throw new Usage('Chỉ sửa được tệp .docx gốc, không phải bản quét; bỏ --fix để soát tệp này.')
    if (fixed !== null) await writeFile(resolve(whereTyped(), values.fix), fixed.bytes)
    const done = fixed?.done ?? []
    say(values.json ? { ...shown(checked), fixed: done.map(plain) } : doneInWords(done) + inWords(checked))
    return exitOf(checked)
  } finally {
    await checker.close()
  }
}

const say = (what: string | object): void => {
  process.stdout.write(typeof what === 'string' ? what : `${JSON.stringify(what, null, 2)}\n`)
}

const exitOf = ({ text, findings }: CheckResult): number =>
  text === null ? 65 : findings.some(({ severity }) => severity === 'error') ? 1 : 0

/** Changes are for the program that makes them, not for who reads the list. */
const plain = ({ mends: _, ...finding }: Finding) => finding

const shown = ({ family, type, findings, messages }: CheckResult) => ({
  family,
  type,
  findings: findings.map(plain),
  messages,
})

const severities: [Severity, string][] = [
  ['error', 'Sai, thiếu'],
  ['warning', 'Sai thể thức'],
  ['info', 'Nên xem lại'],
]

const inWords = ({ text, type, findings, messages }: CheckResult): string => {
  if (text === null) return messages.map((message) => `${message.text}\n`).join('')
  if (findings.length === 0) return `${type ?? 'Văn bản'}: không thấy chỗ nào trái Nghị định 30.\n`
  const groups = severities.flatMap(([severity, name]) => {
    const own = findings.filter((finding) => finding.severity === severity)
    return own.length === 0 ? [] : [`${name} (${own.length})\n${own.map(line).join('')}`]
  })
  return groups.join('\n')
}

const line = ({ rule, clause, wrong, mend, place, fixable }: Finding): string => {
  const where = [
    place?.page ? `trang ${place.page}` : null,
    place?.paragraph ? `đoạn ${place.paragraph}` : null,
    place?.words ? `“${place.words}”` : null,
  ].filter((part) => part !== null)
  return [
    `  ${wrong.vi}`,
    where.length > 0 ? `      Tại: ${where.join(', ')}` : null,
    `      Sửa: ${mend.vi}${fixable ? ' (--fix sửa được)' : ''}`,
    `      Căn cứ: ${clause} [${rule}]\n`,
  ]
    .filter((part) => part !== null)
    .join('\n')
}

const doneInWords = (done: Finding[]): string =>
  done.length === 0
    ? 'Không có gì để sửa tự động.\n\n'
    : `Đã sửa (${done.length})\n${done.map(({ wrong, mend }) => `  ${wrong.vi} → ${mend.vi}\n`).join('')}\n`
