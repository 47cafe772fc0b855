import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemStatus } from '@loa/contract/problem'
import { problemWords } from './problems.ts'

test('every problem code has words in both languages: what happened, and what to do now', () => {
  for (const language of ['vi', 'en'] as const)
    for (const code of Object.keys(problemStatus) as (keyof typeof problemStatus)[]) {
      const said = problemWords[language][code]
      assert.ok(said?.what && said.now, `${language} ${code}`)
      assert.ok(!/vui lòng|!/i.test(said.what + said.now), `${language} ${code}`)
    }
})
