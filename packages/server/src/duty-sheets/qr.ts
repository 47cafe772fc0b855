import { encode } from 'uqr'

const moduleSize = 8

/** A QR code as a PNG, black on white with the quiet edge that readers need. */
export const qrPng = async (text: string): Promise<Uint8Array> => {
  const { data, size } = encode(text, { border: 4 })
  const edge = size * moduleSize
  const pixels = new Uint8Array(edge * edge)
  for (let y = 0; y < edge; y++)
    for (let x = 0; x < edge; x++)
      pixels[y * edge + x] = data[Math.floor(y / moduleSize)]?.[Math.floor(x / moduleSize)] ? 0 : 255
  // Loaded with the first form that is asked for: the idle server has no use for twenty megabytes of it.
  const { default: sharp } = await import('sharp')
  return sharp(pixels, { raw: { width: edge, height: edge, channels: 1 } })
    .png({ compressionLevel: 9 })
    .toBuffer()
}
