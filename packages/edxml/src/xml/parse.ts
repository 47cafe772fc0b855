/**
 * XML → elements by their local names, with the place of each. No document types, no entities but the five of XML itself, so
 * nothing expands and nothing is fetched. Prefixes are cut off without being looked up: real packages use one that is not
 * declared, and all names are of one namespace.
 */
import type { NoteCode } from '../message.ts'

export interface Element {
  name: string
  attributes: Map<string, string>
  children: Element[]
  text: string
  /** Offset of its `<` in the text. */
  at: number
}

export class XmlTrouble extends Error {
  readonly code: NoteCode
  readonly at: number
  constructor(code: NoteCode, at: number) {
    super(code)
    this.code = code
    this.at = at
  }
}

export interface XmlLimits {
  depth: number
  elements: number
}

/**
 * The elements at the top, normally one.
 * @throws XmlTrouble with the place, for anything that is not well-formed
 */
export const parseXml = (xml: string, limits: XmlLimits): Element[] => {
  const top: Element = { name: '', attributes: new Map(), children: [], text: '', at: 0 }
  const open: { element: Element; tag: string }[] = []
  let inner = top
  let count = 0
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    const textEnd = tag < 0 ? xml.length : tag
    if (textEnd > at) addText(inner, top, unescaped(xml.slice(at, textEnd), at), at)
    if (tag < 0) break
    if (xml.startsWith('<!--', tag)) at = after(xml, '-->', tag, 4)
    else if (xml.startsWith('<![CDATA[', tag)) {
      const end = after(xml, ']]>', tag, 9)
      addText(inner, top, xml.slice(tag + 9, end - 3), tag)
      at = end
    } else if (xml.startsWith('<!', tag))
      throw new XmlTrouble(
        /^<!DOCTYPE/i.test(xml.slice(tag, tag + 9)) ? 'xml.document-type' : 'xml.malformed',
        tag,
      )
    else if (xml.startsWith('<?', tag)) at = after(xml, '?>', tag, 2)
    else if (xml.startsWith('</', tag)) {
      const end = after(xml, '>', tag, 2)
      const last = open.pop()
      if (!last || xml.slice(tag + 2, end - 1).trimEnd() !== last.tag)
        throw new XmlTrouble('xml.malformed', tag)
      inner = open.at(-1)?.element ?? top
      at = end
    } else {
      const { element, name, empty, end } = startTag(xml, tag)
      if (++count > limits.elements) throw new XmlTrouble('xml.too-many', tag)
      if (open.length >= limits.depth) throw new XmlTrouble('xml.too-deep', tag)
      inner.children.push(element)
      if (!empty) {
        open.push({ element, tag: name })
        inner = element
      }
      at = end
    }
  }
  const last = open.at(-1)
  if (last) throw new XmlTrouble('xml.malformed', last.element.at)
  return top.children
}

const addText = (inner: Element, top: Element, text: string, at: number): void => {
  if (inner !== top) inner.text = inner.text === '' ? text : inner.text + text
  else if (text.trim() !== '') throw new XmlTrouble('xml.malformed', at)
}

const after = (xml: string, closing: string, tag: number, skip: number): number => {
  const end = xml.indexOf(closing, tag + skip)
  if (end < 0) throw new XmlTrouble('xml.malformed', tag)
  return end + closing.length
}

const namePattern = /[\p{L}_][\p{L}\p{N}\p{M}_.:-]*/uy
const attributePattern = /\s+([\p{L}_][\p{L}\p{N}\p{M}_.:-]*)\s*=\s*(?:"([^<"]*)"|'([^<']*)')/uy
const tagEndPattern = /\s*(\/?)>/y
const attributesMost = 64

const startTag = (xml: string, tag: number) => {
  namePattern.lastIndex = tag + 1
  const name = namePattern.exec(xml)?.[0]
  if (name === undefined) throw new XmlTrouble('xml.malformed', tag)
  let at = namePattern.lastIndex
  const attributes = new Map<string, string>()
  for (let count = 0; ; count++) {
    attributePattern.lastIndex = at
    const found = attributePattern.exec(xml)
    if (!found) break
    if (count >= attributesMost) throw new XmlTrouble('xml.too-many', tag)
    attributes.set(localName(found[1] ?? ''), unescaped(found[2] ?? found[3] ?? '', at))
    at = attributePattern.lastIndex
  }
  tagEndPattern.lastIndex = at
  const ending = tagEndPattern.exec(xml)
  if (!ending) throw new XmlTrouble('xml.malformed', at)
  const element: Element = { name: localName(name), attributes, children: [], text: '', at: tag }
  return { element, name, empty: ending[1] === '/', end: tagEndPattern.lastIndex }
}

const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1)

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Line ends become one character, as XML says; written ones (`&#13;`) stay. */
const unescaped = (raw: string, at: number): string => {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6});|#(\d{1,7});|([a-zA-Z]\w*);)?/g,
    (_whole, hex, decimal, name, offset) => {
      if (name !== undefined) {
        const character = named[name]
        if (character === undefined) throw new XmlTrouble('xml.entity', at + offset)
        return character
      }
      const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
      if (!(code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)))
        throw new XmlTrouble('xml.malformed', at + offset)
      return String.fromCodePoint(code)
    },
  )
}
