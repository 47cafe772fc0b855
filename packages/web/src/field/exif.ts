/**
 * What the camera wrote into a JPEG (time, place, model) goes along when the phone makes the photo smaller: the segment is
 * taken over as it is, a claim like any other, and only told that the picture now stands upright. Pure.
 */

/** The EXIF segment with its marker, or null. */
export const cameraSegment = (jpeg: Uint8Array): Uint8Array | null => {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  if (jpeg.length < 4 || view.getUint16(0) !== 0xffd8) return null
  for (let at = 2; at + 4 <= jpeg.length; ) {
    const marker = view.getUint16(at)
    if (marker < 0xffc0 || marker === 0xffda) return null
    const end = at + 2 + view.getUint16(at + 2)
    if (end > jpeg.length) return null
    if (marker === 0xffe1 && String.fromCharCode(...jpeg.subarray(at + 4, at + 8)) === 'Exif')
      return upright(jpeg.slice(at, end))
    at = end
  }
  return null
}

/** A fresh JPEG with that segment behind its first marker. */
export const withCamera = (jpeg: Uint8Array, segment: Uint8Array): Uint8Array<ArrayBuffer> => {
  const made = new Uint8Array(jpeg.length + segment.length)
  made.set(jpeg.subarray(0, 2))
  made.set(segment, 2)
  made.set(jpeg.subarray(2), 2 + segment.length)
  return made
}

const orientation = 0x0112

/** marker 2, length 2, "Exif\0\0" 6, then TIFF: the first directory names the orientation. */
const upright = (segment: Uint8Array): Uint8Array => {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength)
  const tiff = 10
  if (segment.length < tiff + 8) return segment
  const isLittle = view.getUint16(tiff) === 0x4949
  const first = tiff + view.getUint32(tiff + 4, isLittle)
  if (first + 2 > segment.length) return segment
  const entries = view.getUint16(first, isLittle)
  for (let entry = 0; entry < entries; entry++) {
    const at = first + 2 + entry * 12
    if (at + 12 > segment.length) break
    if (view.getUint16(at, isLittle) === orientation) view.setUint16(at + 8, 1, isLittle)
  }
  return segment
}
