/**
 * Our PDF reader (bytes to text in reading order, structure, fields and places) beside unpdf's own extractText (bytes to
 * strings), on a dispatch of two pages. Rounds are interleaved, so both sides meet the same machine.
 */
import { extractText } from 'unpdf'
import { read } from '../packages/documents/src/read/read.ts'
import { buildDocx } from '../packages/documents/src/read/testing.ts'
import { writePdf } from '../packages/documents/src/write/write.ts'
import { compare } from './interleaved.ts'
import { dispatch } from './read-docx.ts'

const { tree } = await read(await buildDocx(dispatch(0)), 'a.docx')
if (tree === null) throw new Error('the dispatch of the comparison could not be read')
const pdf = await writePdf(tree)
await compare('Đọc .pdf có lớp chữ: Loa so với unpdf extractText', 'unpdf', 100, {
  ours: () => read(pdf, 'a.pdf'),
  // From bytes too, so that it opens and closes the file as ours does.
  peer: () => extractText(new Uint8Array(pdf), { mergePages: true }),
})
