/** Why a PDF is not read. Apart from the reader, which is loaded late. */
export class PdfTrouble extends Error {
  readonly code: 'file.encrypted' | 'file.damaged'
  constructor(code: 'file.encrypted' | 'file.damaged') {
    super(code)
    this.code = code
  }
}
