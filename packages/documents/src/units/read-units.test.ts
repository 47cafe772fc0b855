import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from '../write/xlsx.ts'
import { readUnitFile, type UnitFile } from './read-units.ts'

const read = (bytes: Uint8Array | string): UnitFile => {
  const file = readUnitFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  if ('trouble' in file) assert.fail(file.trouble)
  return file
}
const troubleOf = (bytes: Uint8Array) => {
  const file = readUnitFile(bytes)
  return 'trouble' in file ? file.trouble : null
}
const wholeCountry = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../../examples/viet-nam', name))

test('the lists of the whole country are read row by row, nothing left out and nothing doubtful', () => {
  const counts = {
    'provinces-districts-until-2025-06-30.csv': 786,
    'communes-until-2025-06-30.csv': 11_196,
    'units-from-2025-07-01.csv': 3366,
  }
  for (const [name, count] of Object.entries(counts)) {
    const file = read(wholeCountry(name))
    assert.deepEqual([file.kind, file.encoding, file.units.length, file.padded], ['units', 'utf-8', count, 0])
    assert.deepEqual(
      file.units.filter((unit) => unit.trouble),
      [],
    )
  }
  const mapping = read(wholeCountry('commune-mapping-2025-07-01.csv'))
  assert.equal(mapping.mappings.length, 10_599)
  assert.equal(mapping.mappings.filter(({ share }) => share === 'full').length, 9587)
})

test('an office writes its list in Vietnamese: a title above, semicolons, day/month/year, words for the types', () => {
  const { units } = read(
    `\ufeffDANH SÁCH ĐƠN VỊ;;;\r\n;;;\r\nMã;Tên đầy đủ;Loại;Mã cấp trên;Từ ngày;Đến ngày;Kế thừa\r\n` +
      `S-1;"Phòng Văn hóa; Thể thao";Phòng;S;1/7/2025;;\r\nX-1;Trạm cũ;Đơn vị sự nghiệp;S;;30/06/2025;S-1, S-2\r\n;;;;;;\r\n`,
  )
  assert.deepEqual(units, [
    {
      line: 4,
      code: 'S-1',
      name: 'Phòng Văn hóa; Thể thao',
      fullName: 'Phòng Văn hóa; Thể thao',
      type: 'office-room',
      parentCode: 'S',
      validFrom: '2025-07-01',
      validTo: null,
      mergedInto: '',
      trouble: null,
    },
    {
      line: 5,
      code: 'X-1',
      name: 'Trạm cũ',
      fullName: 'Trạm cũ',
      type: 'public-service-unit',
      parentCode: 'S',
      validFrom: null,
      validTo: '2025-06-30',
      mergedInto: 'S-1;S-2',
      trouble: null,
    },
  ])
})

test('what cannot be understood is named by line and word, and the other rows stay', () => {
  const { units } = read(
    'code,fullName,type,validFrom\n,Xã A,xa,\nA,,xa,\nB,Xã B,làng,\nC,Xã C,xa,31/02/2025\nD,Xã D,,2025-07-01\n',
  )
  assert.deepEqual(
    units.map(({ line, type, trouble }) => [line, type, trouble?.code ?? null, trouble?.about ?? '']),
    [
      [2, 'xa', 'no-code', ''],
      [3, 'xa', 'no-name', ''],
      [4, 'làng', 'unknown-type', 'làng'],
      [5, 'xa', 'bad-date', '31/02/2025'],
      [6, 'xa', null, ''],
    ],
  )
})

test('a workbook: shared and inline strings, days as numbers, zeros that Excel took come back', async () => {
  const book = zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook><sheets><sheet name="A" sheetId="1" r:id="rId7"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId7" Target="worksheets/danhsach.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': strToU8(
      '<sst><si><t>Mã</t></si><si><t>Tên</t><rPh sb="0" eb="1"><t>đọc</t></rPh></si><si><r><t>Xã Ba </t></r><r><t>Chẽ</t></r></si></sst>',
    ),
    'xl/worksheets/danhsach.xml': strToU8(
      `<worksheet><sheetData><row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>
       <c r="C2" t="inlineStr"><is><t>Từ ngày</t></is></c><c r="E2" t="inlineStr"><is><t>Trực thuộc</t></is></c></row>
       <row r="5"><c r="A5"><v>6978</v></c><c r="B5" t="s"><v>2</v></c><c r="C5" s="1"><f>1+1</f><v>45839</v></c><c r="E5"><v>1</v></c></row>
       </sheetData></worksheet>`,
    ),
  })
  const file = read(book)
  assert.equal(file.encoding, 'xlsx')
  assert.equal(file.padded, 2)
  assert.deepEqual(
    file.units.map(({ line, code, name, type, validFrom, parentCode }) => [
      line,
      code,
      name,
      type,
      validFrom,
      parentCode,
    ]),
    [[5, '06978', 'Xã Ba Chẽ', 'xa', '2025-07-01', '01']],
  )
  const ours = await writeXlsx({
    sheets: [
      {
        name: 'Đơn vị',
        title: 'Danh sách',
        columns: ['Mã', 'Tên', 'Loại'].map((title) => ({ title, width: 20 })),
        rows: [['S-1', 'Trung tâm A', 'Trung tâm']],
      },
    ],
  })
  assert.deepEqual(
    read(ours).units.map(({ code, type }) => [code, type]),
    [['S-1', 'public-service-unit']],
  )
})

test('a list in TCVN3 or saved with an ABC font is read, and says so', () => {
  const typed = 'M·,Tªn,Lo¹i\nX-1,Ph­êng B×nh Hµn,Ph­êng\nX-2,X· Nam S¸ch,X·\n'
  for (const bytes of [Buffer.from(typed), Buffer.from(typed, 'latin1')]) {
    const file = read(bytes)
    assert.equal(file.encoding, 'tcvn3')
    assert.deepEqual(
      file.units.map(({ name, type }) => [name, type]),
      [
        ['Phường Bình Hàn', 'phuong'],
        ['Xã Nam Sách', 'xa'],
      ],
    )
  }
})

test('what is no list is refused with its reason', () => {
  assert.equal(troubleOf(new Uint8Array()), 'file.empty')
  assert.equal(troubleOf(Buffer.from('Kính gửi: các xã\nNội dung')), 'table.no-header')
  assert.equal(troubleOf(Buffer.from('code,name\n')), 'table.no-rows')
  assert.equal(troubleOf(Buffer.from('%PDF-1.7 …')), 'table.wrong-type')
  assert.equal(troubleOf(zipSync({ 'a.txt': strToU8('x') })), 'table.wrong-type')
  assert.equal(troubleOf(Buffer.from('code,name\nA,Straße Übergröße\n', 'latin1')), 'table.unreadable-text')
  assert.equal(troubleOf(Buffer.from(`code,name\nA,${'x'.repeat(501)}\n`)), 'table.too-long')
  assert.equal(troubleOf(Buffer.from(`code,name\n${'A,B\n'.repeat(60_001)}`)), 'table.too-long')
  const cut = zipSync({
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': strToU8('<a><b>'),
  })
  assert.equal(troubleOf(cut), 'file.damaged')
})
