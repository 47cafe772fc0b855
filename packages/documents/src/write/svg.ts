import { createHash } from 'node:crypto'

export interface DrawnPage {
  /** Of all that is drawn on the page: the same hash, the same picture. */
  hash: string
  /** Null where whoever asks has the page already. */
  svg: string | null
}

/**
 * The typesetter draws all pages into one tall SVG. Here it is cut at the page grounds: each page becomes an SVG of
 * its own, with only the glyphs it uses; pages that are held (`have`: their hashes) are left out.
 */
export const drawnPages = (tall: string, have: readonly string[] = []): DrawnPage[] => {
  const end = tall.indexOf('<defs id="glyph">')
  const pages = tall
    .slice(0, end)
    .split(/(?=^ {4}<path class="typst-shape" fill="#ffffff" )/m)
    .slice(1)
    .map((page) => ({ page, hash: hashOf(page) }))
  // The names of glyphs are made of their shapes, so a page says all that is drawn on it.
  const isNew = ({ hash }: { hash: string }) => !have.includes(hash)
  const glyphs = new Map(
    pages.some(isNew) ? Array.from(tall.slice(end).matchAll(symbol), ([whole, id = '']) => [id, whole]) : [],
  )
  return pages.map((each) => ({ hash: each.hash, svg: isNew(each) ? svgPage(each.page, glyphs) : null }))
}

/** All pages, without their hashes. */
export const svgPages = (tall: string): string[] => drawnPages(tall).map(({ svg }) => svg ?? '')

const hashOf = (page: string) => createHash('sha256').update(page).digest('base64url').slice(0, 22)

const svgPage = (page: string, glyphs: Map<string, string>): string => {
  const [, height, width] = page.match(/M 0 0v ([\d.]+) h ([\d.]+)/) ?? []
  const used = new Map<string, string>()
  const atTop = page
    .replace(/^ {4}(<(?:g|path)[^>]*?) transform="[^"]*"/gm, '$1')
    .replace(/^ +/gm, '')
    .replace(letter, (_, id: string, x: string, y: string, fill: string) => {
      const short = used.get(id) ?? `g${used.size.toString(36)}`
      used.set(id, short)
      const rest = (y === '0' ? '' : ` y="${y}"`) + (fill === black ? '' : fill)
      return `<use xlink:href="#${short}" x="${Math.round(Number(x) * 100) / 100}"${rest}/>`
    })
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt"`,
    ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n',
    atTop,
    '<defs>\n',
    ...Array.from(used, ([id, short]) =>
      shortened(glyphs.get(id) ?? '').replace(`id="${id}"`, `id="${short}"`),
    ),
    '</defs>\n</svg>\n',
  ].join('')
}

/** Thousandths of a point. */
const shortened = (glyph: string) => glyph.replace(/^ +/gm, '').replace(/(\.\d{3})\d+/g, '$1')

/** Most of a page: written out, each is three times as long. A hundredth of a point is finer than any screen. */
const letter = /<use xlink:href="#(\w+)" x="([-\d.]+)" y="([-\d.]+)"([^>]*?)\/>/g
const black = ' fill="#000000" fill-rule="nonzero"'
const symbol = /^ *<symbol id="(\w+)"[\s\S]*?<\/symbol>\n/gm
