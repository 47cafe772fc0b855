/**
 * Writes documents: the tree goes in, bytes come out. Nothing here reads a clock or the network; the same tree gives
 * the same bytes.
 */
export { longDate, placeAndDate } from './dates.ts'
export { writeDocx } from './docx.ts'
export { type Letter, writeLetters } from './letters.ts'
export { documentName, typeTitle } from './names.ts'
export { type PdfOptions, previewSvg, type SignatureRoom, writePdf, writePdfToSign } from './pdf.ts'
export { dropTypesetter } from './typst.ts'
export {
  type Cell,
  type CellStyle,
  type Column,
  cellName,
  firstRow,
  type Sheet,
  type Workbook,
} from './workbook.ts'
export { writeXlsx } from './xlsx.ts'
