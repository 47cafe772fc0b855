import { joiner } from './hold.ts'

/**
 * How wide a text of the head is, and where it breaks. Times New Roman and Tinos have the same widths; knowing them
 * here gives both writers the same lines and rules.
 */
export interface Heading {
  lines: string[]
  /** Of the longest line, in points: the rule below is a part of it. */
  width: number
}

interface Face {
  size: number
  bold?: boolean
}

/**
 * Breaks a centred text where a reader would: lines of about the same length, rather before "VÀ" or after a comma
 * than inside a name such as THỂ THAO.
 */
export const heading = (text: string, face: Face & { within: number }): Heading => {
  const lines = linesOf(text, face)
  return { lines, width: Math.max(0, ...lines.map((line) => Math.min(textWidth(line, face), face.within))) }
}

/** In points. Letters of other scripts count as wide ones. */
export const textWidth = (text: string, { size, bold = false }: Face): number => {
  const widths = bold ? boldWidths : regularWidths
  let thousandths = 0
  for (const letter of text.normalize('NFD').replace(/[Đđ]/g, (d) => (d === 'đ' ? 'd' : 'D'))) {
    if (letter === horn) thousandths += 54
    else if (letter === joiner) continue
    else if (letter === '\u00a0') thousandths += 250
    else if (!/\p{M}/u.test(letter)) thousandths += widths.get(letter) ?? 800
  }
  return (thousandths * size) / 1000
}

const linesOf = (text: string, face: Face & { within: number }): string[] => {
  const whole = textWidth(text, face)
  if (whole <= face.within) return text ? [text] : []
  const even = whole / Math.ceil(whole / face.within)
  const words = text.split(' ').slice(0, 200)

  const best: { cost: number; lines: string[] }[] = [{ cost: 0, lines: [] }]
  for (let end = 1; end <= words.length; end++) {
    const breakCost = end === words.length ? 0 : costOfBreak(words[end - 1], words[end])
    let cheapest = { cost: Number.POSITIVE_INFINITY, lines: [text] }
    for (let start = end - 1; start >= 0; start--) {
      const line = words.slice(start, end).join(' ').trim()
      const width = textWidth(line, face)
      if (width > face.within && start < end - 1) break
      const before = best[start]
      const cost = (before?.cost ?? 0) + ((width - even) / even) ** 2 + breakCost
      if (before && cost < cheapest.cost) cheapest = { cost, lines: [...before.lines, line] }
    }
    best.push(cheapest)
  }
  return [
    ...(best.at(-1)?.lines ?? []),
    ...(words.length === 200 ? [text.split(' ').slice(200).join(' ')] : []),
  ]
}

/** Added to the squares of how far each line is from the even length. */
const costOfBreak = (last = '', next = ''): number => {
  if (/^(và|tỉnh|thành|huyện|thị|quận|phường|xã|ủy|uỷ|trung|ngày|của)$/i.test(next)) return 0
  return /[,;–-]$/.test(last) ? 0.2 : 0.4
}

const widthsOf = (letters: Record<number, string>): Map<string, number> =>
  new Map(
    Object.entries(letters).flatMap(([width, all]) => Array.from(all, (letter) => [letter, Number(width)])),
  )

const horn = '\u031b'

/** Thousandths of the size, by the letter without its marks. */
const regularWidths = widthsOf({
  180: "'",
  200: '|',
  250: ' ,.',
  278: '/:;\\ijlt',
  333: '!()-I[]`fr',
  389: 'Js',
  408: '"',
  444: '?acez',
  500: '#$*0123456789_bdghknopquvxy–',
  556: 'FPS',
  564: '+<=>',
  611: 'ELTZ',
  667: 'BCR',
  722: 'ADGHKNOQUVXYw',
  778: '&m',
  889: 'M',
  944: 'W',
})

const boldWidths = widthsOf({
  220: '|',
  250: ' ,.',
  278: "'/\\il",
  333: '!()-:;[]`fjt',
  389: 'Is',
  444: 'cerz',
  500: '#$*0123456789?J_agovxy–',
  556: 'Sbdhknpqu"',
  570: '+<=>',
  611: 'FP',
  667: 'BELTZ',
  722: 'ACDNRUVXYw',
  778: 'GHKOQ',
  833: '&m',
  944: 'M',
  1000: '%W',
})
