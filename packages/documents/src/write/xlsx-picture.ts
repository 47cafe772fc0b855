/** The parts by which a picture lies on a sheet: the sheet names a drawing, the drawing a file. */
import type { Picture, Sheet } from './workbook.ts'
import { declaration } from './xml.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const package_ = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** `number` is that of the sheet, from 1. */
export const pictureParts = (picture: Picture, number: number): Record<string, string | Uint8Array> => ({
  [`xl/worksheets/_rels/sheet${number}.xml.rels`]: relation('drawing', `../drawings/drawing${number}.xml`),
  [`xl/drawings/drawing${number}.xml`]: drawing(picture),
  [`xl/drawings/_rels/drawing${number}.xml.rels`]: relation('image', `../media/image${number}.png`),
  [`xl/media/image${number}.png`]: picture.png,
})

/** What the list of content types says of them. */
export const pictureTypes = (sheets: Sheet[]): string => {
  const numbers = sheets.flatMap(({ picture }, at) => (picture ? [at + 1] : []))
  if (numbers.length === 0) return ''
  return [
    '<Default Extension="png" ContentType="image/png"/>',
    ...numbers.map(
      (number) =>
        `<Override PartName="/xl/drawings/drawing${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`,
    ),
  ].join('')
}

const relation = (kind: string, target: string): string =>
  `${declaration}<Relationships xmlns="${package_}"><Relationship Id="r1" Type="${office}/${kind}" Target="${target}"/></Relationships>`

/** A millimetre is 36,000 of the units that drawings count in. */
const drawing = ({ column, row, millimetres }: Picture): string => {
  const edge = Math.round(millimetres * 36_000)
  return [
    declaration,
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"',
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">',
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>36000</xdr:colOff>`,
    `<xdr:row>${row - 1}</xdr:row><xdr:rowOff>36000</xdr:rowOff></xdr:from><xdr:ext cx="${edge}" cy="${edge}"/>`,
    '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="QR"/><xdr:cNvPicPr/></xdr:nvPicPr>',
    `<xdr:blipFill><a:blip xmlns:r="${office}" r:embed="r1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`,
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${edge}" cy="${edge}"/></a:xfrm>`,
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>',
  ].join('')
}
