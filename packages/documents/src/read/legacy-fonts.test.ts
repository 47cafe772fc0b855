import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { FontTexts, familyOf, fromFamily, mendText } from './legacy-fonts.ts'
import { read } from './read.ts'
import { scanPdf } from './scan/testing.ts'

const unicode =
  'Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập - Tự do - Hạnh phúc. Kính gửi: Ủy ban nhân dân các huyện, thị xã, thành phố. Đề nghị triển khai tuyên truyền bằng loa phóng thanh, băng rôn, áp phích trước ngày 05 hằng tháng; quyết định mở lớp, ghi rõ chữ ký, đường sá, cũng như những kỳ nghỉ, tỷ lệ, mỹ thuật.'

const vni =
  'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp - Töï do - Haïnh phuùc. Kính göûi: UÛy ban nhaân daân caùc huyeän, thò xaõ, thaønh phoá. Ñeà nghò trieån khai tuyeân truyeàn baèng loa phoùng thanh, baêng roân, aùp phích tröôùc ngaøy 05 haèng thaùng; quyeát ñònh môû lôùp, ghi roõ chöõ kyù, ñöôøng saù, cuõng nhö nhöõng kyø nghæ, tyû leä, myõ thuaät.'

const tcvn =
  'Céng hßa x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do - H¹nh phóc. KÝnh göi: ñy ban nh©n d©n c¸c huyÖn, thÞ x·, thµnh phè. §Ò nghÞ triÓn khai tuyªn truyÒn b»ng loa phãng thanh, b¨ng r«n, ¸p phÝch tr­íc ngµy 05 h»ng th¸ng; quyÕt ®Þnh më líp, ghi râ ch÷ ký, ®­êng s¸, còng nh­ nh÷ng kú nghØ, tû lÖ, mü thuËt.'

test('text typed in VNI and TCVN3 fonts says what it looked like', () => {
  assert.equal(fromFamily(vni, 'vni'), unicode)
  // ABC fonts have no capital with a tone of its own: Ủ is drawn by another font, and comes out small.
  assert.equal(fromFamily(tcvn, 'tcvn3'), unicode.replace('Ủy', 'ủy'))
})

test('every VNI letter, small and capital, with every tone', () => {
  const rows: [string, string][] = [
    ['aø aù aû aõ aï', 'à á ả ã ạ'],
    ['aâ aà aá aå aã aä', 'â ầ ấ ẩ ẫ ậ'],
    ['aê aè aé aú aü aë', 'ă ằ ắ ẳ ẵ ặ'],
    ['eø eù eû eõ eï eâ eà eá eå eã eä', 'è é ẻ ẽ ẹ ê ề ế ể ễ ệ'],
    ['ì í æ ó ò', 'ì í ỉ ĩ ị'],
    ['oø où oû oõ oï oâ oà oá oå oã oä', 'ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ'],
    ['ô ôø ôù ôû ôõ ôï', 'ơ ờ ớ ở ỡ ợ'],
    ['uø uù uû uõ uï ö öø öù öû öõ öï', 'ù ú ủ ũ ụ ư ừ ứ ử ữ ự'],
    ['yø yù yû yõ î ñ', 'ỳ ý ỷ ỹ ỵ đ'],
  ]
  for (const [typed, looks] of rows) {
    assert.equal(fromFamily(typed, 'vni'), looks)
    assert.equal(fromFamily(typed.toUpperCase(), 'vni'), looks.toUpperCase())
  }
})

test('VPS letters have one place each', () => {
  const bytes = new TextDecoder('windows-1252').decode(new Uint8Array(Array(256).keys()))
  const all = [...new Set(fromFamily(bytes, 'vps'))]
  for (const letter of 'ắằẳẵặấầẩẫậđẻẽẹếềểễệỉĩịỏọốồổỗộơớờởỡợủũụưứừửữựỳỷỹỵ')
    assert.ok(all.includes(letter), letter)
})

test('the name of the font alone decides nothing: .VnTime over Unicode stays as it is', () => {
  const fonts = new FontTexts()
  fonts.hear('.VnTime', unicode)
  assert.equal(fonts.reader(), null)
  assert.equal(familyOf('ABCDEF+.VnTimeH'), 'tcvn3')
  assert.equal(familyOf('VNI-Times'), 'vni')
  assert.equal(familyOf('VPS Times'), 'vps')
  assert.equal(familyOf('Times New Roman'), null)
})

