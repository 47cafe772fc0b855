import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allRules } from './all-rules.ts'
import { check } from './check.ts'
import { makeFixture } from './fixtures.ts'

const found = async (bytes: Uint8Array): Promise<string[]> =>
  (await check(bytes, 'a.docx')).findings.map(({ rule }) => rule)

test('there are at least sixty rules, each with its own name, its words in two languages and a clause', () => {
  assert.ok(allRules.length >= 60, String(allRules.length))
  assert.equal(new Set(allRules.map(({ id }) => id)).size, allRules.length)
  for (const { id, clause, wrong, mend } of allRules)
    for (const words of [clause, wrong.vi, wrong.en, mend.vi, mend.en]) assert.ok(words.length > 3, id)
})

for (const rule of allRules)
  test(`${rule.id}: a document that keeps to it is not told, one that does not is`, async () => {
    const good = await makeFixture(rule.passing)
    assert.ok(!(await found(good)).includes(rule.id), 'passing')
    const bad = await check(await makeFixture(rule.failing), 'a.docx')
    const finding = bad.findings.find((each) => each.rule === rule.id)
    assert.ok(finding, `failing: only ${bad.findings.map((each) => each.rule).join(', ')}`)
    assert.doesNotMatch(finding.wrong.vi + finding.mend.vi + finding.wrong.en, /\{(?:found|wanted)\}/)
    if (finding.place?.start !== undefined)
      assert.ok(
        (finding.place.end ?? -1) >= finding.place.start &&
          (finding.place.end ?? 0) <= (bad.text ?? '').length,
      )
  })
