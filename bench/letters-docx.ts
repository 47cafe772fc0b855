/**
 * The same letter to many as DOCX: ours beside docxtemplater, which fills the name into a template that our writer made. Each letter of
 * docxtemplater is made as its documentation says: the template opened, filled, packed.
 */
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { sampleLetter } from '../packages/documents/src/write/sample.ts'
import { docxLetterWriter, writeDocx } from '../packages/documents/src/write/write.ts'
import { compare } from './interleaved.ts'

const units = Array.from({ length: 50 }, (_, at) => `Ủy ban nhân dân xã số ${at + 1} huyện Tứ Kỳ`)
const template = Buffer.from(await writeDocx({ ...sampleLetter, addressees: ['{name}'] }))

const filled = (name: string): Buffer => {
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true })
  document.render({ name })
  return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}
const textOf = (docx: Uint8Array): string => new PizZip(docx).file('word/document.xml')?.asText() ?? ''
const [first = ''] = units
for (const docx of [filled(first), docxLetterWriter(sampleLetter)({ addressee: first })])
  if (!textOf(docx).includes(first)) throw new Error('a letter lacks its name')

console.log('50 công văn DOCX: Loa so với docxtemplater')
await compare('50 letters, one after the other', 'docxtemplater', 15, {
  ours: async () => {
    const write = docxLetterWriter(sampleLetter)
    for (const addressee of units) write({ addressee })
  },
  peer: async () => {
    for (const name of units) filled(name)
  },
})
