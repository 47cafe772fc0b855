/** Another reader's word for it: libxml2. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { pack } from './pack.ts'
import { anyMessage } from './testing/messages.ts'

const folder = mkdtempSync(join(tmpdir(), 'loa-edxml-'))
after(() => rmSync(folder, { recursive: true }))

test('xmllint finds every package well-formed', () => {
  const messages = fc.sample(anyMessage, { numRuns: 500, seed: 102 })
  const paths = messages.map((message, at) => {
    const path = join(folder, `${at}.edxml`)
    writeFileSync(path, pack(message, { zip: at % 2 === 0 }))
    return path
  })
  assert.equal(execFileSync('xmllint', ['--noout', '--nonet', ...paths], { encoding: 'utf8' }), '')
  // It would say so.
  writeFileSync(paths[1] ?? '', '<a>\u0001</a>')
  assert.throws(() => execFileSync('xmllint', ['--noout', paths[1] ?? ''], { stdio: 'pipe' }))
})
