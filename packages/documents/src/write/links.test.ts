import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { unzipSync } from 'fflate'
import { getDocumentProxy } from 'unpdf'
import { writeDocx } from './docx.ts'
import { previewSvg, writePdf } from './pdf.ts'
import { linkedReport, sampleReport } from './sample.ts'
import { pagesOf } from './testing.ts'
import { dropTypesetter } from './typst.ts'

after(dropTypesetter)
const tree = linkedReport(sampleReport)
const base = { linkBase: 'https://loa.example.vn' }

const addressesOf = async (pdf: Uint8Array) => {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const page = await document.getPage(1)
  return (await page.getAnnotations()).map(({ url }: { url?: string }) => url)
}
const partsOf = (docx: Uint8Array) => {
  const parts = unzipSync(docx)
  return (name: string) => new TextDecoder().decode(parts[name])
}

test('a figure leads to its evidence from the PDF and from the DOCX, in the text and in tables', async () => {
  const addresses = await addressesOf(await writePdf(tree, base))
  assert.deepEqual(
    [...new Set(addresses)],
    ['https://loa.example.vn/campaigns/3?figure=banner', 'https://loa.example.vn/campaigns/3?figure=car'],
  )
  const docx = await writeDocx(tree, base)
  assert.deepEqual(await writeDocx(tree, base), docx)
  const relations = partsOf(docx)('word/_rels/document.xml.rels')
  assert.match(relations, /Target="https:\/\/loa\.example\.vn\/campaigns\/3\?figure=banner"/)
  assert.match(relations, /figure=car/)
})

test('whoever lays a page out without an address gets no links, and the same words', async () => {
  assert.deepEqual(await addressesOf(await writePdf(tree)), [])
  assert.doesNotMatch(partsOf(await writeDocx(tree))('word/_rels/document.xml.rels'), /campaigns/)
  assert.deepEqual(await pagesOf(await writePdf(tree)), await pagesOf(await writePdf(tree, base)))
})

test('the preview keeps the paths, for whoever shows it', async () => {
  const [first = ''] = await previewSvg(tree)
  assert.match(first, /<a [^>]*href="\/campaigns\/3\?figure=banner"/)
})

test('a chart says everything it draws, is the same each time, and is a chart of the word processor', async () => {
  const pdf = await writePdf(tree, base)
  assert.deepEqual(await writePdf(tree, base), pdf)
  const text = (await pagesOf(pdf)).join(' ')
  for (const word of ['Xe tuyên truyền lưu động', 'Có minh chứng', 'Mới khai'])
    assert.ok(text.includes(word), word)
  const part = partsOf(await writeDocx(tree))
  assert.match(part('word/charts/chart1.xml'), /<c:v>60.5<\/c:v>/)
  assert.match(
    part('word/document.xml'),
    /descr="Kết quả so với kế hoạch \(%\): Cổ động trực quan: có minh chứng 80, mới khai 15; .*Màn hình LED: có minh chứng không có số liệu, mới khai 40\."/,
  )
  assert.match(part('[Content_Types].xml'), /word\/charts\/chart1\.xml/)
})
