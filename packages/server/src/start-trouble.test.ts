import assert from 'node:assert/strict'
import test from 'node:test'
import { databaseTrouble } from './database/embedded-trouble.ts'
import { folderTrouble, StartTrouble } from './start-trouble.ts'

test('a trouble is a sentence in Vietnamese and one in English, with a status that says who can help', () => {
  const trouble = new StartTrouble('port.busy', { vi: 'Cổng đang bận.', en: 'The port is busy.' })
  assert.equal(trouble.message, 'Cổng đang bận.\nThe port is busy.')
  assert.equal(trouble.exit, 75)
})

test('what the system says of a folder becomes a trouble, and what nobody can put right stays a bug', () => {
  const trouble = (code: string) => folderTrouble(Object.assign(new Error(code), { code }), '/data')?.code
  assert.deepEqual(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOENT'].map(trouble), [
    'data.no-right',
    'data.no-right',
    'data.no-right',
    'data.disk-full',
    'data.disk-full',
    undefined,
  ])
  assert.equal(folderTrouble('no error at all', '/data'), undefined)
})

test('the last words of PostgreSQL become one sentence', () => {
  const said = (output: string) => databaseTrouble(output, '/data')
  assert.equal(said('FATAL:  could not write: No space left on device').code, 'data.disk-full')
  assert.equal(said('FATAL:  could not open file: Permission denied').code, 'data.no-right')
  assert.match(said('LOG:  one\nFATAL:  two\nLOG:  three\n').message, /FATAL: {2}two$/)
  assert.match(said('').message, /no output$/)
})
