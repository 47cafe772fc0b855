/** Automatic numbering: which marker stands before a paragraph of a list. */
import { roman } from '../roman.ts'
import { attribute, walkXml } from './xml.ts'

export interface ListLevel {
  format: string
  /** `%1.%2.`: the counts of the levels within other signs. */
  text: string
  start: number
}

/** What a file says of its lists. */
export interface ListDefinitions {
  /** By abstract list, then depth. */
  levels: Map<string, Map<number, ListLevel>>
  /** A list of the text → the abstract one behind it. */
  abstractOf: Map<string, string>
  /** `list/depth` → where that list begins anew. */
  starts: Map<string, number>
}

/** Vietnamese letters of items: Decree 30/2020/NĐ-CP counts a, b, c, d, đ, e, g, h, …; Word itself counts in English. */
const letters = 'abcdefghijklmnopqrstuvwxyz'
export class Numbering {
  readonly #lists: ListDefinitions
  readonly #counts = new Map<string, number[]>()

  constructor(lists: ListDefinitions) {
    this.#lists = lists
  }

  /** The marker of the next paragraph of a list, counting it; empty when the list prints none. */
  next(list: string, depth: number): string {
    const abstract = this.#lists.abstractOf.get(list)
    const levels = abstract === undefined ? undefined : this.#lists.levels.get(abstract)
    const level = levels?.get(depth)
    if (abstract === undefined || levels === undefined || level === undefined || depth > 8) return ''
    // Lists of one abstract definition count on together, unless a list begins anew.
    const key = this.#lists.starts.has(`${list}/${depth}`) ? list : abstract
    const counts = this.#counts.get(key) ?? []
    this.#counts.set(key, counts)
    for (let upper = 0; upper < depth; upper++) counts[upper] ??= levels.get(upper)?.start ?? 1
    const begin = this.#lists.starts.get(`${list}/${depth}`) ?? level.start
    counts[depth] = counts[depth] === undefined ? begin : counts[depth] + 1
    counts.length = depth + 1
    if (level.format === 'none') return ''
    if (level.format === 'bullet') return bullet(level.text)
    return level.text.replace(/%([1-9])/g, (_, digit) => {
      const at = Number(digit) - 1
      return spell(counts[at] ?? 1, levels.get(at)?.format ?? 'decimal')
    })
  }
}

/** The lists of a docx, from its part `numbering.xml`. */
export const readNumbering = (xml: string | null): ListDefinitions => {
  const lists: ListDefinitions = { levels: new Map(), abstractOf: new Map(), starts: new Map() }
  if (xml === null) return lists
  let abstract = ''
  let list = ''
  let depth = -1
  const level = (): ListLevel | undefined => lists.levels.get(abstract)?.get(depth)
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'abstractNum') {
        abstract = attribute(attributes, 'abstractNumId') ?? ''
        lists.levels.set(abstract, new Map())
      } else if (name === 'num') list = attribute(attributes, 'numId') ?? ''
      else if (name === 'abstractNumId') lists.abstractOf.set(list, attribute(attributes, 'val') ?? '')
      else if (name === 'lvl' || name === 'lvlOverride') {
        depth = Number(attribute(attributes, 'ilvl') ?? -1)
        if (name === 'lvl' && list === '') {
          lists.levels.get(abstract)?.set(depth, { format: 'decimal', text: '', start: 1 })
        }
      } else if (name === 'startOverride') {
        lists.starts.set(`${list}/${depth}`, Number(attribute(attributes, 'val') ?? 1))
      } else if (list === '') {
        const own = level()
        if (own === undefined) return
        const value = attribute(attributes, 'val') ?? ''
        if (name === 'numFmt') own.format = value
        else if (name === 'lvlText') own.text = value
        else if (name === 'start') own.start = Number(value) || 0
      }
    },
    close: (name) => {
      if (name === 'num') list = ''
    },
    text: () => {},
  })
  return lists
}

/** Symbol fonts hide their bullets in a private range; plain signs stay as they are. */
const bullet = (text: string): string => (/^[-–—+*•]$/.test(text) ? text : text === '' ? '' : '-')

const spell = (count: number, format: string): string => {
  if (format === 'upperRoman') return roman(count)
  if (format === 'lowerRoman') return roman(count).toLowerCase()
  if (format === 'lowerLetter') return letter(count)
  if (format === 'upperLetter') return letter(count).toUpperCase()
  if (format === 'decimalZero') return String(count).padStart(2, '0')
  return String(count)
}

const letter = (count: number): string =>
  letters.charAt((count - 1) % 26).repeat(Math.min(5, Math.floor((count - 1) / 26) + 1))
