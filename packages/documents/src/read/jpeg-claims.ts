/**
 * Whether a JPEG within these bytes claims more pixels than may be decoded. pdf.js looks only at what the PDF says of a picture;
 * the picture's own head may say another size, and it is that one which is decoded.
 */
export const claimsTooManyPixels = (bytes: Uint8Array, limit: number): boolean => {
  for (let at = bytes.indexOf(0xff); at >= 0 && at + 9 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0
    // The head of a frame: eight bits a sample, its length told by one to four colours.
    if (marker < 0xc0 || marker > 0xc2 || bytes[at + 2] !== 0 || bytes[at + 4] !== 8) continue
    const colours = ((bytes[at + 3] ?? 0) - 8) / 3
    if (!Number.isInteger(colours) || colours < 1 || colours > 4) continue
    const height = ((bytes[at + 5] ?? 0) << 8) | (bytes[at + 6] ?? 0)
    const width = ((bytes[at + 7] ?? 0) << 8) | (bytes[at + 8] ?? 0)
    if (width * height > limit) return true
  }
  return false
}
