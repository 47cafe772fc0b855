/** A signature field on a page, appended to the file as it is: what was signed before stays untouched (ISO 32000-2, 12.8). */
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'

export interface SignaturePlace {
  /** Name of the field; each signature of a file has its own. */
  field: string
  /** Page from 0, and the box in points from the lower left corner. */
  page: number
  box: { x: number; y: number; width: number; height: number }
  /** What is seen there: a picture of the signature or of the seal. Without it the signature is not seen. */
  png: Uint8Array | null
  signer: string
  reason: string | null
  /** When the signer says it was signed, ISO 8601. */
  at: string
}

/** Room for certificates, and a timestamp with its own. */
const room = 20_000
const longest = 9_999_999_999

export interface Opened {
  /** The file with the place, its byte range filled in. */
  pdf: Buffer
  /** Where the hexadecimal signature goes, without its brackets. */
  start: number
  length: number
}

/** @throws what pdf-lib throws for a file that is none, or is encrypted */
export const openPlace = async (bytes: Uint8Array, place: SignaturePlace): Promise<Opened> => {
  const document = await PDFDocument.load(bytes, { forIncrementalUpdate: true, updateMetadata: false })
  const { context } = document
  const page = document.getPage(place.page)
  const value = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      ByteRange: [0, longest, longest, longest],
      Contents: PDFHexString.of('0'.repeat(2 * room)),
      Name: PDFHexString.fromText(place.signer),
      M: PDFString.fromDate(new Date(place.at)),
      ...(place.reason ? { Reason: PDFHexString.fromText(place.reason) } : {}),
    }),
  )
  const { x, y, width, height } = place.png ? place.box : { x: 0, y: 0, width: 0, height: 0 }
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFHexString.fromText(place.field),
      TU: PDFHexString.fromText(`Chữ ký số: ${place.signer}`),
      V: value,
      // Printed, and not to be moved.
      F: 132,
      Rect: [x, y, x + width, y + height],
      P: page.ref,
      ...(place.png ? { AP: { N: await appearance(document, place.png, place.box) } } : {}),
    }),
  )
  page.node.addAnnot(widget)
  const form = document.catalog.getOrCreateAcroForm().dict
  form.set(PDFName.of('SigFlags'), context.obj(3))
  const fields = form.lookupMaybe(PDFName.of('Fields'), PDFArray)
  if (fields) fields.push(widget)
  else form.set(PDFName.of('Fields'), context.obj([widget]))
  return withRange(
    Buffer.from(await document.save({ useObjectStreams: false, updateFieldAppearances: false })),
    bytes.length,
  )
}

/** The picture fills the box. */
const appearance = async (
  document: PDFDocument,
  png: Uint8Array,
  { width, height }: SignaturePlace['box'],
) => {
  const image = await document.embedPng(png)
  await image.embed()
  const stream = document.context.stream(`q ${width} 0 0 ${height} 0 0 cm /S Do Q`, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, width, height],
    Resources: { XObject: { S: image.ref } },
  })
  return document.context.register(stream)
}

/** Only what was appended is searched: words of the document cannot pass for the place. */
const withRange = (pdf: Buffer, from: number): Opened => {
  const contents = pdf.indexOf(`<${'0'.repeat(2 * room)}>`, from)
  const range = pdf.indexOf(`${longest} ${longest} ${longest}`, from)
  if (contents < 0 || range < 0) throw new Error('the place of the signature is not there')
  const after = contents + 2 * room + 2
  const written = `${contents} ${after} ${pdf.length - after}`
  pdf.write(written.padEnd(3 * String(longest).length + 2), range, 'latin1')
  return { pdf, start: contents + 1, length: 2 * room }
}
