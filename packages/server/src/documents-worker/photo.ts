/**
 * Opens a photo from the field: when and where it was taken, small upright copies without the camera's data, and the grey
 * picture that its fingerprints are made of.
 */
import { readFile } from 'node:fs/promises'
import exifr from 'exifr'
import sharp from 'sharp'
import type { Photo, Region } from './documents-worker.ts'

/** 100 megapixels: more than any camera in an office, less than a picture made to fill the memory. */
export const pixelLimit = 100_000_000

const open = (path: string | Uint8Array) => {
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp(path, { limitInputPixels: pixelLimit, failOn: 'error' })
}

/** @returns null when it cannot be opened to its end */
export const openPhoto = async (path: string): Promise<Photo | null> => {
  try {
    const { orientation, width, height } = await open(path).metadata()
    const lying = (orientation ?? 1) >= 5
    // Opened once; the copies are made from the small one.
    const upright = await open(path)
      .rotate()
      .resize({ width: 1280, height: 1280, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width: wide, height: high, channels } = upright.info
    const small = () => sharp(upright.data, { raw: { width: wide, height: high, channels } })
    return {
      width: lying ? height : width,
      height: lying ? width : height,
      ...(await readExif(path)),
      preview: await small().jpeg({ quality: 78 }).toBuffer(),
      small: await small().resize({ width: 240, height: 180, fit: 'cover' }).jpeg({ quality: 70 }).toBuffer(),
      grey: new Uint8Array(
        await small().resize({ width: 64, height: 64, fit: 'fill' }).toColourspace('b-w').raw().toBuffer(),
      ),
    }
  } catch {
    // It breaks off, or it is not what its first bytes say: the caller keeps the bytes and raises a doubt.
    return null
  }
}

/** As large as a phone shows it, and some 20 kB. */
export const ghostCopy = async (path: string): Promise<Uint8Array | null> => {
  try {
    return await open(path)
      .resize({ width: 480, height: 480, fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 60 })
      .toBuffer()
  } catch {
    return null
  }
}

/** The copy for the public: upright, smaller, without the camera's data; marked places become a few coarse squares. */
export const publicCopy = async (path: string, regions: Region[]): Promise<Uint8Array | null> => {
  try {
    const base = await open(path)
      .rotate()
      .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true })
    const covers = await Promise.all(
      regions.map(async (region) => {
        const left = Math.min(Math.floor(region.x * base.info.width), base.info.width - 1)
        const top = Math.min(Math.floor(region.y * base.info.height), base.info.height - 1)
        const width = Math.max(1, Math.min(Math.ceil(region.width * base.info.width), base.info.width - left))
        const height = Math.max(
          1,
          Math.min(Math.ceil(region.height * base.info.height), base.info.height - top),
        )
        // Four squares across at most: the mean of each is all that is left of what it covers.
        const few = await sharp(base.data)
          .extract({ left, top, width, height })
          .resize({ width: Math.min(4, width), height: Math.min(4, height), fit: 'fill', kernel: 'cubic' })
          .png()
          .toBuffer()
        const input = await sharp(few)
          .resize({ width, height, fit: 'fill', kernel: 'nearest' })
          .png()
          .toBuffer()
        return { input, left, top }
      }),
    )
    return await sharp(base.data).composite(covers).jpeg({ quality: 82 }).toBuffer()
  } catch {
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
      latitude: numberIn(raw.latitude, 90),
      longitude: numberIn(raw.longitude, 180),
      exif,
    }
  } catch {
    // A photo without readable camera data is still a photo.
    return none
  }
}

const numberIn = (value: unknown, most: number): number | null =>
  typeof value === 'number' && Math.abs(value) <= most ? value : null

const isNumbers = (value: unknown) => Array.isArray(value) && value.every((part) => typeof part === 'number')

/** EXIF writes local time, `2023:06:04 08:31:00`; without an offset the camera is taken to be in Việt Nam. */
const instantOf = (written: unknown, offset: unknown): string | null => {
  const match = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(String(written))
  if (!match) return null
  const zone = /^[+-]\d{2}:\d{2}$/.test(String(offset)) ? String(offset) : '+07:00'
  const instant = new Date(`${match[1]}-${match[2]}-${match[3]}T${match[4]}${zone}`)
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString()
}
