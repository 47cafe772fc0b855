/**
 * Text of a PDF that was typed with a font from before Unicode. Text items name their font by a number only, so each font is told
 * by its letters; its real name, which says whether it draws capitals for small letters, is asked for only then.
 */
import type { getDocumentProxy } from 'unpdf'
import { drawsCapitals, familyOfText, fromFamily, type LegacyFamily } from './legacy-fonts.ts'

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>
export interface FontItem {
  text: string
  font: string
}

/** Letters that no old font has a place for under this sign: text that holds one is Unicode. */
const unicodeOnly = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/
const mayBeOld = /[\u00a1-\u00ff]/

/** Of one file: a font found old on one page is old on all of them. */
export class OldFonts {
  readonly #old = new Map<string, { family: LegacyFamily; capitals: boolean }>()

  /** Changes the texts of the items in place. */
  async mend(page: Page, items: FontItem[]): Promise<void> {
    // Nearly every page ends here.
    if (this.#old.size === 0 && !items.some(({ text }) => mayBeOld.test(text) && !unicodeOnly.test(text)))
      return
    for (const [font, own] of Map.groupBy(items, (item) => item.font)) {
      if (this.#old.has(font)) continue
      const text = own.map((item) => item.text).join(' ')
      const family = unicodeOnly.test(text) ? null : familyOfText(text)
      if (family !== null) this.#old.set(font, { family, capitals: drawsCapitals(await nameOf(page, font)) })
    }
    for (const [index, item] of items.entries()) {
      const old = this.#old.get(item.font)
      if (old === undefined) continue
      if (old.family === 'vni') joinMarks(item, items[index + 1])
      const words = fromFamily(item.text, old.family)
      item.text = (old.capitals ? words.toUpperCase() : words).normalize('NFC')
    }
  }
}

/** VNI writes a letter and its marks as two signs; where an item ends between them, they are brought together. */
const joinMarks = (item: FontItem, next: FontItem | undefined): void => {
  if (next === undefined || next.font !== item.font || !/[aeiouyôö]$/i.test(item.text)) return
  const marks = /^[\u00c0-\u00ff]+/.exec(next.text)?.[0] ?? ''
  item.text += marks
  next.text = next.text.slice(marks.length)
}

/** Fonts are handed over with the list of what is drawn. */
const nameOf = async (page: Page, font: string): Promise<string> => {
  await page.getOperatorList()
  const found: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null
  return typeof found === 'object' && found !== null && 'name' in found ? String(found.name) : ''
}
