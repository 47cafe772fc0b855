import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const source = join(import.meta.dirname, '..')
const words = readFileSync(join(source, '../../web/src/words/events.ts'), 'utf8')

test('every kind of event that the server records has Vietnamese and English words', () => {
  const kinds = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('testing'))
    .flatMap((path) => [
      ...readFileSync(join(source, path), 'utf8').matchAll(/\bkind: '([a-z-]+\.[a-z0-9-]+)'/g),
    ])
    .map(([, kind = '']) => kind)
  assert.ok(kinds.length > 20)
  for (const kind of new Set(kinds)) assert.equal(words.split(`'${kind}':`).length, 3, kind)
})
