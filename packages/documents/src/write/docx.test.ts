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
  assert.match(
    (await partsOf(sampleReport))('word/styles.xml'),
    /w:val="Nội dung"\/>.*?<w:ind w:firstLine="720"\/><w:jc w:val="both"\/>/,
  )
  assert.match(document, /<w:tblHeader\/>/)
})

test('boxes have styles, parts are headings, markers are lists that count on', async () => {
  const part = await partsOf(sampleReport)
  const document = part('word/document.xml')
  for (const style of [
    'QuocHieu',
    'SoKyHieu',
    'TenLoai',
    'KinhGui',
    'CanCu',
    'Heading2',
    'QuyenHanChucVu',
    'NoiNhanMuc',
  ])
    assert.match(document, new RegExp(`<w:pStyle w:val="${style}"/>`), style)
  const used = new Set(Array.from(document.matchAll(/<w:pStyle w:val="(\w+)"/g), ([, id]) => id))
  for (const id of used) assert.match(part('word/styles.xml'), new RegExp(`w:styleId="${id}"`), String(id))
  const sections = document.match(
    /Heading2"\/><w:keepNext\/><w:numPr><w:ilvl w:val="0"\/><w:numId w:val="1"\/>/g,
  )
  assert.equal(sections?.length, 3)
  assert.match(part('word/numbering.xml'), /upperRoman.*w:lvlText w:val="%1\."/)
  assert.match(document, /15\/KH<\/w:t><w:noBreakHyphen\/>/, 'a number and symbol is not broken')
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
