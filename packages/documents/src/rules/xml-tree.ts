/**
 * An XML part as a tree that knows where each element stands in the text, so that a change can be written into the text and
 * everything else stays byte for byte as it was.
 */
import { walkXml, XmlTrouble } from '../read/xml.ts'

export interface XmlNode {
  /** Without its prefix. */
  name: string
  /** With it. */
  tag: string
  attributes: string
  children: XmlNode[]
  parent: XmlNode | null
  /** Of the whole element, and of what is between its tags. */
  start: number
  end: number
  inner: number
  innerEnd: number
}

/** @throws XmlTrouble for what is not well-formed */
export const parseXml = (xml: string): XmlNode => {
  const root = node('', '', '', null, 0, 0)
  let open = root
  walkXml(xml, {
    open(name, attributes, from, to) {
      const stop = to - (xml.charCodeAt(to - 2) === 0x2f ? 2 : 1)
      const made = node(name, xml.slice(from + 1, stop - attributes.length), attributes, open, from, to)
      open.children.push(made)
      open = made
    },
    close(name, from, to) {
      if (open.name !== name || open.parent === null) throw new XmlTrouble('cut off')
      // An empty element has no tag of its own to close it.
      if (from !== open.start) open.innerEnd = from
      open.end = to
      open = open.parent
    },
    text: () => {},
  })
  root.end = xml.length
  root.innerEnd = xml.length
  return root
}

const node = (
  name: string,
  tag: string,
  attributes: string,
  parent: XmlNode | null,
  start: number,
  end: number,
): XmlNode => ({ name, tag, attributes, children: [], parent, start, end, inner: end, innerEnd: end })

export const childOf = (parent: XmlNode | undefined, name: string): XmlNode | undefined =>
  parent?.children.find((child) => child.name === name)

/** All below an element with such a name, in the order of the text. */
export const below = (parent: XmlNode, name: string): XmlNode[] =>
  parent.children.flatMap((child) => [...(child.name === name ? [child] : []), ...below(child, name)])

export interface Splice {
  from: number
  to: number
  with: string
}

/** The text with its changes; of two that overlap the first holds. */
export const spliced = (text: string, splices: Splice[]): string => {
  let out = ''
  let at = 0
  for (const { from, to, with: words } of [...splices].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < at) continue
    out += text.slice(at, from) + words
    at = to
  }
  return out + text.slice(at)
}
