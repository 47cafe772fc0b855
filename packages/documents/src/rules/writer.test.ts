import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DocumentTree, documentTypes } from '../document.ts'
import { writeDocx } from '../write/docx.ts'
import { documentName } from '../write/names.ts'
import { writePdf } from '../write/pdf.ts'
import { linkedReport, sampleLetter, sampleReport } from '../write/sample.ts'
import { check } from './check.ts'
import { samples } from './samples.ts'
import { typeFacts } from './types.ts'

const trees: Record<string, DocumentTree> = {
  ...samples,
  sampleLetter,
  sampleReport,
  linked: linkedReport(sampleReport),
  draft: { ...sampleLetter, number: null, code: null, date: null },
}

/** One of each type that the writer knows, with what the decree asks of it. */
const ofEachType = documentTypes
  .filter((type) => type !== 'khac')
  .map((type): DocumentTree => {
    const facts = typeFacts.find(({ name }) => name === documentName(type))
    assert.ok(facts, type)
    const symbol = facts.abbreviation ? `${facts.abbreviation}-SVHTTDL` : 'SVHTTDL-QLVHGĐ'
    const addressees = facts.addressed === 'never' ? [] : sampleLetter.addressees
    const [, ...others] = sampleLetter.recipients
    const recipients = addressees.length > 0 ? sampleLetter.recipients : others
    return { ...sampleLetter, type, symbol, code: `705/${symbol}`, addressees, recipients }
  })

test('nothing that the writer makes is found fault with, as DOCX and as PDF', async () => {
  for (const [name, tree] of [
    ...Object.entries(trees),
    ...ofEachType.map((each) => [each.type, each] as const),
  ]) {
    const docx = await check(await writeDocx(tree), 'a.docx')
    assert.deepEqual([name, docx.findings], [name, []])
    const pdf = await check(await writePdf(tree), 'a.pdf')
    assert.deepEqual([name, pdf.findings], [name, []])
  }
})
