/** Opens a photo from the field: what it is, when and where it was taken, and a small upright copy. */
import { readFile } from 'node:fs/promises'
import exifr from 'exifr'
import sharp from 'sharp'
import type { Photo } from './documents-worker.ts'

const formats: Record<string, { mime: string; extension: string }> = {
  jpeg: { mime: 'image/jpeg', extension: 'jpg' },
  png: { mime: 'image/png', extension: 'png' },
  webp: { mime: 'image/webp', extension: 'webp' },
}

/** 100 megapixels: more than any camera in an office, less than a picture made to fill the memory. */
export const pixelLimit = 100_000_000

/** @returns null when the bytes are no JPEG, PNG or WebP picture that can be opened to its end */
export const openPhoto = async (path: string): Promise<Photo | null> => {
  sharp.concurrency(1)
  sharp.cache(false)
  try {
    const picture = sharp(path, { limitInputPixels: pixelLimit, failOn: 'error' })
    const { format, width, height, orientation } = await picture.metadata()
    const known = formats[format ?? '']
    if (!known || !width || !height) return null
    const preview = await picture
      .rotate()
      .resize({ width: 1280, height: 1280, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 78 })
      .toBuffer()
    const lying = (orientation ?? 1) >= 5
    return {
      ...known,
      width: lying ? height : width,
      height: lying ? width : height,
      ...(await readExif(path)),
      preview,
    }
  } catch {
    // Not a picture, or one that breaks off: the caller says so with its name.
    return null
  }
}

const readExif = async (
  path: string,
): Promise<Pick<Photo, 'takenAt' | 'latitude' | 'longitude' | 'exif'>> => {
  const none = { takenAt: null, latitude: null, longitude: null, exif: {} }
  try {
    const raw: Record<string, unknown> | undefined = await exifr.parse(await readFile(path), {
      reviveValues: false,
      makerNote: false,
      userComment: false,
      xmp: false,
      icc: false,
      iptc: false,
    })
    if (!raw) return none
    const exif = Object.fromEntries(
      Object.entries(raw).filter(
        ([, value]) => ['string', 'number'].includes(typeof value) || isNumbers(value),
      ),
    )
    return {
      takenAt: instantOf(exif.DateTimeOriginal ?? exif.CreateDate, exif.OffsetTimeOriginal),
      latitude: typeof raw.latitude === 'number' ? raw.latitude : null,
      longitude: typeof raw.longitude === 'number' ? raw.longitude : null,
      exif,
    }
  } catch {
    // A photo without readable camera data is still a photo.
    return none
  }
}

const isNumbers = (value: unknown) => Array.isArray(value) && value.every((part) => typeof part === 'number')

/** EXIF writes local time, `2023:06:04 08:31:00`; without an offset the camera is taken to be in Việt Nam. */
const instantOf = (written: unknown, offset: unknown): string | null => {
  const match = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(String(written))
  if (!match) return null
  const zone = /^[+-]\d{2}:\d{2}$/.test(String(offset)) ? String(offset) : '+07:00'
  const instant = new Date(`${match[1]}-${match[2]}-${match[3]}T${match[4]}${zone}`)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}
