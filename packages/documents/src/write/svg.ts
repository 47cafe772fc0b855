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
  const used = new Set(Array.from(page.matchAll(/xlink:href="#(\w+)"/g), ([, id = '']) => id))
  const atTop = page.replace(/^ {4}(<(?:g|path)[^>]*?) transform="[^"]*"/gm, '$1').replace(/^ +/gm, '')
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt"`,
    ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">\n',
    atTop,
    '<defs>\n',
    ...Array.from(used, (id) => glyphs.get(id)?.replace(/^ +/gm, '') ?? ''),
    '</defs>\n</svg>\n',
  ].join('')
}

const symbol = /^ *<symbol id="(\w+)"[\s\S]*?<\/symbol>\n/gm
