import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cameraSegment, withCamera } from './exif.ts'

/** A JPEG with an EXIF segment of one entry: orientation, in the given byte order. */
const jpeg = (isLittle: boolean, orientation: number): Uint8Array => {
  const tiff = new DataView(new ArrayBuffer(26))
  tiff.setUint16(0, isLittle ? 0x4949 : 0x4d4d)
  tiff.setUint16(2, 42, isLittle)
  tiff.setUint32(4, 8, isLittle)
  tiff.setUint16(8, 1, isLittle)
  tiff.setUint16(10, 0x0112, isLittle)
  tiff.setUint16(12, 3, isLittle)
  tiff.setUint32(14, 1, isLittle)
  tiff.setUint16(18, orientation, isLittle)
  const body = [...new TextEncoder().encode('Exif\0\0'), ...new Uint8Array(tiff.buffer)]
  return Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2],
    ...[0xff, 0xe1, 0, body.length + 2, ...body],
    ...[0xff, 0xda, 0, 2, 9, 9, 0xff, 0xd9],
  ])
}

test('what the camera wrote goes along, and says that the picture now stands upright', () => {
  for (const isLittle of [true, false]) {
    const segment = cameraSegment(jpeg(isLittle, 6))
    assert.ok(segment)
    const view = new DataView(segment.buffer, segment.byteOffset)
    assert.equal(view.getUint16(0), 0xffe1)
    assert.equal(view.getUint16(10 + 18, isLittle), 1)
  }
})

test('it stands right behind the first marker of the smaller photo', () => {
  const segment = Uint8Array.from([0xff, 0xe1, 0, 3, 7])
  assert.deepEqual(
    [...withCamera(Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]), segment)],
    [0xff, 0xd8, 0xff, 0xe1, 0, 3, 7, 0xff, 0xd9],
  )
})

test('a file that is no JPEG, has no camera data or breaks off has none to give', () => {
  assert.equal(cameraSegment(Uint8Array.from([0x89, 0x50, 0x4e, 0x47])), null)
  assert.equal(cameraSegment(Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2])), null)
  for (let length = 0; length < 52; length++)
    assert.doesNotThrow(() => cameraSegment(jpeg(true, 6).slice(0, length)))
})
