/** Our reader on the text of two pages: milliseconds, and how many times a second. */
import { read } from '../packages/documents/src/read/read.ts'
import { buildDocx } from '../packages/documents/src/read/testing.ts'
import { median } from './interleaved.ts'
import { dispatch } from './read-docx.ts'

const { tree } = await read(await buildDocx(dispatch(0)), 'a.docx')
if (tree === null) throw new Error('the dispatch of the comparison could not be read')
const bytes = new TextEncoder().encode(tree.text)
const times: number[] = []
for (let round = -200; round < 1000; round++) {
  const began = performance.now()
  await read(bytes, 'a.txt')
  if (round >= 0) times.push(performance.now() - began)
}
console.log(`  Đọc .txt hai trang (${tree.text.length} chữ): ${median(times).toFixed(2)} ms`)
