/**
 * Words without tone marks and capitals, character by character: `fold(text)` has the same length as `text`, so a
 * place found in one is a place in the other. Machine-read documents lose tone marks first; rules that look for a
 * word look for it here.
 */

const folded = (() => {
  const table = new Uint16Array(0x2000)
  for (let code = 0; code < table.length; code++) {
    const base = String.fromCharCode(code).normalize('NFD').charAt(0).toLowerCase()
    table[code] = base.length === 1 ? base.charCodeAt(0) : code
  }
  for (const letter of 'đĐðÐ') table[letter.charCodeAt(0)] = 'd'.charCodeAt(0)
  return table
})()

const decoder = new TextDecoder('utf-16le')

export const fold = (text: string): string => {
  const codes = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    codes[i] = code < 0x2000 ? (folded[code] ?? code) : code
  }
  return decoder.decode(codes)
}

/** Line breaks and runs of white space as one space. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim()

/** A name or title as a field: one line, without the punctuation that only separates it from its neighbour. */
export const bare = (text: string): string => oneLine(text).replace(/[\s;:,.]+$/u, '')

/** How much of a text's letters are capitals, 0 to 1. */
export const capitals = (text: string): number => {
  let upper = 0
  let letters = 0
  for (const letter of text) {
    const small = letter.toLowerCase()
    if (small === letter.toUpperCase()) continue
    letters++
    if (letter !== small) upper++
  }
  return letters === 0 ? 0 : upper / letters
}
