/** Reads a file into a document tree: what it is, then its text and lines, then its fields. */
import type { Message, ReadResult } from '../document.ts'
import { readDispatch } from './dispatch.ts'
import { readDoc } from './doc/doc.ts'
import { DocTrouble } from './doc/doc-trouble.ts'
import { OleTrouble } from './doc/ole.ts'
import { readDocx } from './docx.ts'
import type { ReadText } from './lines.ts'
import { say } from './messages.ts'
import { PdfTrouble, readPdf } from './pdf.ts'
import { type Kind, sniff } from './sniff.ts'
import { decodeText, readTxt } from './txt.ts'
import { XmlTrouble } from './xml.ts'
import { declaresBomb, ZipTrouble } from './zip.ts'

const sizeLimit = 50 * 1024 * 1024
/** A dispatch of this many characters is hundreds of pages; what comes after is annex. */
const textLimit = 2_000_000

/**
 * Reads one file. Never throws for what the file says: `tree` is null when nothing could be read, and `messages` tell why,
 * each with a word code and one plain Vietnamese sentence.
 */
export const read = async (bytes: Uint8Array, name: string): Promise<ReadResult> => {
  const messages: Message[] = []
  if (bytes.length === 0) return failed('file.empty')
  if (bytes.length > sizeLimit) return failed('file.too-large')
  const kind = sniff(bytes)
  try {
    const text = await textOf(kind, bytes)
    if ('code' in text) return { tree: null, messages: [text] }
    if (endingDiffers(name, kind)) messages.push(say('file.ending-differs'))
    if (text.text.trim() === '') return failed(kind.kind === 'pdf' ? 'file.no-text' : 'file.empty')
    const short = limited(text, messages)
    const result = readDispatch(short)
    return { tree: result.tree, messages: [...messages, ...result.messages] }
  } catch (trouble) {
    if (trouble instanceof ZipTrouble)
      return failed(trouble.reason === 'zip-bomb' ? 'file.zip-bomb' : 'file.damaged')
    if (trouble instanceof XmlTrouble || trouble instanceof OleTrouble) return failed('file.damaged')
    if (trouble instanceof DocTrouble)
      return failed(trouble.reason === 'encrypted' ? 'file.encrypted' : 'file.damaged')
    if (trouble instanceof PdfTrouble) return failed(trouble.code)
    throw trouble
  }
}

const failed = (code: Parameters<typeof say>[0]): ReadResult => ({ tree: null, messages: [say(code)] })

const textOf = async (kind: Kind, bytes: Uint8Array): Promise<ReadText | Message> => {
  switch (kind.kind) {
    case 'docx':
      if (kind.entries.get('word/document.xml')?.encrypted) return say('file.encrypted')
      if (declaresBomb(kind.entries)) return say('file.zip-bomb')
      return readDocx(bytes, kind.entries)
    case 'pdf':
      return await readPdf(bytes)
    case 'txt':
      return readTxt(decodeText(bytes))
    case 'doc':
      return readDoc(bytes)
    case 'encrypted-office':
      return say('file.encrypted')
    case 'damaged-zip':
      return say('file.damaged')
    case 'other':
      return say(
        'file.wrong-type',
        null,
        `Đây là ${kind.what}, không phải văn bản; hãy dùng .docx, .doc, .pdf hoặc .txt.`,
      )
  }
}

const endingDiffers = (name: string, kind: Kind): boolean => {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === undefined) return false
  const usual =
    kind.kind === 'docx'
      ? ['docx', 'docm', 'dotx']
      : kind.kind === 'doc'
        ? ['doc', 'dot']
        : kind.kind === 'pdf'
          ? ['pdf']
          : ['txt', 'text', 'md']
  return !usual.includes(ending)
}

const limited = (read: ReadText, messages: Message[]): ReadText => {
  if (read.text.length <= textLimit) return read
  messages.push(say('document.too-long'))
  const text = read.text.slice(0, textLimit)
  return {
    text,
    lines: read.lines.filter((line) => line.end <= textLimit),
    marks: read.marks.filter((mark) => mark.end <= textLimit),
  }
}
