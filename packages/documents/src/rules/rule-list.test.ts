import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { ruleList } from './rule-list.ts'

const file = join(import.meta.dirname, '../../../../docs/decree-30-rules.md')

test('docs/decree-30-rules.md is what the rules say', () => {
  if (process.env.LOA_WRITE_RULES) writeFileSync(file, ruleList())
  assert.equal(readFileSync(file, 'utf8'), ruleList(), 'LOA_WRITE_RULES=1 npm test -- rule-list')
})
