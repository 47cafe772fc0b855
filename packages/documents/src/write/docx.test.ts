import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { writeDocx } from './docx.ts'
import { sampleLetter, sampleReport } from './sample.ts'
import { missingInOrder } from './testing.ts'

const partsOf = async (tree: typeof sampleLetter) => {
  const parts = unzipSync(await writeDocx(tree))
  return (name: string) => new TextDecoder().decode(parts[name])
}

test('the DOCX holds the same words in the same order', async () => {
  const document = (await partsOf(sampleReport))('word/document.xml')
  const text = document.replace(/<w:br\/>|<\/w:p>/g, ' ').replace(/<[^>]+>/g, '')
  const parts = [
    'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
    'BÁO CÁO',
    'Kính gửi: Ban An toàn',
    'Nơi nhận:',
    'Phụ lục I',
    'Phụ lục II',
  ]
  assert.equal(missingInOrder(text.replace(/ +/g, ' '), parts), null)
})

test('margins, sizes and the restart of page numbers follow the decree', async () => {
  const document = (await partsOf(sampleReport))('word/document.xml')
  const sections = document.match(/<w:sectPr>.*?<\/w:sectPr>/g) ?? []
  assert.equal(sections.length, 3)
  for (const section of sections) {
    assert.match(section, /w:top="1134" w:right="851" w:bottom="1134" w:left="1701"/)
    assert.match(section, /<w:pgNumType w:start="1"\/>/)
    assert.match(section, /<w:titlePg\/>/)
  }
  assert.deepEqual(
    sections.map((section) => /orient="landscape"/.test(section)),
    [false, true, false],
  )
  assert.match(document, /w:firstLine="720"/)
  assert.match(document, /<w:tblHeader\/>/)
})

test('the mark stands in the head of the first page and of the others', async () => {
  const part = await partsOf(sampleReport)
  assert.match(part('word/header1.xml') + part('word/header2.xml'), /MÔ PHỎNG.*MÔ PHỎNG/s)
})

test('the same tree gives the same bytes, and no time of day is written', async () => {
  const first = await writeDocx(sampleLetter)
  await new Promise((resolve) => setTimeout(resolve, 1100))
  assert.deepEqual(await writeDocx(sampleLetter), first)
  assert.ok(!(await partsOf(sampleLetter))('docProps/core.xml').includes('dcterms'))
})
