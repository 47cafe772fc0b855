/** What paragraph styles of a docx say that matters here: centred, bold, and which list they belong to. */
import { attribute, walkXml } from './xml.ts'

interface Style {
  centred: boolean
  bold: boolean
  italic: boolean
  list: string | null
  depth: number
  /** Null: as the style below it, or the document's own. */
  font: string | null
  basedOn: string | null
}

export type Styles = Map<string, Style>

export const paragraphStyles = (xml: string | null): Styles => {
  const styles: Styles = new Map()
  if (xml === null) return styles
  let own: Style | null = null
  walkXml(withoutLatent(xml), {
    open: (name, attributes) => {
      if (name === 'style') {
        own = { centred: false, bold: false, italic: false, list: null, depth: 0, font: null, basedOn: null }
        styles.set(attribute(attributes, 'styleId') ?? '', own)
        return
      }
      if (own === null) return
      if (name === 'jc') own.centred = attribute(attributes, 'val') === 'center'
      else if (name === 'b') own.bold = isOn(attributes)
      else if (name === 'i') own.italic = isOn(attributes)
      else if (name === 'numId') own.list = attribute(attributes, 'val')
      else if (name === 'ilvl') own.depth = Number(attribute(attributes, 'val') ?? 0)
      else if (name === 'rFonts') own.font = fontOf(attributes)
      else if (name === 'basedOn') own.basedOn = attribute(attributes, 'val')
    },
    close: (name) => {
      if (name === 'style') own = null
    },
    text: () => {},
  })
  for (const style of styles.values()) inherit(style, styles)
  return styles
}

/** The list of built-in styles that are not used is longer than all others together. */
const withoutLatent = (xml: string): string => {
  const start = xml.indexOf('<w:latentStyles')
  const end = xml.indexOf('</w:latentStyles>', start)
  return start < 0 || end < 0 ? xml : xml.slice(0, start) + xml.slice(end + '</w:latentStyles>'.length)
}

/** `<w:rFonts w:ascii=".VnTime" …/>` */
export const fontOf = (attributes: string): string | null =>
  attribute(attributes, 'ascii') ?? attribute(attributes, 'hAnsi')

/** `<w:b/>` switches on, `<w:b w:val="0"/>` off. */
export const isOn = (attributes: string): boolean => {
  const value = attribute(attributes, 'val')
  return value === null || (value !== '0' && value !== 'false' && value !== 'off' && value !== 'none')
}

const inherit = (style: Style, styles: Styles): void => {
  let upper = style.basedOn === null ? undefined : styles.get(style.basedOn)
  for (let steps = 0; upper !== undefined && steps < 10; steps++) {
    style.centred ||= upper.centred
    style.bold ||= upper.bold
    style.italic ||= upper.italic
    style.font ??= upper.font
    if (style.list === null && upper.list !== null) {
      style.list = upper.list
      style.depth = style.depth || upper.depth
    }
    upper = upper.basedOn === null ? undefined : styles.get(upper.basedOn)
  }
}
