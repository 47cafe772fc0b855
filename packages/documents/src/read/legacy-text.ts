/**
 * Text as offices have it: UTF-8, UTF-16, and what was written before Unicode came, Windows-1258 and TCVN3 (the "ABC" fonts
 * .VnTime and their like). Which of the old ones it is, is told by how many of its words can be Vietnamese syllables.
 */

export type Encoding = 'utf-8' | 'utf-16' | 'windows-1258' | 'tcvn3'

export interface LegacyText {
  text: string
  encoding: Encoding
}

/** Null where no reading gives Vietnamese words: better nothing than names that nobody can mend. */
export const decodeOfficeText = (bytes: Uint8Array): LegacyText | null => {
  const wide = wideOf(bytes)
  if (wide !== null) return mendTcvn3({ text: wide, encoding: 'utf-16' })
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return mendTcvn3({ text, encoding: 'utf-8' })
  } catch {
    const readings: LegacyText[] = [
      { text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC'), encoding: 'windows-1258' },
      { text: fromTcvn3(latin1(bytes)), encoding: 'tcvn3' },
    ]
    const [best] = readings
      .map((reading) => ({ reading, share: shareOfSyllables(reading.text) }))
      .sort((a, b) => b.share - a.share)
    return best && best.share >= convincing && !best.reading.text.includes('\ufffd') ? best.reading : null
  }
}

/**
 * Text typed with an ABC font and saved as Unicode holds TCVN3's signs as Latin letters ("Ph­êng B×nh Hµn"). It is mended where
 * that gives Vietnamese words and the text as it stands does not.
 */
export const mendTcvn3 = (given: LegacyText): LegacyText => {
  if (!/[\u00a1-\u00fe]/.test(given.text)) return given
  const mended = fromTcvn3(given.text)
  return shareOfSyllables(given.text) < 0.5 && shareOfSyllables(mended) >= convincing
    ? { text: mended, encoding: 'tcvn3' }
    : given
}

/** Of the words with letters beyond ASCII, the share that can be read as one Vietnamese syllable. */
const convincing = 0.8

export const shareOfSyllables = (text: string): number => {
  const words = text.match(/[^\s,;"'()/.:\-–\d]+/g) ?? []
  let marked = 0
  let good = 0
  for (const word of words) {
    if (!/[^\u0020-\u007e]/.test(word)) continue
    marked++
    if (syllable.test(word.normalize('NFD').toLowerCase().replace(tone, ''))) good++
  }
  return marked === 0 ? 0 : good / marked
}

/** One tone mark at most is taken away; what is left must be beginning, vowels, end. */
const tone = /[\u0300\u0301\u0303\u0309\u0323]/
const vowels = '(?:[aeiouy][\u0302\u0306\u031b]?){1,3}'
const syllable = new RegExp(
  `^(?:ngh?|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnpqrstvx])?${vowels}(?:ch|ng|nh|[cmnpt])?$`,
)

/** The mark of UTF-16, or, without one, the zero that every other byte of such a text is. */
const wideOf = (bytes: Uint8Array): string | null => {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const zeros = [0, 0]
  const sample = bytes.subarray(0, 400)
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) < sample.length / 5) return null
  return new TextDecoder(odd > even ? 'utf-16le' : 'utf-16be').decode(bytes)
}

const latin1 = (bytes: Uint8Array): string => {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

/**
 * TCVN 5712:1993, its sets VN2 and VN3, from A1 on; `_` stands for a place without a letter. The other capitals with a tone have
 * no place: ABC fonts draw them with a second font, so they come out as small letters.
 */
const places =
  'ĂÂÊÔƠƯĐăâêôơưđẶ_____àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ'

export const tcvn3: ReadonlyMap<string, string> = new Map(
  [...places].flatMap((letter, at): [string, string][] =>
    letter === '_' ? [] : [[String.fromCharCode(0xa1 + at), letter]],
  ),
)

const fromTcvn3 = (text: string): string =>
  text.replace(/[\u0080-\u00ff]/g, (sign) => tcvn3.get(sign) ?? '\ufffd')
