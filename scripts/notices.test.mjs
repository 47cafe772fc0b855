import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { root } from './install.mjs'
import { noticesNow, noticesPath, tableOf } from './notices.mjs'

test('the notices name every package that runs (if not: node scripts/notices.mjs)', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const notices = readFileSync(noticesPath, 'utf8')
  assert.equal(notices, noticesNow(notices, lock))
})

test('packages for one kind of machine are one line; those for development are none', () => {
  const packages = {
    '': {},
    'node_modules/@loa/web': { link: true },
    'node_modules/vite': { version: '1.0.0', license: 'MIT', dev: true },
    'node_modules/@x/y-linux-x64': { version: '2.0.0', os: ['linux'], cpu: ['x64'], license: 'MIT' },
    'node_modules/@x/y-darwin-arm64': { version: '2.0.0', os: ['darwin'], cpu: ['arm64'] },
    'node_modules/z/node_modules/a': { version: '3.0.0', license: 'ISC' },
  }
  assert.deepEqual(tableOf({ packages }).split('\n'), [
    '| package | version | licence |',
    '| ------- | ------- | ------- |',
    '| @x/y-*  | 2.0.0   | MIT     |',
    '| a       | 3.0.0   | ISC     |',
  ])
})
