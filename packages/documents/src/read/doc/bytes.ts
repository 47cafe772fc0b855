/** Little-endian numbers out of bytes that may end at any place: what is not there reads as zero. */
export class Bytes {
  readonly #view: DataView
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get length(): number {
    return this.bytes.length
  }
  u8(at: number): number {
    return this.bytes[at] ?? 0
  }
  u16(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.#view.getUint16(at, true) : 0
  }
  u32(at: number): number {
    return at >= 0 && at + 4 <= this.length ? this.#view.getUint32(at, true) : 0
  }
  slice(at: number, length: number): Bytes {
    const from = Math.min(Math.max(at, 0), this.length)
    return new Bytes(this.bytes.subarray(from, Math.min(from + Math.max(length, 0), this.length)))
  }
  /** UTF-16, `count` letters. */
  wide(at: number, count: number): string {
    let text = ''
    for (let letter = 0; letter < count; letter++) text += String.fromCharCode(this.u16(at + letter * 2))
    return text
  }
}
