import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentTree } from '../document.ts'
import { writeDocx } from '../write/docx.ts'
import { writePdf } from '../write/pdf.ts'
import { linkedReport, sampleLetter, sampleReport } from '../write/sample.ts'
import { check } from './check.ts'
import { samples } from './samples.ts'

const trees: Record<string, DocumentTree> = {
  ...samples,
  sampleLetter,
  sampleReport,
  linked: linkedReport(sampleReport),
  draft: { ...sampleLetter, number: null, code: null, date: null },
}

test('nothing that the writer makes is found fault with, as DOCX and as PDF', async () => {
  for (const [name, tree] of Object.entries(trees)) {
    const docx = await check(await writeDocx(tree), 'a.docx')
    assert.deepEqual([name, docx.findings], [name, []])
    const pdf = await check(await writePdf(tree), 'a.pdf')
    assert.deepEqual([name, pdf.findings], [name, []])
  }
})
