/**
 * One walk over an XML text: start tags, end tags and text, in order. No document types and no entities but the five of
 * XML itself, so nothing expands; depth is limited. Names come without their namespace prefix.
 */

/** `from` and `to`: where the tag stands in the text. An empty element is closed by the tag that opens it. */
export interface XmlHandler {
  open(name: string, attributes: string, from: number, to: number): void
  close(name: string, from: number, to: number): void
  text(text: string): void
}

export class XmlTrouble extends Error {}

const depthLimit = 512

export const walkXml = (xml: string, handler: XmlHandler): void => {
  let at = 0
  let depth = 0
  for (;;) {
    const tag = xml.indexOf('<', at)
    if (tag < 0) break
    if (tag > at && depth > 0) handler.text(xml.slice(at, tag))
    const second = xml.charCodeAt(tag + 1)
    if (second === 0x21) {
      at = skipMarkup(xml, tag, handler)
      continue
    }
    const end = tagEnd(xml, tag)
    if (second === 0x3f) {
      at = end + 1
      continue
    }
    if (second === 0x2f) {
      depth--
      handler.close(localName(xml, tag + 2, end), tag, end + 1)
    } else {
      const empty = xml.charCodeAt(end - 1) === 0x2f
      const stop = empty ? end - 1 : end
      const nameEnd = wordEnd(xml, tag + 1, stop)
      const name = localName(xml, tag + 1, nameEnd)
      if (++depth > depthLimit) throw new XmlTrouble('depth')
      handler.open(name, nameEnd < stop ? xml.slice(nameEnd, stop) : '', tag, end + 1)
      if (empty) {
        depth--
        handler.close(name, tag, end + 1)
      }
    }
    at = end + 1
  }
  if (depth !== 0) throw new XmlTrouble('cut off')
}

/** `>` inside an attribute's quotes does not end a tag. */
const tagEnd = (xml: string, tag: number): number => {
  let open = false
  let from = tag
  for (;;) {
    const end = xml.indexOf('>', from)
    if (end < 0) throw new XmlTrouble('cut off')
    // Most tags end right behind the closing quote of their last attribute.
    if (!open && closesValue(xml, xml.charCodeAt(end - 1) === 0x2f ? end - 2 : end - 1)) return end
    for (let i = from; i < end; i++) if (xml.charCodeAt(i) === 0x22) open = !open
    if (!open) return end
    from = end + 1
  }
}

const closesValue = (xml: string, at: number): boolean =>
  xml.charCodeAt(at) === 0x22 && xml.charCodeAt(at - 1) !== 0x3d

const skipMarkup = (xml: string, tag: number, handler: XmlHandler): number => {
  const [opening, closing] = xml.startsWith('<!--', tag)
    ? ['<!--', '-->']
    : xml.startsWith('<![CDATA[', tag)
      ? ['<![CDATA[', ']]>']
      : ['', '']
  if (opening === '') throw new XmlTrouble('document type')
  const end = xml.indexOf(closing, tag + opening.length)
  if (end < 0) throw new XmlTrouble('cut off')
  if (closing === ']]>') handler.text(xml.slice(tag + opening.length, end).replace(/&/g, '&amp;'))
  return end + closing.length
}

const wordEnd = (xml: string, from: number, to: number): number => {
  for (let i = from; i < to; i++) if (xml.charCodeAt(i) <= 0x20) return i
  return to
}

const localName = (xml: string, from: number, to: number): string => {
  let start = from
  let end = to
  for (let i = from; i < to; i++) {
    const code = xml.charCodeAt(i)
    if (code === 0x3a) start = i + 1
    else if (code <= 0x20) {
      end = i
      break
    }
  }
  return xml.slice(start, end)
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The five entities of XML and character numbers; any other stays as written. */
export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/g, (whole, hex, decimal, name) => {
        if (name !== undefined) return named[name] ?? whole
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
          ? String.fromCodePoint(code)
          : ''
      })
    : text

const endsName = (code: number): boolean => code <= 0x20 || code === 0x3a

/** The value of an attribute, by its name without prefix. */
export const attribute = (attributes: string, name: string): string | null => {
  let at = attributes.indexOf(`${name}="`)
  // The end of another name: "hAnsi" in "w:hAnsi" counts, "val" in "interval" does not.
  while (at > 0 && !endsName(attributes.charCodeAt(at - 1))) at = attributes.indexOf(`${name}="`, at + 1)
  if (at < 0) return null
  const start = at + name.length + 2
  const end = attributes.indexOf('"', start)
  return end < 0 ? null : unescapeXml(attributes.slice(start, end))
}
