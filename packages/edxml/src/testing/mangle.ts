/**
 * The same package written otherwise, as other writers do: prefixes, order, white space, comments, CDATA, character numbers,
 * quotes, junk in front, UTF-16. What is said stays.
 */
import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'

/** Decides one after the other; the numbers come from fast-check, so that a failure can be made smaller. */
class Choices {
  readonly #numbers: readonly number[]
  #at = 0
  constructor(numbers: readonly number[]) {
    this.#numbers = numbers
  }
  next(below: number): number {
    const number = this.#numbers[this.#at++ % this.#numbers.length] ?? 0
    return number % below
  }
}

export const mangling = fc.record({
  numbers: fc.array(fc.nat(), { minLength: 1, maxLength: 200 }),
  junk: fc.constantFrom('', '\uFEFF', '??', '\u0001\u0002x', '\n\n'),
  declaration: fc.boolean(),
  utf16: fc.boolean(),
  twoRoots: fc.boolean(),
})
type Mangling = typeof mangling extends fc.Arbitrary<infer T> ? T : never

export const mangle = (bytes: Uint8Array, how: Mangling): Uint8Array => {
  const document = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/xml')
  const choices = new Choices(how.numbers)
  const root = document.documentElement
  const body = how.twoRoots
    ? elementsOf(root)
        .map((part) => write(part, choices))
        .join(blank(choices))
    : write(root, choices)
  const xml = `${how.junk}${how.declaration ? '<?xml version="1.0"?>' : ''}${body}${blank(choices)}`
  if (!how.utf16) return new TextEncoder().encode(xml)
  return new Uint8Array(Buffer.from(`\uFEFF${xml}`, 'utf16le'))
}

const elementsOf = (element: Element): Element[] =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1)

const write = (element: Element, choices: Choices): string => {
  const name = element.localName
  const prefix = ['', 'edXML:', 'x:'][choices.next(3)] ?? ''
  const quote = choices.next(2) === 0 ? '"' : "'"
  const attributes = Array.from(element.attributes)
    .filter((attribute) => !attribute.name.startsWith('xmlns'))
    .map((attribute) => `${space(choices) || ' '}${attribute.name} = ${quote}${attribute.value}${quote}`)
    .join('')
  const inner = elementsOf(element)
  const content =
    inner.length > 0
      ? shuffled(inner, choices)
          .map((child) => `${blank(choices)}${write(child, choices)}${blank(choices)}`)
          .join('')
      : `${blank(choices)}${said(element.textContent ?? '', choices)}${blank(choices)}`
  return `<${prefix}${name}${attributes}>${content}</${prefix}${name}${space(choices)}>`
}

const blank = (choices: Choices): string =>
  ['', '\n  ', '<!-- ghi chú <a> -->', '\r\n\t'][choices.next(4)] ?? ''

const space = (choices: Choices): string => ['', '\n  ', ' ', '\r\n\t'][choices.next(4)] ?? ''

const said = (text: string, choices: Choices): string => {
  const escaped = text.replace(/[&<>\r]/g, (character) => `&#${character.codePointAt(0)};`)
  // A line end in CDATA would become another one.
  if (choices.next(3) === 0 && !text.includes(']]>') && !text.includes('\r')) return `<![CDATA[${text}]]>`
  if (choices.next(3) === 0)
    return text.replace(/[\s\S]/gu, (character) => `&#x${character.codePointAt(0)?.toString(16)};`)
  return escaped
}

/** In another order; those of one name stay in theirs, as it has a meaning. */
const shuffled = (elements: Element[], choices: Choices): Element[] => {
  const keyed = elements.map((element) => ({ element, key: choices.next(1000) }))
  const order = [...keyed].sort((a, b) => a.key - b.key).map(({ element }) => element)
  const queues = Map.groupBy(elements, ({ localName }) => localName)
  return order.flatMap(({ localName }) => queues.get(localName)?.shift() ?? [])
}
