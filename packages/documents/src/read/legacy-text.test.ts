import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeOfficeText, tcvn3 } from './legacy-text.ts'

const small = [...'aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ'].filter(
  (letter) => letter > '\u007f',
)

const signOf = new Map([...tcvn3].map(([sign, letter]) => [letter, sign]))
/** As an ABC font stores it: a capital without a place of its own is a small letter. */
const toTcvn3 = (text: string) =>
  Buffer.from(
    [...text].map((sign) => signOf.get(sign) ?? signOf.get(sign.toLowerCase()) ?? sign).join(''),
    'latin1',
  )

/** Windows-1258 holds vowels with circumflex, breve or horn, and the tones as marks of their own. */
const marks = new Map([
  ['\u0300', 0xcc],
  ['\u0301', 0xec],
  ['\u0303', 0xde],
  ['\u0309', 0xd2],
  ['\u0323', 0xf2],
])
const bases = new Map([...'ÂăÊÔƠƯĐâêôơưđĂ'].map((letter) => [letter, baseByte(letter)]))
function baseByte(letter: string): number {
  for (let byte = 0x80; byte < 0x100; byte++)
    if (new TextDecoder('windows-1258').decode(Uint8Array.of(byte)) === letter) return byte
  throw new Error(letter)
}
const to1258 = (text: string) =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      if (letter <= '\u007f') return [letter.charCodeAt(0)]
      const parts = letter.normalize('NFD')
      const mark = [...parts].find((part) => marks.has(part))
      const base = parts.replace(mark ?? '', '').normalize('NFC')
      return [bases.get(base) ?? base.charCodeAt(0), ...(mark ? [marks.get(mark) ?? 0] : [])]
    }),
  )

const names = readFileSync(
  join(import.meta.dirname, '../../../../examples/viet-nam/provinces-districts-until-2025-06-30.csv'),
  'utf8',
)
  .split('\n')
  .slice(1, 400)

test('every small Vietnamese letter has its place in TCVN3, no two the same', () => {
  assert.equal(small.length, 67)
  for (const letter of small) assert.ok(signOf.has(letter), letter)
  assert.equal(signOf.size, tcvn3.size)
  // Pinned from the standard: ă A8, đ AE, ạ B9, ế D5, ọ E4, ỵ FE.
  for (const [letter, byte] of [
    ['ă', 0xa8],
    ['đ', 0xae],
    ['ạ', 0xb9],
    ['ế', 0xd5],
    ['ọ', 0xe4],
    ['ỵ', 0xfe],
  ] as const)
    assert.equal(signOf.get(letter)?.charCodeAt(0), byte, letter)
})

test('each Vietnamese letter is read from TCVN3 and from Windows-1258, capitals too where they have a place', () => {
  const around = 'Xã Thanh Hải, huyện Bình Giang, tỉnh Hải Dương; phường Quyết Thắng, thị trấn Đồng Đăng '
  for (const letter of [...small, ...small.map((each) => each.toUpperCase())]) {
    const text = `${around}${letter}`
    assert.equal(decodeOfficeText(to1258(text))?.text, text)
    const old = decodeOfficeText(toTcvn3(text))
    assert.equal(old?.encoding, 'tcvn3')
    assert.equal(old.text.at(-1), signOf.has(letter) ? letter : letter.toLowerCase())
  }
})

test('the names of provinces and districts come back from each of the five ways of writing them', () => {
  const text = names.join('\n')
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le')
  const ways: [Uint8Array, string][] = [
    [Buffer.from(text), 'utf-8'],
    [Buffer.from(`\ufeff${text}`), 'utf-8'],
    [wide, 'utf-16'],
    [wide.subarray(2), 'utf-16'],
    [Buffer.from(wide).swap16(), 'utf-16'],
    [to1258(text), 'windows-1258'],
  ]
  for (const [bytes, encoding] of ways) {
    const read = decodeOfficeText(bytes)
    assert.equal(read?.encoding, encoding)
    assert.equal(read.text, text)
  }
  const read = decodeOfficeText(toTcvn3(text))
  assert.equal(read?.encoding, 'tcvn3')
  assert.equal(read.text.toLowerCase(), text.toLowerCase())
})

test('TCVN3 that was saved as Unicode is mended; Unicode stays as it is', () => {
  const typed = 'Ph­êng B×nh Hµn, x· Nam S¸ch, huyÖn Tø Kú'
  assert.deepEqual(decodeOfficeText(Buffer.from(typed)), {
    text: 'Phường Bình Hàn, xã Nam Sách, huyện Tứ Kỳ',
    encoding: 'tcvn3',
  })
  fc.assert(
    fc.property(fc.subarray(names, { minLength: 1 }), (some) => {
      const text = some.join('\n')
      assert.deepEqual(decodeOfficeText(Buffer.from(text)), { text, encoding: 'utf-8' })
    }),
  )
})

test('bytes that are no Vietnamese in any of these are refused', () => {
  assert.equal(decodeOfficeText(Buffer.from('Straße; Übergröße; naïve façade; coöperation', 'latin1')), null)
  assert.equal(decodeOfficeText(Uint8Array.from({ length: 300 }, (_, at) => 128 + ((at * 7) % 128))), null)
})
