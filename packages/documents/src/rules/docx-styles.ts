/** The looks that a DOCX gives by its styles: document defaults, paragraph styles, character styles; ISO/IEC 29500-1, 17.7. */

import { isOn } from '../read/styles.ts'
import { attribute } from '../read/xml.ts'
import type { Face, ParagraphLook } from './look.ts'
import { childOf, parseXml, type XmlNode } from './xml-tree.ts'

export type ParagraphFace = Pick<ParagraphLook, 'align' | 'firstLine' | 'before' | 'after' | 'lines'>

export interface DocxStyles {
  paragraph: ParagraphFace
  face: Face
  /** By style: the elements pPr and rPr of it and of those it is based on, the base first. */
  chain(style: string | null): XmlNode[]
  defaultStyle: string | null
  themeFont(name: string): string | null
}

const emptyParagraph: ParagraphFace = { align: 'left', firstLine: 0, before: 0, after: 0, lines: 1 }
const emptyFace: Face = { font: 'Times New Roman', size: 10, bold: false, italic: false, colour: null }

export const readStyles = (xml: string | null, theme: string | null): DocxStyles => {
  const fonts = themeFonts(theme)
  const themeFont = (name: string) => (name.startsWith('major') ? fonts.major : fonts.minor)
  const styles = new Map<string, XmlNode>()
  let defaultStyle: string | null = null
  const root = xml === null ? undefined : childOf(parseXml(xml), 'styles')
  for (const style of root?.children ?? []) {
    if (style.name !== 'style') continue
    const id = attribute(style.attributes, 'styleId') ?? ''
    styles.set(id, style)
    const isDefault = /^(?:1|true|on)$/.test(attribute(style.attributes, 'default') ?? '')
    if (isDefault && attribute(style.attributes, 'type') === 'paragraph') defaultStyle = id
  }
  const defaults = childOf(root, 'docDefaults')
  const chain = (style: string | null): XmlNode[] => {
    const found: XmlNode[] = []
    let at = style === null ? undefined : styles.get(style)
    while (at !== undefined && found.length < 12) {
      found.unshift(at)
      const base = childOf(at, 'basedOn')
      at = base === undefined ? undefined : styles.get(attribute(base.attributes, 'val') ?? '')
    }
    return found
  }
  return {
    paragraph: paragraphFace(childOf(childOf(defaults, 'pPrDefault'), 'pPr'), emptyParagraph),
    face: runFace(childOf(childOf(defaults, 'rPrDefault'), 'rPr'), emptyFace, themeFont),
    chain,
    defaultStyle,
    themeFont,
  }
}

const themeFonts = (theme: string | null) => {
  const latin = (kind: string) =>
    new RegExp(`<a:${kind}Font>.{0,200}?<a:latin typeface="([^"]+)"`, 's').exec(theme ?? '')?.[1] ?? null
  return { major: latin('major'), minor: latin('minor') }
}

/** `base` with what a pPr says. Twentieths of a point become millimetres and points. */
export const paragraphFace = (properties: XmlNode | undefined, base: ParagraphFace): ParagraphFace => {
  if (properties === undefined) return base
  const face = { ...base }
  for (const { name, attributes } of properties.children) {
    if (name === 'jc') face.align = alignments[attribute(attributes, 'val') ?? ''] ?? 'left'
    else if (name === 'ind') {
      const first = attribute(attributes, 'firstLine')
      const hanging = attribute(attributes, 'hanging')
      if (hanging !== null) face.firstLine = -millimetres(hanging)
      else if (first !== null) face.firstLine = millimetres(first)
    } else if (name === 'spacing') spacing(attributes, face)
  }
  return face
}

const spacing = (attributes: string, face: ParagraphFace): void => {
  const before = attribute(attributes, 'before')
  const after = attribute(attributes, 'after')
  const line = attribute(attributes, 'line')
  const rule = attribute(attributes, 'lineRule') ?? 'auto'
  if (before !== null) face.before = Number(before) / 20
  if (after !== null) face.after = Number(after) / 20
  // What Word does by itself for web pages is far more than the least that is asked.
  if (isTrue(attribute(attributes, 'beforeAutospacing'))) face.before = 14
  if (isTrue(attribute(attributes, 'afterAutospacing'))) face.after = 14
  if (line !== null) face.lines = rule === 'auto' ? Number(line) / 240 : null
}

const isTrue = (value: string | null): boolean => value === '1' || value === 'true' || value === 'on'

export const runFace = (
  properties: XmlNode | undefined,
  base: Face,
  themeFont: (name: string) => string | null,
): Face => {
  if (properties === undefined) return base
  const face = { ...base }
  for (const { name, attributes } of properties.children) {
    if (name === 'b') face.bold = isOn(attributes)
    else if (name === 'i') face.italic = isOn(attributes)
    else if (name === 'sz') face.size = Number(attribute(attributes, 'val')) / 2 || face.size
    else if (name === 'color') {
      const value = attribute(attributes, 'val') ?? 'auto'
      face.colour = /^[0-9a-f]{6}$/i.test(value) ? value.toUpperCase() : null
    } else if (name === 'rFonts') {
      const theme = attribute(attributes, 'asciiTheme') ?? attribute(attributes, 'hAnsiTheme')
      const own = attribute(attributes, 'ascii') ?? attribute(attributes, 'hAnsi')
      face.font = (theme === null ? own : (themeFont(theme) ?? own)) ?? face.font
    }
  }
  return face
}

const millimetres = (twips: string): number => Math.round((Number(twips) / 1440) * 2540) / 100 || 0

const alignments: Record<string, ParagraphFace['align']> = {
  both: 'both',
  distribute: 'both',
  thaiDistribute: 'both',
  center: 'center',
  right: 'right',
  end: 'right',
  left: 'left',
  start: 'left',
}
