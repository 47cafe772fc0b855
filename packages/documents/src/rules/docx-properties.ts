/** Elements of `rPr` and `pPr` put at their place: the format wants them in a certain order (ISO/IEC 29500-1, A.1). */
import type { XmlNode } from './xml-tree.ts'

const runOrder =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange'.split(
    ' ',
  )
const paragraphOrder =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
    ' ',
  )

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
