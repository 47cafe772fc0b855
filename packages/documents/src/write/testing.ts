import { inflateSync } from 'node:zlib'
import { extractText, getDocumentProxy } from 'unpdf'

/** For the tests: the text of each page of a PDF on one line, or with what stands between its lines. */
export const pagesOf = async (pdf: Uint8Array, between = ' '): Promise<string[]> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
  return text.map((page) =>
    page
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean)
      .join(between),
  )
}

/** The letters of each line of the first page with where it begins, to half a point; however a file cuts its lines into pieces. */
export const placesOf = async (pdf: Uint8Array): Promise<string[]> => {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const { items } = await (await document.getPage(1)).getTextContent()
  const lines = new Map<number, { x: number; text: string }[]>()
  for (const item of items) {
    if (!('str' in item) || !item.str.trim()) continue
    const y = Math.round(item.transform[5] * 2) / 2
    lines.set(y, [...(lines.get(y) ?? []), { x: item.transform[4], text: item.str }])
  }
  return Array.from(lines, ([y, parts]) => {
    const line = parts.toSorted((a, b) => a.x - b.x)
    const words = line.map(({ text }) => text.replace(/\s/g, '')).join('')
    return `${words} ${Math.round((line[0]?.x ?? 0) * 2) / 2},${y}`
  }).sort()
}

/** The sizes of the pages in millimetres. */
export const pageSizes = async (pdf: Uint8Array): Promise<string[]> => {
  const document = await getDocumentProxy(new Uint8Array(pdf))
  const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1)
  const pages = await Promise.all(numbers.map((number) => document.getPage(number)))
  return pages.map(({ view }) =>
    [view[2], view[3]].map((points) => Math.round(((points ?? 0) * 25.4) / 72)).join('×'),
  )
}

/** The fonts named in a PDF, without the tag of the subset. */
export const fontsOf = (pdf: Uint8Array): string[] => {
  const names = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/FontName \/(?:[A-Z]{6}\+)?([\w-]+)/g)
  return [...new Set(Array.from(names, ([, name = '']) => name))].sort()
}

/** That the texts stand in this order; names the first that does not. */
export const missingInOrder = (text: string, parts: string[]): string | null => {
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at < 0) return part
    from = at + part.length
  }
  return null
}

/** The part and level of PDF/A that a file claims in its metadata, such as `2A`; null where it claims none. */
export const standardOf = (pdf: Uint8Array): string | null => {
  for (const stream of streamsOf(pdf)) {
    const [, part, level] = stream.match(/<pdfaid:part>(\d)<.*?<pdfaid:conformance>(\w)</s) ?? []
    if (part && level) return part + level
  }
  return null
}

/** The streams of a PDF, unpacked where they are packed. */
const streamsOf = function* (pdf: Uint8Array): Generator<string> {
  const bytes = Buffer.from(pdf)
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 7)) {
    const end = bytes.indexOf('\nendstream', at)
    const packed = bytes.subarray(at + 7, end)
    if (packed[0] === 0x78) yield inflateSync(packed).toString('utf8')
    else if (end > at) yield packed.toString('utf8')
  }
}
