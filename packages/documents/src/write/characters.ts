/**
 * Text from a tree is data: it may hold anything that was once in a file. Here it becomes something that every
 * writer (Typst, XML) can carry, with all visible characters unchanged.
 */

/** NFC, without control characters, word joiners (seen by nobody, and ours below), lone surrogates and non-characters, on one line. */
export const clean = (text: string): string =>
  text.toWellFormed().normalize('NFC').replace(breaks, ' ').replace(forbidden, '')

/**
 * Lets a word that is wider than its line (a link, a hash) wrap: it gets break points (U+200B). Vietnamese words have
 * at most seven letters, so ordinary text comes back as it is.
 */
export const wrappable = (text: string, length: number): string =>
  text.length <= length
    ? text
    : text
        .split(' ')
        .map((word) => (word.length <= length ? word : parts(word, length).join('\u200b')))
        .join(' ')

/** Rather after the signs in a number and symbol or an address than among letters. */
const parts = (word: string, length: number): string[] =>
  word
    .split(/(?<=[/_&?=-])(?=.)/)
    .flatMap((part) => (part.length <= length ? [part] : pieces(part, Math.min(length, 6))))

const pieces = (word: string, length: number): string[] => {
  const letters = Array.from(graphemes.segment(word), (part) => part.segment)
  const count = Math.ceil(letters.length / length)
  return Array.from({ length: count }, (_, at) => letters.slice(at * length, (at + 1) * length).join(''))
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' })
const breaks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
const forbidden = /[\u0000-\u001f\u007f-\u009f\u2060\ufdd0-\ufdef\ufffe\uffff]/g
