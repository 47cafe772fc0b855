/** Why a PDF is not read. Apart from the reader, which is loaded late. */
export class PdfTrouble extends Error {
  readonly code: 'file.encrypted' | 'file.damaged' | 'file.too-many-pixels'
  constructor(code: 'file.encrypted' | 'file.damaged' | 'file.too-many-pixels') {
    super(code)
    this.code = code
  }
}
