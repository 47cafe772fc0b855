import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Act, acts, neverByStandIn, type Role, roles } from '@loa/contract/acts'
import { whyCodes } from '@loa/contract/roster'
import { actWords } from './acts.ts'
import { whyWords } from './why.ts'

test('every role and every act has words in both languages, and no two are the same', () => {
  for (const language of ['vi', 'en'] as const) {
    const words = actWords[language]
    assert.deepEqual(Object.keys(words.acts).sort(), Object.keys(acts).sort())
    assert.deepEqual(Object.keys(words.roles).sort(), [...roles].sort())
    for (const said of [Object.values(words.acts), Object.values(words.roles)]) {
      assert.ok(said.every((each) => each.trim().length > 1))
      assert.equal(new Set(said).size, said.length)
    }
  }
})

test('every answer to "why may I not" has a sentence in both languages, without gaps', () => {
  const told = {
    act: 'ký',
    unit: 'Sở',
    day: '22/5/2023',
    otherUnit: 'Trung tâm',
    who: 'Quân',
    roles: 'Lãnh đạo ký',
    state: '',
  }
  for (const language of ['vi', 'en'] as const)
    for (const code of whyCodes) {
      const said = whyWords[language].why[code](told)
      assert.match(said, /^\S.*\.$/)
      assert.doesNotMatch(said, /undefined|null|!| {2}/)
    }
})

const path = join(import.meta.dirname, '../../../../docs/roles.md')

test('docs/roles.md shows the table role × act as it decides (if not: LOA_WRITE_ROLES=1 npm test -- acts.test)', () => {
  const written = table()
  if (process.env.LOA_WRITE_ROLES) writeFileSync(path, written)
  assert.equal(readFileSync(path, 'utf8'), written)
})

const table = () => {
  const names = actWords.vi
  const rows = [
    ['Việc', ...roles.map((role) => names.roles[role])],
    ...(Object.keys(acts) as Act[]).map((act) => [
      `${names.acts[act]} (\`${act}\`)`,
      ...roles.map((role) => ((acts[act] as readonly Role[]).includes(role) ? '✓' : '')),
    ]),
  ]
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length))) ?? []
  const line = (cells: string[], fill = ' ') =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0, fill)).join(' | ')} |`
  const [head = [], ...body] = rows
  const drawn = [
    line(head),
    line(
      head.map(() => ''),
      '-',
    ),
    ...body.map((row) => line(row)),
  ]
  return `# Vai trò được làm gì

Written from \`packages/contract/src/acts.ts\` by a test; do not edit. A role counts in its unit and those below it, on its days.

${drawn.join('\n')}

Người trực thay không bao giờ: ${neverByStandIn.map((act) => names.acts[act].toLowerCase()).join('; ')}.
`
}
