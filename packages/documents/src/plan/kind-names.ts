/**
 * How a kind of body may be written: in full, by the first letters of its words ("Sở VHTTDL", "TT VH-TT", "Phòng VH&TT"),
 * or mixed. No list of abbreviations is kept: letters are compared with the names the directory has.
 */

const apart = '(?:,? va |, | - |/| )'
const patterns = new Map<string, RegExp>()

/** Words of a name without what only joins them. */
const wordsOf = (kind: string): string[] =>
  kind.split(/, | - |\/| /).filter((word) => word !== '' && word !== 'va')

/** Finds a kind among words, however it is written. Short names are not found by letters: "TV" may be anything. */
export const kindPattern = (kind: string): RegExp => {
  const known = patterns.get(kind)
  if (known !== undefined) return known
  const words = wordsOf(kind).map((word) => word.replace(/[^a-z0-9]/g, ''))
  const isLong = words.length > 3
  const last = words.length - 1
  const parts = words.map((word, index) => {
    if (!isLong) return index < last ? `${word}${apart}` : word
    // A letter may stand close to the next one, a whole word may not.
    return index < last
      ? `(?:${word}${apart}|${word.charAt(0)}(?:\\.|${apart})?)`
      : `(?:${word}|${word.charAt(0)})`
  })
  const pattern = new RegExp(`(?<![a-z0-9])${parts.join('')}(?![a-z0-9])`)
  if (patterns.size > 20_000) patterns.clear()
  patterns.set(kind, pattern)
  return pattern
}

/** A name by its words alone, for comparing names that differ in what joins them. */
export const looseName = (kind: string): string => wordsOf(kind).join(' ')
