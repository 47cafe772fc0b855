/**
 * The same letter to many as DOCX. All parts but the page itself are packed once and copied; of the page only the paragraphs of "Kính gửi" are
 * made anew, and its other XML is not.
 */
import type { DocumentTree } from '../document.ts'
import { type DocxOptions, docxParts } from './docx.ts'
import { addressees } from './docx-frame.ts'
import { paragraph } from './docx-xml.ts'
import type { LetterTo } from './letter-batches.ts'
import { printed } from './printed.ts'
import { addresseesOf } from './printed-head.ts'
import { qrPng } from './qr.ts'
import { packed, packedAround, packedZip } from './zip.ts'

const page = 'word/document.xml'
const picture = 'word/media/qr.png'
const relations = 'word/_rels/document.xml.rels'

/** The letter as a function of its addressee: a tenth of a millisecond each. */
export const docxLetterWriter = (
  tree: DocumentTree,
  options: DocxOptions = {},
): ((to: LetterTo) => Uint8Array) => {
  // A name that no document bears: the place of the paragraphs in the page.
  const place = '\u0011'
  const mark = addressees({ label: place, labelWidth: 0, items: [place] })
  const parts = docxParts(
    { ...printed(tree), addressees: { label: place, labelWidth: 0, items: [place] } },
    options,
  )
  const [before = '', after = ''] = (parts[page] ?? '').split(mark)
  const shared = Object.entries(parts)
    .filter(([name]) => name !== page && name !== relations)
    .map(([name, part]) => packed(name, part))
  const links = parts[relations] ?? ''
  const plain = packed(relations, links)
  const withPicture = packed(
    relations,
    links.replace('</Relationships>', `${pictureRelation}</Relationships>`),
  )
  const letter = packedAround(page, before, after)
  const coded = packedAround(page, before.replace('<w:body>', `<w:body>${qrParagraph}`), after)
  return ({ addressee, qr }) => {
    const own = addresseesOf({ ...tree, addressees: [addressee] })
    const words = own ? addressees(own) : ''
    return packedZip(
      qr
        ? [...shared, withPicture, coded(words), packed(picture, qrPng(qr))]
        : [...shared, plain, letter(words)],
    )
  }
}

const pictureRelation =
  '<Relationship Id="rQr" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/qr.png"/>'

/** In English Metric Units, 36,000 to the millimetre: 16 mm in the left margin, as in the PDF. */
const [left, top, edge] = [9, 258, 16].map((millimetres) => millimetres * 36_000)
const anchored = (axis: 'H' | 'V', offset = 0) =>
  `<wp:position${axis} relativeFrom="page"><wp:posOffset>${offset}</wp:posOffset></wp:position${axis}>`
const qrParagraph = paragraph(
  [
    '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="1"',
    ' locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>',
    anchored('H', left),
    anchored('V', top),
    `<wp:extent cx="${edge}" cy="${edge}"/><wp:wrapNone/><wp:docPr id="8000" name="Mã QR" descr="Mã QR"/>`,
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>',
    '<pic:nvPicPr><pic:cNvPr id="8000" name="Mã QR"/><pic:cNvPicPr/></pic:nvPicPr>',
    '<pic:blipFill><a:blip r:embed="rQr"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>',
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${edge}" cy="${edge}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>',
  ].join(''),
  { spacing: { after: 0, exact: 1 } },
)
