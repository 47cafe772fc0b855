/**
 * Text typed with the fonts from before Unicode: TCVN3 (".VnTime"), VNI ("VNI-Times"), VPS ("VPS Times"). They drew Vietnamese
 * over the letters of other languages, so a file holds "Céng hßa" and looks right only in that font. Which text is so is told
 * by the name of its font and by whether Vietnamese words come out: many files carry such names over text that is Unicode.
 */
import { shareOfSyllables, tcvn3 } from './legacy-text.ts'

export type LegacyFamily = 'tcvn3' | 'vni' | 'vps'

export const familyOf = (font: string): LegacyFamily | null => {
  const name = font.replace(/^[A-Z]{6}\+/, '')
  if (/^\.?vn[a-z0-9]/i.test(name) && !/^vni/i.test(name)) return 'tcvn3'
  if (/^vni[- ]?[a-z0-9]/i.test(name)) return 'vni'
  return /^vps[- ]?[a-z0-9]/i.test(name) ? 'vps' : null
}

/** A mark after a vowel is its tone and shape together: "aù" is á, "aá" is ấ. */
const vniTones: Record<string, string> = { ø: '̀', ù: '́', û: '̉', õ: '̃', ï: '̣' }
const vniShapes: Record<string, string> = {
  â: '̂',
  à: '̂̀',
  á: '̂́',
  å: '̂̉',
  ã: '̂̃',
  ä: '̣̂',
  ê: '̆',
  è: '̆̀',
  é: '̆́',
  ú: '̆̉',
  ü: '̆̃',
  ë: '̣̆',
}
/** Letters that stand for one of their own. */
const vniSingles: Record<string, string> = {
  ì: 'ì',
  í: 'í',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  ô: 'ơ',
  ö: 'ư',
  î: 'ỵ',
  ñ: 'đ',
}

const fromVni = (text: string): string => {
  // Only the last letter can still get a mark; what is before it is not looked at again.
  let done = ''
  let last = ''
  for (const letter of text) {
    const small = letter.toLowerCase()
    const before = last.normalize('NFD').replace(/\p{M}/gu, '').at(-1)?.toLowerCase() ?? ''
    const mark =
      /[aeouy]/.test(before) && vniTones[small]
        ? vniTones[small]
        : /[aeo]/.test(before) && vniShapes[small] && !isShaped(last)
          ? vniShapes[small]
          : /\p{M}/u.test(letter) && last.length < 20
            ? letter
            : undefined
    if (mark !== undefined) {
      last = (last + mark).normalize('NFC')
      continue
    }
    done += last
    const single = vniSingles[small]
    last = single === undefined ? letter : letter === small ? single : single.toUpperCase()
  }
  return done + last
}
/** The letter before has its shape already (ơ, ư, â …): what follows can only be a tone. */
const isShaped = (letter: string): boolean =>
  /[\u0302\u0306\u031b]$/.test(
    (letter.at(-1) ?? '').normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, ''),
  )

/** VPS by its places: the small letters, and the capitals that have a place of their own. */
const vpsPlaces =
  '02Ạ03Ậ04Ặ05Ẹ06Ệ10Ị11Ọ12Ộ13Ợ14Ụ15Ự19Ỵ1cẪ1dỮ80À81Ả82Ã83Ấ84Ầ85Ẩ86ọ87ỗ88Ă89ế8aề8bể8cệ8dẮ8eẰ8fẲ90Ế93Ề94Ể95Ễ96Ố97Ồ98Ổ9aý9bỷ9cỵ9dỚ9eỜ9fỞa1ắa2ằa3ẳa4ẵa5ặa6Ỡa7ớa8Ùa9ờaaởabỡacŨadỨaeợafỪb0ổb1Ửb2Ỳb3Ỹb4Íb5Ìb6ộb7Ỉb8Ĩb9Óbaửbbữbc' +
  'ÒbdỎbeÕbfực0ầc3ấc4ẩc5ẫc6ậc7đc8ẻcbẹccỉcdễceịcfỹd0Ưd1Ủd2ồd3ốd5ỏd6ơd7Èd8ừd9ứdbũdcưdeẺe4ảe5ạe6ăebẽefĩf0Ẵf1Đf7Ơf8ụfbủfdỶfeẼffỳ'
const windows1252 = new TextDecoder('windows-1252')
const vps = new Map(
  [...vpsPlaces.matchAll(/([0-9a-f]{2})(.)/gu)].map(([, place = '', letter = '']) => [
    windows1252.decode(new Uint8Array([Number.parseInt(place, 16)])),
    letter,
  ]),
)

/** What the text looked like in that font. */
export const fromFamily = (text: string, family: LegacyFamily): string => {
  if (family === 'vni') return fromVni(text)
  const table = family === 'vps' ? vps : tcvn3
  return [...text].map((letter) => table.get(letter) ?? letter).join('')
}

/** `.VnTimeH` and its like have capitals in the place of small letters. */
export const drawsCapitals = (font: string): boolean => /^(?:[A-Z]{6}\+)?\.?vn[a-z]+h$/i.test(font)

/** Hears all text of a file with its fonts, then says how each is to be read. */
export class FontTexts {
  readonly #texts = new Map<LegacyFamily, string>()

  hear(font: string, text: string): void {
    const family = familyOf(font)
    if (family === null) return
    const heard = this.#texts.get(family) ?? ''
    if (heard.length < 20_000) this.#texts.set(family, `${heard}${text} `)
  }

  /** Null where nothing is to be changed. */
  reader(): ((font: string, text: string) => string) | null {
    const old = new Set(
      [...this.#texts]
        .filter(([family, text]) => isBetter(fromFamily(text, family), text))
        .map(([family]) => family),
    )
    if (old.size === 0) return null
    return (font, text) => {
      const family = familyOf(font)
      if (family === null || !old.has(family)) return text
      const words = fromFamily(text, family)
      return family === 'tcvn3' && drawsCapitals(font) ? words.toUpperCase() : words
    }
  }
}

const isBetter = (mended: string, text: string): boolean =>
  mended !== text && shareOfSyllables(mended) > shareOfSyllables(text)

/** In which of the old ways a text was typed: where only one of them gives Vietnamese words, and the text as it stands does not. */
export const familyOfText = (text: string): LegacyFamily | null => {
  // The first pages tell it.
  const sample = text.slice(0, 8000)
  if (!/[\u00a1-\u00ff]/.test(sample) || shareOfSyllables(sample) >= 0.6) return null
  const best = (['tcvn3', 'vni', 'vps'] as const)
    .map((family) => ({ family, share: shareOfSyllables(fromFamily(sample, family)) }))
    .sort((a, b) => b.share - a.share)[0]
  return best && best.share >= 0.8 ? best.family : null
}

/** Text that carries no font. */
export const mendText = (text: string): { text: string; family: LegacyFamily | null } => {
  const family = familyOfText(text)
  return { text: family === null ? text : fromFamily(text, family), family }
}