test('a font of capitals draws small letters as capitals', () => {
  const fonts = new FontTexts()
  fonts.hear('.VnTime', tcvn)
  assert.equal(fonts.reader()?.('.VnTimeH', 'ñy ban nh©n d©n'), 'ỦY BAN NHÂN DÂN')
  assert.equal(fonts.reader()?.('Arial', 'tr­íc'), 'tr­íc')
})

test('text without fonts is mended only where Vietnamese words come out', () => {
  assert.deepEqual(mendText(vni), { family: 'vni', text: unicode })
  assert.equal(mendText(tcvn).family, 'tcvn3')
  assert.equal(mendText(unicode).family, null)
  assert.equal(mendText('Übergrößen für Straßenbahnführer, déjà vu à la carte').family, null)
})

test('a docx typed in an old font reads as the same dispatch in Unicode', async () => {
  const lines = [
    'SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 118/SVHTTDL-QLVHGĐ',
    'V/v tuyên truyền phòng, chống đuối nước',
    'Hải Dương, ngày 22 tháng 5 năm 2023',
    'Kính gửi: Ủy ban nhân dân các huyện, thị xã, thành phố',
    'Đề nghị các đơn vị treo băng rôn, mở loa phóng thanh trước ngày 05/6/2023.',
  ]
  const typed = lines.map((line) => [...line].map((letter) => vniOf.get(letter) ?? letter).join(''))
  const docx = (font: string, words: string[]) =>
    zipSync({
      'word/document.xml': strToU8(
        `<w:document><w:body>${words
          .map(
            (line) =>
              `<w:p><w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr><w:t>${line}</w:t></w:r></w:p>`,
          )
          .join('')}</w:body></w:document>`,
      ),
    })
  const plainly = await read(docx('Times New Roman', lines), 'a.docx')
  const mended = await read(docx('VNI-Times', typed), 'a.docx')
  assert.equal(plainly.tree?.subject, 'tuyên truyền phòng, chống đuối nước')
  assert.deepEqual(mended.tree, plainly.tree)
  // The same font name over text that is Unicode changes nothing.
  assert.deepEqual((await read(docx('VNI-Times', lines), 'a.docx')).tree, plainly.tree)
})

test('a PDF printed from an old font reads as the same dispatch in Unicode', async () => {
  const lines = [
    'Số: 118/SVHTTDL-QLVHGĐ',
    'Hải Dương, ngày 22 tháng 5 năm 2023',
    'V/v tuyên truyền phòng, chống đuối nước',
    'Kính gửi: Ủy ban nhân dân các huyện, thị xã, thành phố',
    'Đề nghị các đơn vị treo băng rôn, mở loa phóng thanh trước ngày 05/6/2023.',
    'Nhà trường mở các lớp dạy bơi cho học sinh, báo cáo kết quả về Sở để tổng hợp.',
  ]
  const typed = lines.map((line) => [...line].map((letter) => vniOf.get(letter) ?? letter).join(''))
  const shown = (line: string) => `<${Buffer.from(line, 'latin1').toString('hex')}> Tj`
  const content = typed
    .map((line, index) => {
      // One line in two pieces, cut between a letter and its marks.
      const cut = index === 2 ? line.search(/[aeiouyôö][\u00c0-\u00ff]/) + 1 : 0
      return `BT /F 12 Tf 60 ${780 - index * 20} Td ${cut > 0 ? `${shown(line.slice(0, cut))} ` : ''}${shown(line.slice(cut))} ET`
    })
    .join('\n')
  const { tree } = await read(scanPdf([[]], { content }), 'a.pdf')
  assert.equal(tree?.code, '118/SVHTTDL-QLVHGĐ')
  assert.equal(tree?.date, '2023-05-22')
  assert.equal(tree?.subject, 'tuyên truyền phòng, chống đuối nước')
  assert.deepEqual(tree?.addressees, ['Ủy ban nhân dân các huyện, thị xã, thành phố'])
})

/** Each letter as it is typed in VNI, by trying all pairs. */
const vniOf = new Map<string, string>()
// Small marks first: a small letter is typed with them.
for (const base of ['', ...'aeiouyAEIOUYôöÔÖ'])
  for (let code = 0xff; code >= 0xc0; code--)
    for (const typed of [base, base + String.fromCharCode(code)]) {
      const looks = fromFamily(typed, 'vni')
      if (looks.length === 1 && looks !== typed && !vniOf.has(looks)) vniOf.set(looks, typed)
    }
