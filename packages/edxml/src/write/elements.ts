/** XML text. What is nothing gives no element: receivers take an empty one for absent anyway. */
import { said } from '../wire.ts'

/** Line ends by number: raw, some parsers turn them into others (those of XML 1.1 too), and a signature would not hold. */
export const escapeXml = (text: string): string =>
  text.replace(
    /[&<>\r\u0085\u2028]/g,
    (character) => `&${named[character] ?? `#${character.charCodeAt(0)}`};`,
  )

const named: Record<string, string> = { '&': 'amp', '<': 'lt', '>': 'gt' }

type Content = string | number | boolean | null | readonly string[]

/** `tag('Subject', 'V/v …')` → text in an element; a list → elements in an element; '' for nothing. */
const tag =
  (prefix: string) =>
  (name: string, content: Content, attributes = ''): string => {
    const inner = Array.isArray(content)
      ? content.join('')
      : typeof content === 'string'
        ? escapeXml(said(content) ?? '')
        : content === null
          ? ''
          : String(content)
    return inner === '' ? '' : `<${prefix}${name}${attributes}>${inner}</${prefix}${name}>`
  }

/** Inside the envelope with the prefix: some receivers accept nothing else, although it is equal XML. */
export const enveloped = tag('edXML:')
/** Inside AttachmentEncoded without one. */
export const plain = tag('')
