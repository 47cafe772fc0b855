/** Why a picture is not opened. Apart from the library that opens pictures, which is loaded late. */
export class PictureTrouble extends Error {
  readonly code: 'file.damaged' | 'file.too-many-pixels'
  constructor(code: 'file.damaged' | 'file.too-many-pixels') {
    super(code)
    this.code = code
  }
}
