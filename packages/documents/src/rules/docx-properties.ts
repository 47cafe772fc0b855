/** Elements of `rPr` and `pPr` put at their place: the format wants them in a certain order (ISO/IEC 29500-1, A.1). */
import type { Face } from './look.ts'
import { childOf, type Splice, type XmlNode } from './xml-tree.ts'

const runOrder =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange'.split(
    ' ',
  )
const paragraphOrder =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
    ' ',
  )

/** What an element carries before its names: `w:`. */
export const prefixOf = ({ tag }: XmlNode): string => tag.replace(/[^:]*$/, '')

/** Sets elements in the `rPr` of a run or the `pPr` of a paragraph; one that is empty (`<w:r/>`) has no place for them. */
export const propertySplices = (
  xml: string,
  node: XmlNode,
  name: 'rPr' | 'pPr',
  elements: Record<string, string>,
): Splice[] => {
  const own = childOf(node, name)
  if (node.inner === node.end) return []
  const [from, to] = own ? [own.start, own.end] : [node.inner, node.inner]
  return [{ from, to, with: withProperties(xml, own, prefixOf(node), elements, name) }]
}

/** The properties as XML, with these elements set; `elements`: name → attributes without prefix. */
export const withProperties = (
  xml: string,
  properties: XmlNode | undefined,
  prefix: string,
  elements: Record<string, string>,
  name: 'rPr' | 'pPr',
): string => {
  const order = name === 'rPr' ? runOrder : paragraphOrder
  const kept = (properties?.children ?? [])
    .filter((child) => !(child.name in elements))
    .map((child) => ({ name: child.name, xml: xml.slice(child.start, child.end) }))
  const set = Object.entries(elements).map(([element, attributes]) => ({
    name: element,
    xml: `<${prefix}${element}${attributes === '' ? '' : ` ${attributes.replace(/(^| )(\w+=)/g, `$1${prefix}$2`)}`}/>`,
  }))
  const place = ({ name: own }: { name: string }) =>
    order.indexOf(own) < 0 ? order.length : order.indexOf(own)
  const all = [...kept, ...set].sort((a, b) => place(a) - place(b))
  return `<${prefix}${name}>${all.map((each) => each.xml).join('')}</${prefix}${name}>`
}

/** What a face is as elements of `rPr`. */
export const runElements = (set: Partial<Face>): Record<string, string> => ({
  ...(set.font != null && {
    rFonts: `ascii="${set.font}" hAnsi="${set.font}" cs="${set.font}" eastAsia="${set.font}"`,
  }),
  ...(set.bold !== undefined && { b: set.bold ? '' : 'val="0"', bCs: set.bold ? '' : 'val="0"' }),
  ...(set.italic !== undefined && { i: set.italic ? '' : 'val="0"', iCs: set.italic ? '' : 'val="0"' }),
  ...(set.colour != null && { color: `val="${set.colour}"` }),
  ...(set.size != null && { sz: `val="${set.size * 2}"`, szCs: `val="${set.size * 2}"` }),
})

/** The attributes of an element with some set and some taken away, names without prefix. */
export const merged = (node: XmlNode | undefined, set: Record<string, string | null>): string => {
  const kept = Array.from(
    (node?.attributes ?? '').matchAll(/(?:[\w]+:)?([\w]+)="([^"]*)"/g),
    ([, name = '', value = '']) => [name, value] as const,
  ).filter(([name]) => !(name in set))
  const added = Object.entries(set).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  )
  return [...kept, ...added].map(([name, value]) => `${name}="${value}"`).join(' ')
}
