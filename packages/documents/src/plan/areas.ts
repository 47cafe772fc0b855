/** The areas a phrase names: all districts or communes, those of some kinds, or some by their names. */
import type { DirectoryBody } from './directory.ts'
import { between } from './phrase-words.ts'

export interface AreaToken {
  start: number
  end: number
  level: 'province' | 'district' | 'commune'
  /** Whether the bodies are named one by one. */
  isNamed: boolean
  covers: (body: DirectoryBody) => boolean
}

const kindsOf = {
  district: ['thanh pho', 'thi xa', 'huyen', 'quan'],
  commune: ['thi tran', 'dac khu', 'phuong', 'xa'],
} as const

/** Short forms before a name: "H. Nam Sách", "P. Bình Hàn". */
const written: Record<string, string> = {
  huyen: '(?:huyen|h\\.?)',
  quan: '(?:quan|q\\.?)',
  phuong: '(?:phuong|p\\.?)',
  'thi tran': '(?:thi tran|tt\\.?)',
}

const count = '(?:(?:tat ca|toan bo) )?(?:cac |\\d+ )?'
const tail = '(?: (?:trong|thuoc|cua|tren dia ban|tren toan) (?:toan )?(?:tinh|thanh pho)(?! [a-z]))?'

const provinces = new RegExp(
  `(?<![a-z])(?:${count}(?:tinh${between}thanh pho|thanh pho${between}tinh)|cac tinh)(?: truc thuoc trung uong)?(?![a-z])`,
  'g',
)
const levelWords = { district: 'huyen', commune: 'xa' } as const

/** Every area of the phrase, in its order; longer readings win over shorter ones at the same place. */
export const areasIn = (words: string, bodies: DirectoryBody[]): AreaToken[] => {
  const found: AreaToken[] = []
  for (const { index, 0: text } of words.matchAll(provinces)) {
    const covers = ({ level }: DirectoryBody) => level === 'province'
    found.push({ start: index, end: index + text.length, level: 'province', isNamed: false, covers })
  }
  for (const level of ['district', 'commune'] as const) {
    found.push(...groupsIn(words, level), ...namesIn(words, level, bodies))
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: AreaToken[] = []
  for (const token of found) if (token.start >= (kept.at(-1)?.end ?? 0)) kept.push(token)
  return kept
}

/** `các huyện, thị xã, thành phố`, `các xã, phường`, `cấp xã`; an area of a kind that is not named is not covered. */
const groupsIn = (words: string, level: 'district' | 'commune'): AreaToken[] => {
  const one = level === 'district' ? 'quan|huyen|thi xa|thanh pho' : 'xa|phuong|thi tran|dac khu'
  const short = level === 'district' ? '|thi|thanh' : '|thi'
  const list = `(?<!thi )(?:${one})(?:${between}(?:cac )?(?:${one}${short})(?![a-z]))+`
  const pattern = new RegExp(
    `(?<![a-z])(?:${count}${list}|(?:tat ca )?cac (?:${one})|cap ${levelWords[level]}|(?<=truyen thanh )co so)(?![a-z])${tail}`,
    'g',
  )
  return [...words.matchAll(pattern)].flatMap(({ index, 0: text }) => {
    if (text.startsWith('co so') && level !== 'commune') return []
    const isWhole = /^cap |^co so/.test(text)
    const names = kindsOf[level].filter((kind) => new RegExp(`(?<![a-z])${kind}(?![a-z])`).test(text))
    const shorts = [
      /(?:, |va |- |\/)thi(?![a-z]| xa| tran)/.test(text) && (level === 'district' ? 'thi xa' : 'thi tran'),
      /(?:, |va |- |\/)thanh(?![a-z]| pho)/.test(text) && 'thanh pho',
    ]
    const kinds = [...names, ...shorts].filter((kind) => kind !== false)
    const covers = (body: DirectoryBody) =>
      body.level === level && (isWhole || kinds.some((kind) => body.area.startsWith(`${kind} `)))
    return [{ start: index, end: index + text.length, level, isNamed: false, covers }]
  })
}

/** `huyện Nam Sách`, `các huyện: Nam Sách, Thanh Hà và Kim Thành`. */
const namesIn = (words: string, level: 'district' | 'commune', bodies: DirectoryBody[]): AreaToken[] => {
  const here = bodies.filter((body) => body.level === level)
  const tokens: AreaToken[] = []
  for (const kind of kindsOf[level]) {
    const names = new Set(
      here.flatMap(({ area }) => (area.startsWith(`${kind} `) ? [area.slice(kind.length + 1)] : [])),
    )
    // Only the names the phrase has, so that a whole country makes no pattern of thousands.
    const present = [...names].filter((name) => words.includes(name)).sort((a, b) => b.length - a.length)
    if (present.length === 0) continue
    const name = `(?:${present.map(literal).join('|')})(?![a-z0-9])`
    const pattern = new RegExp(
      `(?<![a-z])(?:cac |\\d+ )?${written[kind] ?? kind}:? ?(?<names>${name}(?:${between}${name})*)`,
      'g',
    )
    for (const match of words.matchAll(pattern)) {
      const listed = [...(match.groups?.names ?? '').matchAll(new RegExp(name, 'g'))].map(([each]) => each)
      const areas = new Set(listed.map((each) => `${kind} ${each}`))
      tokens.push({
        start: match.index,
        end: match.index + match[0].length,
        level,
        isNamed: true,
        covers: (body) => body.level === level && areas.has(body.area),
      })
    }
  }
  return tokens
}

const literal = (name: string): string => name.replace(/[^a-z0-9 ]/g, '\\$&')
