/**
 * The objects of a PDF that our own typesetter wrote: a plain table of places, no object streams, no encryption (ISO 32000-1, 7.5). Enough to
 * take its pages over into another file; no reader for files of others.
 */
export interface PdfObject {
  /** From `<<` or `[` up to `stream` or `endobj`. */
  head: string
  stream: Uint8Array | null
}

export interface PdfPage {
  width: number
  height: number
  /** As it stands in the page: a dictionary, or a reference to one. */
  resources: string
  content: number
}

export interface PdfObjects {
  get(number: number): PdfObject
  pages: PdfPage[]
}

export const pdfObjects = (pdf: Uint8Array): PdfObjects => {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const places = placesOf(bytes)
  const get = (number: number): PdfObject => {
    const start = places[number]
    if (start === undefined) throw new RangeError(`the file has no object ${number}`)
    const end = bytes.indexOf('endobj', start)
    const opening = bytes.indexOf('stream\n', start)
    const begin = bytes.indexOf('obj', start) + 3
    if (opening < 0 || opening > end) return { head: bytes.toString('latin1', begin, end), stream: null }
    const head = bytes.toString('latin1', begin, opening)
    const length = Number(head.match(/\/Length (\d+)/)?.[1])
    return { head, stream: bytes.subarray(opening + 7, opening + 7 + length) }
  }
  const root = referenceIn(trailerOf(bytes), 'Root')
  const kids = get(referenceIn(get(root).head, 'Pages')).head.match(/\/Kids \[([^\]]*)\]/)?.[1] ?? ''
  const pages = Array.from(kids.matchAll(/(\d+) 0 R/g), ([, number]) => pageOf(get(Number(number)).head))
  return { get, pages }
}

const pageOf = (head: string): PdfPage => {
  const [, width, height] = head.match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/) ?? []
  return {
    width: Number(width),
    height: Number(height),
    resources: valueIn(head, '/Resources'),
    content: referenceIn(head, 'Contents'),
  }
}

/** A dictionary with all in it, or a reference. */
const valueIn = (head: string, name: string): string => {
  const start = head.indexOf(name) + name.length
  const rest = head.slice(start).trimStart()
  if (!rest.startsWith('<<')) return rest.match(/^\d+ 0 R/)?.[0] ?? '<< >>'
  let depth = 0
  for (let at = 0; at < rest.length; at++) {
    if (rest.startsWith('<<', at)) depth++
    else if (rest.startsWith('>>', at)) depth--
    else continue
    at++
    if (depth === 0) return rest.slice(0, at + 1)
  }
  throw new RangeError('a dictionary of the page does not end')
}

const referenceIn = (head: string, name: string): number => {
  const found = head.match(new RegExp(`/${name} (\\d+) 0 R`))?.[1]
  if (found === undefined) throw new RangeError(`no ${name} in the file`)
  return Number(found)
}

const trailerOf = (bytes: Buffer): string => bytes.toString('latin1', bytes.lastIndexOf('trailer'))

const placesOf = (bytes: Buffer): (number | undefined)[] => {
  const start = Number(trailerOf(bytes).match(/startxref\s+(\d+)/)?.[1])
  const lines = bytes.toString('latin1', start, bytes.lastIndexOf('trailer')).split('\n').slice(2)
  return lines.map((line) => (line.slice(17, 18) === 'n' ? Number(line.slice(0, 10)) : undefined))
}
