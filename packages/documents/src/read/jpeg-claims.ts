/**
 * Whether a JPEG within these bytes claims more pixels than may be decoded. pdf.js looks only at what the PDF says of a picture;
 * the picture's own head may say another size, and it is that one which is decoded.
 */
export const claimsTooManyPixels = (bytes: Uint8Array, limit: number): boolean => {
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] !== 0xd8 || bytes[at + 2] !== 0xff) continue
    if (pixelsOf(bytes, at + 2) > Math.min(limit, (bytes.length - at) * mostPerByte)) return true
  }
  return false
}

/** A block of 64 pixels takes a bit at least, however white the page. */
const mostPerByte = 512

/**
 * Walks from segment to segment to the head of the frame, so that chance bytes of other streams are not taken for one. Where a
 * picture at the beginning of a stream has no next segment, pdf.js looks further for one, and so does this.
 */
const pixelsOf = (bytes: Uint8Array, from: number): number => {
  const u16 = (at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
  const isStream = new TextDecoder('latin1')
    .decode(bytes.subarray(from - 10, from - 2))
    .trimEnd()
    .endsWith('stream')
  let at = from
  for (let segment = 0; segment < 100 && at + 9 < bytes.length; segment++) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : 0
    const length = u16(at + 2)
    if (marker >= 0xc0 && marker <= 0xc2) return u16(at + 5) * u16(at + 7)
    if (marker >= 0xc0 && marker !== 0xda && marker !== 0xd9 && length >= 2) at += 2 + length
    else if (isStream) at = nextFrame(bytes, at + 1)
    else return 0
  }
  return 0
}

const nextFrame = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xc2) return at
    // The end of this picture.
    if (marker === 0xd9) break
  }
  return bytes.length
}
