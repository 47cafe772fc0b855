/**
 * Where signature and seal stand on the page (Decree 30/2020/NĐ-CP, Appendix I, part II): the picture of the signature in the
 * middle between title and name, the seal in its real size over about the left third of it. Pure.
 */
import type { SignatureRoom } from '@loa/documents/write'

interface Size {
  width: number
  height: number
}
type Box = Size & { x: number; y: number }

const millimetre = 72 / 25.4
const widest = 60 * millimetre
/** As large as a round seal of a body; how large its own is, a picture does not say. */
const sealHeight = 36 * millimetre
/** Of a signature without a picture, so that the seal has its place. */
const usual: Size = { width: 45, height: 24 }

export const signatureBox = (room: SignatureRoom, picture: Size | null): Box => {
  const { width, height } = picture ?? usual
  const scale = Math.min(widest / width, (room.height - 2 * millimetre) / height, room.width / width)
  const size = { width: width * scale, height: height * scale }
  return {
    x: room.x + (room.width - size.width) / 2,
    y: room.y + (room.height - size.height) / 2,
    ...size,
  }
}

export const sealBox = (signature: Box, seal: Size | null): Box => {
  const { width, height } = seal ?? { width: 1, height: 1 }
  const size = { width: (sealHeight * width) / height, height: sealHeight }
  return {
    x: Math.max(0, signature.x + signature.width / 3 - size.width),
    y: Math.max(0, signature.y + (signature.height - size.height) / 2),
    ...size,
  }
}
