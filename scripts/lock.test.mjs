import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { root } from './install.mjs'
import { missingFrom } from './lock.mjs'

test('the lock file is complete, so that npm ci takes it (if not: node scripts/lock.mjs)', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  assert.deepEqual(Object.keys(missingFrom(lock)), [])
})

test('an optional package that npm left out is named with its kind of machine, also beside the one that wants it', () => {
  const optionalDependencies = {
    '@x/linux-arm64-musl': '1.2.3',
    '@x/darwin-x64': '^1.0.0',
    '@x/there': '1.0.0',
  }
  const packages = {
    '': {},
    'node_modules/y': {},
    'node_modules/y/node_modules/x': { dev: true, optionalDependencies },
    'node_modules/y/node_modules/@x/there': { version: '1.0.0' },
  }
  assert.deepEqual(missingFrom({ packages }), {
    'node_modules/@x/linux-arm64-musl': {
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
    'node_modules/@x/darwin-x64': {
      version: '1.0.0',
      cpu: ['x64'],
      dev: true,
      optional: true,
      os: ['darwin'],
    },
  })
})
