/** Paper, margins and page numbers of a DOCX changed: words of its sections, and its headers. */
import { attribute } from '../read/xml.ts'
import type { DocxLook } from './docx-look.ts'
import type { DocxParts } from './docx-parts.ts'
import { merged, prefixOf, propertySplices, runElements } from './docx-properties.ts'
import type { SheetSet } from './rule.ts'
import { below, childOf, parseXml, type Splice, spliced, type XmlNode } from './xml-tree.ts'

const twips = (millimetres: number): string => String(Math.round((millimetres * 1440) / 25.4))

export const sheetSplices = (set: SheetSet, root: XmlNode, taken: Set<XmlNode>): Splice[] =>
  below(root, 'sectPr').flatMap((section): Splice[] => {
    const name = set.a4 ? 'pgSz' : 'pgMar'
    const node = childOf(section, name)
    const size = childOf(section, 'pgSz')?.attributes ?? ''
    const across = Number(attribute(size, 'w') ?? 0) > Number(attribute(size, 'h') ?? 1)
    if (node === undefined || taken.has(node) || (across && !set.a4)) return []
    taken.add(node)
    const [width, height] = across ? ['16838', '11906'] : ['11906', '16838']
    const values = set.a4
      ? { w: width, h: height, code: null }
      : Object.fromEntries(
          Object.entries(set.margins ?? {}).flatMap(([side, value]) =>
            isMarginWrong(node, side, value) ? [[side, twips(value)]] : [],
          ),
        )
    if (Object.keys(values).length === 0) return []
    const attributes = merged(node, values).replace(/(^| )(\w+=)/g, `$1${prefixOf(node)}$2`)
    return [{ from: node.start, to: node.end, with: `<${node.tag} ${attributes}/>` }]
  })

/** Sections that keep to the decree stay as they are. */
const isMarginWrong = (node: XmlNode, side: string, least: number): boolean => {
  const own = (Math.abs(Number(attribute(node.attributes, side) ?? 0)) / 1440) * 25.4
  return Math.abs(own - least) > 0.3 && (own < least - 0.3 || own > least + 5.3)
}

/** Page numbers stand in parts of their own; "not on the first page" is a word of the section. */
export const changeNumbers = (
  set: { size?: number; upright?: true; centred?: true; notOnFirst?: true },
  parts: DocxParts,
  look: DocxLook,
  changed: Record<string, string>,
  splices: Splice[],
  taken: Set<XmlNode>,
): boolean => {
  if (set.notOnFirst) {
    const section = below(look.root, 'sectPr')[0]
    const isNumbered = section?.children.some(
      ({ name, attributes }) =>
        /Reference$/.test(name) &&
        /type="first"/.test(attributes) &&
        /\bPAGE\b/.test(parts.margins.get(attribute(attributes, 'id') ?? '')?.xml ?? ''),
    )
    if (!section || taken.has(section) || childOf(section, 'titlePg') || isNumbered) return false
    taken.add(section)
    const next = section.children.find(({ name }) =>
      ['textDirection', 'bidi', 'rtlGutter', 'docGrid', 'printerSettings', 'sectPrChange'].includes(name),
    )
    const at = next?.start ?? section.innerEnd
    splices.push({ from: at, to: at, with: `<${prefixOf(section)}titlePg/>` })
    return true
  }
  let made = false
  for (const { name, xml } of parts.margins.values()) {
    if (!/header/.test(name) || !/\bPAGE\b/.test(xml)) continue
    const now = changed[name] ?? xml
    const root = parseXml(now)
    const own: Splice[] = []
    for (const paragraph of below(root, 'p')) {
      if (
        !/\bPAGE\b/.test(now.slice(paragraph.inner, paragraph.innerEnd)) ||
        below(paragraph, 'p').length > 0
      )
        continue
      if (set.centred) own.push(...propertySplices(now, paragraph, 'pPr', { jc: 'val="center"' }))
      else {
        const elements = runElements({
          ...(set.size && { size: set.size }),
          ...(set.upright && { bold: false, italic: false }),
        })
        for (const run of below(paragraph, 'r')) own.push(...propertySplices(now, run, 'rPr', elements))
      }
    }
    changed[name] = spliced(now, own)
    made ||= own.length > 0
  }
  return made
}
