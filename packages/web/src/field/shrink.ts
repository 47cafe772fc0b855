/** Makes a photo small enough for a weak network, on the phone itself; what it was before is noted by its hash. */
import { cameraSegment, withCamera } from './exif.ts'

export interface SmallPhoto {
  blob: Blob
  thumb: Blob
  sha256: string
  original: { sha256: string; bytes: number }
}

const longest = 2048
const thumbSize = 168

/** @throws Error where the browser cannot open the photo */
export const shrink = async (file: File): Promise<SmallPhoto> => {
  const before = new Uint8Array(await file.arrayBuffer())
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
    const drawn = new Uint8Array(await (await draw(picture, scale, 0.85)).arrayBuffer())
    const camera = cameraSegment(before)
    const bytes = camera ? withCamera(drawn, camera) : drawn
    const small = thumbSize / Math.min(picture.width, picture.height)
    return {
      blob: new Blob([bytes], { type: 'image/jpeg' }),
      thumb: await draw(picture, Math.min(1, small), 0.7),
      sha256: await hash(bytes),
      original: { sha256: await hash(before), bytes: before.length },
    }
  } finally {
    picture.close()
  }
}

const draw = (picture: ImageBitmap, scale: number, quality: number): Promise<Blob> => {
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(picture, 0, 0, width, height)
  return canvas.convertToBlob({ type: 'image/jpeg', quality })
}

const hash = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
