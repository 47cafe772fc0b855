/**
 * Writes documents: the tree goes in, bytes come out. Nothing here reads a clock or the network; the same tree gives
 * the same bytes.
 */
export {
  type ArrivalStamp,
  arrivalStampSize,
  arrivalStampSvg,
  writeArrivalStamp,
} from './arrival-stamp.ts'
export { longDate, placeAndDate, shortDate } from './dates.ts'
export { writeDocx } from './docx.ts'
export { docxLetterWriter } from './docx-letters.ts'
export {
  type ForwardingSlip,
  type Opinion,
  writeForwardingSlipDocx,
  writeForwardingSlipPdf,
} from './forwarding-slip.ts'
export type { LetterTo } from './letter-batches.ts'
export { type Letter, writeLetters } from './letters.ts'
export { type ThreadOptions, type WrittenLetter, writeLettersOnThreads } from './letters-threads.ts'
export { documentName, typeTitle } from './names.ts'
export {
  type PdfOptions,
  previewPages,
  previewSvg,
  type SignatureRoom,
  writePdf,
  writePdfToSign,
} from './pdf.ts'
export { type PrintFileOptions, writePrintFile } from './print-file.ts'
export { signingTime } from './printed-copy.ts'
export { type RegisterCover, registerWorkbook, writeRegister } from './register.ts'
export {
  type Entry,
  type RegisterColumn,
  type RegisterKind,
  type RegisterRows,
  registerColumns,
  registerKinds,
  registerTitle,
} from './register-columns.ts'
export { stampPdf } from './stamped-pdf.ts'
export type { DrawnPage } from './svg.ts'
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
