/**
 * The typesetter draws all pages into one tall SVG. Here it is cut at the page grounds: each page becomes an SVG of
 * its own, with only the glyphs it uses.
 */
export const svgPages = (tall: string): string[] => {
  const glyphs = new Map(Array.from(tall.matchAll(symbol), ([whole, id = '']) => [id, whole]))
  const drawn = tall.slice(0, tall.indexOf('<defs id="glyph">'))
  return drawn
    .split(/(?=^ {4}<path class="typst-shape" fill="#ffffff" )/m)
    .slice(1)
    .map((page) => svgPage(page, glyphs))
}

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
    ...Array.from(
      used,
      ([id, short]) => glyphs.get(id)?.replace(/^ +/gm, '').replace(`id="${id}"`, `id="${short}"`) ?? '',
    ),
    '</defs>\n</svg>\n',
  ].join('')
}

/** Most of a page: written out, each is three times as long. A hundredth of a point is finer than any screen. */
const letter = /<use xlink:href="#(\w+)" x="([-\d.]+)" y="([-\d.]+)"([^>]*?)\/>/g
const black = ' fill="#000000" fill-rule="nonzero"'
const symbol = /^ *<symbol id="(\w+)"[\s\S]*?<\/symbol>\n/gm
