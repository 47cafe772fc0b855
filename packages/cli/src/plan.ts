import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { type DirectoryUnit, type Plan, parseUnitsCsv, plan } from '@loa/documents'
import { planDay } from '@loa/server/dispatches/plan-day'
import { today } from '@loa/server/time'
import { readFileOrSay } from './read.ts'
import { Usage, type Values, whereTyped } from './usage.ts'

const exampleUnits = join(import.meta.dirname, '../../../examples/hai-duong-2023/units.csv')

/** The department whose dispatch it is, unless `--home` names another unit of the list. */
const exampleHome = 'HD-SVHTTDL'

export const planCommand = async ([file]: string[], values: Values): Promise<number> => {
  if (!file) throw new Usage('Cần một tệp văn bản.')
  const { tree, messages } = await readFileOrSay(file)
  if (!tree) {
    process.stderr.write(`${messages.map((message) => message.text).join('\n')}\n`)
    return 65
  }
  const on =
    typeof values.on === 'string' ? dayOrSay(values.on) : planDay(tree, today(new Date().toISOString()))
  const units = await unitsFrom(values.units)
  const made = plan(tree, { on, units, home: typeof values.home === 'string' ? values.home : exampleHome })
  process.stdout.write(values.json ? `${JSON.stringify({ on, ...made }, null, 2)}\n` : inWords(made, on))
  return 0
}

const unitsFrom = async (path: string | boolean | undefined): Promise<DirectoryUnit[]> =>
  parseUnitsCsv(
    await readFile(typeof path === 'string' ? resolve(whereTyped(), path) : exampleUnits, 'utf8').catch(
      () => {
        throw new Usage(`Không mở được danh sách đơn vị ${String(path)}.`)
      },
    ),
  )

const dayOrSay = (day: string): string => {
  try {
    return Temporal.PlainDate.from(day).toString()
  } catch {
    throw new Usage('--on cần một ngày dạng 2023-05-22.')
  }
}

const inWords = (made: Plan, on: string): string =>
  [
    `Đơn vị của ngày ${on}`,
    ...made.addressees.map((each, index) => `Đ${index + 1} ${each.text} → ${each.units.length} đơn vị`),
    ...made.links.map((each, index) => `C${index + 1} ${each.code} ${each.date ?? ''} ${each.issuer ?? ''}`),
    ...made.topics.map((each, index) => `N${index + 1} ${each.text}`),
    ...made.forms.map((each, index) => `H${index + 1} ${each.form}: ${each.text}`),
    ...made.deadlines.map((each) => `Hạn ${each.date ?? '?'}: ${each.text}`),
    ...made.duties.map(
      (each) =>
        `${each.kind === 'report' ? 'Báo cáo' : 'Việc'}${each.who === null ? '' : ` (${each.who})`}: ${each.text}`,
    ),
    ...made.quantities.map((each) => `Số lượng ${each.value} ${each.unit}: ${each.what}`),
    ...made.money.map((each) => `Kinh phí ${each.amount}: ${each.text}`),
    ...made.attachments.map((each) => `Kèm theo: ${each.text}`),
    ...made.warnings.map((each) => `! ${each.text}`),
    '',
  ].join('\n')
