/** What a file really is, told from its first bytes and a zip's table of contents, never from its name. */
import { type ZipEntry, zipEntries } from './zip.ts'

export type Kind =
  | { kind: 'txt' | 'pdf' | 'doc' | 'encrypted-office' | 'damaged' }
  | { kind: 'picture'; format: 'jpeg' | 'png' | 'tiff' }
  | { kind: 'docx'; entries: Map<string, ZipEntry> }
  | { kind: 'other'; what: string }

const pictures: [number[], 'jpeg' | 'png' | 'tiff'][] = [
  [[0x89, 0x50, 0x4e, 0x47], 'png'],
  [[0xff, 0xd8, 0xff], 'jpeg'],
  [[0x49, 0x49, 0x2a, 0x00], 'tiff'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'tiff'],
]

const signatures: [number[], string][] = [
  [[0x47, 0x49, 0x46, 0x38], 'ảnh GIF'],
  [[0x4d, 0x5a], 'chương trình Windows'],
  [[0x7f, 0x45, 0x4c, 0x46], 'chương trình Linux'],
  [[0x52, 0x61, 0x72, 0x21], 'tệp nén RAR'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'tệp nén 7z'],
  [[0x1f, 0x8b], 'tệp nén gzip'],
  [[0x42, 0x4d], 'ảnh BMP'],
  [[0x49, 0x44, 0x33], 'âm thanh MP3'],
  [[0x52, 0x49, 0x46, 0x46], 'tệp âm thanh, hình ảnh RIFF'],
]

export const sniff = (bytes: Uint8Array): Kind => {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return ofZip(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return ofOle(bytes)
  if (ascii(bytes.subarray(0, 1024)).includes('%PDF-')) return { kind: 'pdf' }
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66])) return { kind: 'other', what: 'tệp RTF' }
  for (const [signature, format] of pictures)
    if (startsWith(bytes, signature)) return { kind: 'picture', format }
  for (const [signature, what] of signatures) {
    const short = signature.length < 3
    if (startsWith(bytes, signature) && (!short || looksBinary(bytes))) return { kind: 'other', what }
  }
  if (looksBinary(bytes)) return { kind: 'other', what: 'tệp nhị phân' }
  return { kind: 'txt' }
}

const ofZip = (bytes: Uint8Array): Kind => {
  const entries = zipEntries(bytes)
  if (entries === null) return { kind: 'damaged' }
  if (entries.has('word/document.xml')) return { kind: 'docx', entries }
  if (entries.has('xl/workbook.xml')) return { kind: 'other', what: 'bảng tính Excel' }
  if (entries.has('ppt/presentation.xml')) return { kind: 'other', what: 'bản trình chiếu PowerPoint' }
  if (entries.has('content.xml')) return { kind: 'other', what: 'tệp OpenDocument' }
  return { kind: 'other', what: 'tệp nén ZIP' }
}

/** The old Office container: a password-protected docx, or a .doc. Stream names stand in it as UTF-16. */
const ofOle = (bytes: Uint8Array): Kind => {
  if (holdsWide(bytes, 'EncryptedPackage')) return { kind: 'encrypted-office' }
  if (holdsWide(bytes, 'WordDocument')) return { kind: 'doc' }
  if (holdsWide(bytes, 'Workbook')) return { kind: 'other', what: 'bảng tính Excel kiểu cũ' }
  if (isCutOff(bytes)) return { kind: 'damaged' }
  return { kind: 'other', what: 'tệp Office kiểu cũ' }
}

/** Its table of sectors [MS-CFB 2.3] names one that is no longer there: with it went the names of the streams. */
const isCutOff = (bytes: Uint8Array): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 512) return true
  const sector = 1 << Math.min(12, view.getUint16(0x1e, true))
  const table = (view.getUint32(0x4c, true) + 1) * sector
  for (let i = 0; i * 4 < sector; i++) {
    if (table + i * 4 + 4 > bytes.length) return true
    const isUsed = view.getUint32(table + i * 4, true) !== 0xffffffff
    if (isUsed && (i + 1) * sector >= bytes.length) return true
  }
  return false
}

const holdsWide = (bytes: Uint8Array, name: string): boolean => {
  const pattern = new Uint8Array(name.length * 2)
  for (let i = 0; i < name.length; i++) pattern[i * 2] = name.charCodeAt(i)
  // Directory entries are 128 bytes long and stand at multiples of that.
  for (let at = 512; at + pattern.length <= bytes.length; at += 128) {
    if (pattern.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

const startsWith = (bytes: Uint8Array, signature: number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte)

const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** Control characters that no text has; UTF-16 with its mark is text. */
const looksBinary = (bytes: Uint8Array): boolean => {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return false
  const sample = bytes.subarray(0, 8192)
  let odd = 0
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++
  return odd > sample.length / 100
}
