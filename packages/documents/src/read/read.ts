/** Reads a file into a document tree: what it is, then its text and lines, then its fields. */
import type { Message, ReadResult } from '../document.ts'
import { readDispatch } from './dispatch.ts'
import { readDoc } from './doc/doc.ts'
import { DocTrouble } from './doc/doc-trouble.ts'
import { OleTrouble } from './doc/ole.ts'
import { readDocx } from './docx.ts'
import type { ReadText } from './lines.ts'
import { type ReadMessageCode, say } from './messages.ts'
import { PdfTrouble } from './pdf-trouble.ts'
import { lowered } from './scan/certainty.ts'
import { PictureTrouble } from './scan/picture-trouble.ts'
import { Scanner, type ScanOptions } from './scan/scanner.ts'
import { type Kind, sniff } from './sniff.ts'
import { decodeText, readTxt } from './txt.ts'
import { XmlTrouble } from './xml.ts'
import { declaresBomb, ZipTrouble } from './zip.ts'

const sizeLimit = 50 * 1024 * 1024
/** A dispatch of this many characters is hundreds of pages; what comes after is annex. */
const textLimit = 2_000_000

export interface ReadOptions {
  scan?: ScanOptions
}

/**
 * Reads one file. Never throws for what the file says: `tree` is null when nothing could be read, and `messages` tell why,
 * each with a word code and one plain Vietnamese sentence.
 */
export const read = async (
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<ReadResult> => {
  if (bytes.length === 0) return failed('file.empty')
  if (bytes.length > sizeLimit) return failed('file.too-large')
  const kind = sniff(bytes)
  const scanner = new Scanner(options.scan ?? {})
  try {
    const text = await textOf(kind, bytes, scanner)
    if ('code' in text) return { tree: null, messages: [text], layout: null }
    if (text.text.trim() === '') return failed(blankCode(kind, scanner))
    const messages: Message[] = []
    if (endingDiffers(name, kind)) messages.push(say('file.ending-differs'))
    if (scanner.read > 0) messages.push(say('file.scanned'))
    if (scanner.isCut) messages.push(say('file.scan-cut', { page: scanner.read + 1 }))
    const short = limited(text, messages)
    const { tree, messages: remarks } = readDispatch(short)
    if (tree !== null) tree.sources = lowered(tree.sources, short.certainties)
    return { tree, messages: [...messages, ...remarks], layout: short.layout }
  } catch (trouble) {
    return failed(codeOf(trouble))
  } finally {
    await scanner.close()
  }
}

const failed = (code: ReadMessageCode): ReadResult => ({ tree: null, messages: [say(code)], layout: null })

/** Why there are no words; a file that is a picture never says that it is empty. */
const blankCode = (kind: Kind, scanner: Scanner): ReadMessageCode => {
  if (kind.kind !== 'pdf' && kind.kind !== 'picture') return 'file.empty'
  if (scanner.hasNoEngine) return 'file.no-engine'
  if (scanner.isPacked) return 'file.packed-pictures'
  return scanner.isCut ? 'file.too-slow' : 'file.no-text'
}

/** @throws what is no trouble of the file */
const codeOf = (trouble: unknown): ReadMessageCode => {
  if (trouble instanceof ZipTrouble) return trouble.reason === 'zip-bomb' ? 'file.zip-bomb' : 'file.damaged'
  if (trouble instanceof XmlTrouble || trouble instanceof OleTrouble) return 'file.damaged'
  if (trouble instanceof DocTrouble) return trouble.reason === 'encrypted' ? 'file.encrypted' : 'file.damaged'
  if (trouble instanceof PdfTrouble || trouble instanceof PictureTrouble) return trouble.code
  throw trouble
}

const textOf = async (kind: Kind, bytes: Uint8Array, scanner: Scanner): Promise<ReadText | Message> => {
  switch (kind.kind) {
    case 'docx':
      if (kind.entries.get('word/document.xml')?.encrypted) return say('file.encrypted')
      if (declaresBomb(kind.entries)) return say('file.zip-bomb')
      return readDocx(bytes, kind.entries)
    case 'pdf': {
      // Its library and the one that opens pictures are large: loaded with the first such file.
      const { readPdf } = await import('./pdf.ts')
      return await readPdf(bytes, scanner)
    }
    case 'picture': {
      const { readPicture } = await import('./scan/picture.ts')
      return await readPicture(bytes, scanner)
    }
    case 'txt':
      return readTxt(decodeText(bytes))
    case 'doc':
      return readDoc(bytes)
    case 'encrypted-office':
      return say('file.encrypted')
    case 'damaged':
      return say('file.damaged')
    case 'other':
      return say(
        'file.wrong-type',
        null,
        `Đây là ${kind.what}, không phải văn bản; hãy dùng .docx, .doc, .pdf, .txt hoặc ảnh quét.`,
      )
  }
}

const endings: Record<string, string[]> = {
  docx: ['docx', 'docm', 'dotx'],
  doc: ['doc', 'dot'],
  pdf: ['pdf'],
  txt: ['txt', 'text', 'md'],
  jpeg: ['jpg', 'jpeg', 'jfif'],
  png: ['png'],
  tiff: ['tif', 'tiff'],
}

const endingDiffers = (name: string, kind: Kind): boolean => {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase()
  if (ending === undefined) return false
  const usual = endings[kind.kind === 'picture' ? kind.format : kind.kind] ?? []
  return !usual.includes(ending)
}

const limited = (read: ReadText, messages: Message[]): ReadText => {
  if (read.text.length <= textLimit) return read
  messages.push(say('document.too-long'))
  const text = read.text.slice(0, textLimit)
  return {
    ...read,
    text,
    lines: read.lines.filter((line) => line.end <= textLimit),
    marks: read.marks.filter((mark) => mark.end <= textLimit),
  }
}
