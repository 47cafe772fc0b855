/** Where the links of a printed page lie, and where two pictures of it begin to differ, found without drawing them. Pure. */
export interface PageLink {
  href: string
  /** In per cent of the page. */
  left: number
  top: number
  width: number
  height: number
}

type Matrix = readonly [number, number, number, number, number, number]
const unmoved: Matrix = [1, 0, 0, 1, 0, 0]

/** The typesetter writes each link as `<a href><rect/></a>` within groups that move and stretch. */
export const linksOf = (svg: string): PageLink[] => {
  const [, pageWidth, pageHeight] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  if (!svg.includes('<a ') || !pageWidth || !pageHeight) return []
  const links: PageLink[] = []
  const open: Matrix[] = [unmoved]
  let href: string | null = null
  for (const [tag, isEnd, name = '', attributes = ''] of svg.matchAll(/<(\/?)(svg|g|a|rect)\b([^>]*)>/g)) {
    const within = open.at(-1) ?? unmoved
    if (isEnd) {
      open.pop()
      if (name === 'a') href = null
      continue
    }
    const moved = times(within, matrixOf(attributes))
    if (name === 'a') href = unescaped(attribute(attributes, 'href'))
    if (name === 'rect' && href?.startsWith('/')) {
      const [left, top] = at(moved, 0, 0)
      const [right, bottom] = at(
        moved,
        Number(attribute(attributes, 'width')),
        Number(attribute(attributes, 'height')),
      )
      const share = (length: number, whole: string) => (100 * length) / Number(whole)
      links.push({
        href,
        left: share(left, pageWidth),
        top: share(top, pageHeight),
        width: share(right - left, pageWidth),
        height: share(bottom - top, pageHeight),
      })
    }
    if (!tag.endsWith('/>')) open.push(moved)
  }
  return links
}

/** How far down a page, in per cent, its picture begins to differ from the one before; null where it is the same. */
export const changedAt = (before: string, after: string): number | null => {
  if (before === after) return null
  const [, pageHeight] = /viewBox="0 0 [\d.]+ ([\d.]+)"/.exec(after) ?? []
  let same = 0
  while (same < after.length && before[same] === after[same]) same += 1
  const open: Matrix[] = [unmoved]
  for (const { 0: tag, 1: isEnd, 2: attributes = '', index } of after.matchAll(
    /<(\/?)(?:svg|g|a)\b([^>]*)>/g,
  )) {
    if (index > same) break
    if (isEnd) open.pop()
    else if (!tag.endsWith('/>')) open.push(times(open.at(-1) ?? unmoved, matrixOf(attributes)))
  }
  return (100 * at(open.at(-1) ?? unmoved, 0, 0)[1]) / Number(pageHeight)
}

const attribute = (attributes: string, name: string): string =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

const matrixOf = (attributes: string): Matrix => {
  const given = /matrix\(([^)]*)\)/
    .exec(attributes)?.[1]
    ?.split(/[\s,]+/)
    .map(Number)
  if (given?.length === 6) return given as unknown as Matrix
  const [x = 0, y = 0] = (/translate\(([^)]*)\)/.exec(attributes)?.[1] ?? '0').split(/[\s,]+/).map(Number)
  return [1, 0, 0, 1, x, y]
}

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]
const at = ([a, b, c, d, e, f]: Matrix, x: number, y: number) =>
  [a * x + c * y + e, b * x + d * y + f] as const
