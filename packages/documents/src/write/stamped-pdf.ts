/** A print of what arrived with the stamp "ĐẾN" on its first page. The file that came in is not changed. */
import { degrees, PDFDocument } from '@cantoo/pdf-lib'
import type { Box } from '../document.ts'
import { stampPlace } from './stamp-place.ts'

/**
 * @param original the PDF that came in
 * @param stamp the page that `writeArrivalStamp` makes
 * @param taken boxes of the words of page 1, as a person holds it
 * @returns null for a file that cannot be opened, or is encrypted
 */
export const stampPdf = async (
  original: Uint8Array,
  stamp: Uint8Array,
  taken: readonly Box[],
): Promise<Uint8Array | null> => {
  const document = await PDFDocument.load(original, { updateMetadata: false }).catch(() => null)
  const [first] = document?.getPages() ?? []
  if (!document || !first) return null
  const [picture] = await document.embedPdf(stamp)
  if (!picture) return null
  const { x: left, y: bottom, width, height } = first.getCropBox()
  const turn = ((first.getRotation().angle % 360) + 360) % 360
  const upright = turn % 180 === 0 ? { width, height } : { width: height, height: width }
  const { x, y } = stampPlace(upright, taken, picture)
  const foot = upright.height - y - picture.height
  // A page that is turned when it is shown has its corner elsewhere.
  const corner = {
    0: { x: left + x, y: bottom + foot },
    90: { x: left + width - foot, y: bottom + x },
    180: { x: left + width - x, y: bottom + height - foot },
    270: { x: left + foot, y: bottom + height - x },
  }[turn] ?? { x: left + x, y: bottom + foot }
  first.drawPage(picture, { ...corner, rotate: degrees(turn) })
  return document.save()
}
