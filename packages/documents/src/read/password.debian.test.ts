/** PDF files with passwords, as qpdf sets them. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { read } from './read.ts'

const folder = mkdtempSync(join(tmpdir(), 'loa-password-'))
after(() => rmSync(folder, { recursive: true }))
const original = join(import.meta.dirname, '../../test/fixtures/alcohol-control-pdf/input.pdf')
const locked = (user: string, owner: string): Uint8Array => {
  const path = join(folder, 'locked.pdf')
  execFileSync('qpdf', ['--encrypt', user, owner, '256', '--', original, path])
  return new Uint8Array(readFileSync(path))
}

test('a PDF that asks for a password to open is refused with that reason', async () => {
  const { tree, messages } = await read(locked('mo', 'chu'), 'a.pdf')
  assert.equal(tree, null)
  assert.deepEqual(
    messages.map(({ code }) => code),
    ['file.encrypted'],
  )
})

test('a PDF that only forbids printing or copying is read as anyone may read it', async () => {
  const { tree } = await read(locked('', 'chu'), 'a.pdf')
  assert.equal(tree?.code, '58/BTĐKT-NV')
})
