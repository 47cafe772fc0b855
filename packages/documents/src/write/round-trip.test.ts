/** What is written and read again is the same document. Letters are compared without case, as the decree sets some of them in capitals. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import type { Annex, Block, DocumentTree, ParagraphRole } from '../document.ts'
import { namedTypes } from '../named-types.ts'
import { read } from '../read/read.ts'
import { writeDocx } from './docx.ts'
import { writePdf } from './pdf.ts'
import { paragraph, sampleLetter } from './sample.ts'
import { templates } from './sample-templates.ts'
import { dropTypesetter } from './typst.ts'

after(dropTypesetter)

const words = (
  'tuyên truyền an toàn giao thông băng rôn pa nô màn hình chiếu phim lưu động truyền thanh cơ sở văn nghệ triển lãm hưởng ứng ' +
  'tháng cao điểm công tác phòng cháy nước sạch môi trường gia đình hạnh phúc #thẻ *sao* _gạch_ $tiền$ @tên <b> [ngoặc] // \\ ~ `mã` 50% a&b "kép" — 1,5 2.000 12/8'
).split(' ')

const phrase = (least: number, most: number) =>
  fc
    .array(fc.constantFrom(...words), { minLength: least, maxLength: most })
    .map((all) => `Thực nghiệm ${all.join(' ')}`)
/** In a head, signs such as `_` and `~` at the end of a line are taken for rules drawn by hand. */
const heading = fc
  .array(fc.constantFrom(...words.filter((word) => !/^[_~`\\/—]/.test(word))), {
    minLength: 1,
    maxLength: 10,
  })
  .map((all) => `thử nghiệm ${all.join(' ')}`)
const unit = fc.constantFrom(
  'Sở Văn hóa, Thể thao và Du lịch',
  'Phòng Văn hóa và Thông tin thành phố Chí Linh',
  'Trung tâm Văn hóa - Thể thao huyện Tứ Kỳ',
  'Ban An toàn giao thông tỉnh',
  'Ủy ban nhân dân các huyện, thị xã, thành phố',
)
const person = fc.constantFrom('Nguyễn Văn Mẫu', 'Trần Thị Mẫu', 'Đỗ Mạnh Thử', 'Lê Thị Ước')
const day = fc
  .tuple(
    fc.integer({ min: 2020, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'))

/** A body as offices write them: clauses with points, dashes below; every marker counts as it should. */
const letters = 'abcdđeghiklm'
const block = (at: number) =>
  fc
    .tuple(
      phrase(3, 40),
      fc.array(phrase(3, 25), { maxLength: 3 }),
      fc.constantFrom<ParagraphRole>('point', 'dash', 'plus'),
    )
    .map(([title, items, role]): Block[] => [
      paragraph('clause', `${at + 1}.`, `${title}.`),
      ...items.map((item, index) =>
        paragraph(role, { point: `${letters[index]})`, dash: '-', plus: '+' }[role as 'point'], `${item};`),
      ),
    ])
const cell = fc.oneof(
  fc.constantFrom('12', '1.250', 'Xã số 3', 'chiếc', ''),
  fc.constantFrom(...words.filter((word) => word !== '~')),
)
const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }).map(
  (rows): Block => ({
    kind: 'table',
    start: 0,
    end: 0,
    columns: ['STT', 'Hình thức', 'Số lượng'].map((title) => ({ title, align: 'left', width: 1 / 3 })),
    rows: rows.map((row, at) => [String(at + 1), ...row.slice(1)]),
    total: null,
  }),
)
const bodyOf = fc
  .tuple(
    phrase(8, 60),
    fc
      .integer({ min: 1, max: 4 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => block(at)))),
    fc.option(table),
    phrase(6, 30),
  )
  .map(([opening, clauses, figures, closing]): Block[] => [
    paragraph('text', null, `${opening}:`),
    ...clauses.flat(),
    ...(figures ? [figures] : []),
    paragraph('text', null, `Đề nghị các đơn vị ${closing}.`),
  ])

const annex = (number: string) =>
  fc.tuple(heading, fc.boolean(), table, phrase(5, 20)).map(
    ([title, landscape, figures, text]): Annex => ({
      number,
      title,
      landscape,
      blocks: [paragraph('text', null, `${text}.`), figures],
    }),
  )

const tree = fc
  .record({
    type: fc.constantFrom(...namedTypes.filter(({ name }) => !/^(Giấy|Công điện|Biên bản)/.test(name))),
    parentIssuer: fc.constantFrom('UBND tỉnh Hải Dương', 'Bộ Văn hóa, Thể thao và Du lịch'),
    issuer: unit,
    number: fc.integer({ min: 1, max: 3000 }),
    date: day,
    subject: heading,
    addressees: fc.uniqueArray(unit, { maxLength: 4 }),
    recipients: fc.array(fc.tuple(unit, fc.constantFrom(null, 'để báo cáo', 'để phối hợp')), {
      minLength: 1,
      maxLength: 4,
    }),
    signer: person,
    deputy: fc.boolean(),
    urgency: fc.constantFrom(null, 'khan', 'thuong-khan', 'hoa-toc'),
    typist: fc.constantFrom(null, 'PL.(300)'),
    body: bodyOf,
    annexes: fc.constantFrom(0, 1, 2).chain((count) => fc.tuple(...['I', 'II'].slice(0, count).map(annex))),
  })
  .map((made): DocumentTree => {
    const number = String(made.number).padStart(2, '0')
    const { abbreviation, type, name } = made.type
    const symbol = `${abbreviation ?? 'SVHTTDL'}-${abbreviation ? 'SVHTTDL' : 'VP'}`
    return {
      ...sampleLetter,
      type,
      ...(type === 'khac' ? { typeName: name.toLocaleUpperCase('vi') } : {}),
      parentIssuer: made.parentIssuer,
      issuer: made.issuer,
      number,
      symbol,
      code: `${number}/${symbol}`,
      date: made.date,
      subject: made.subject,
      // A công văn is always to somebody.
      addressees: made.addressees.length === 0 && type === 'cong-van' ? ['Sở Y tế'] : made.addressees,
      recipients: made.recipients.map(([who, purpose]) => ({ name: who, purpose })),
      signingAuthority: made.deputy ? 'KT. GIÁM ĐỐC' : null,
      signerTitle: made.deputy ? 'PHÓ GIÁM ĐỐC' : 'GIÁM ĐỐC',
      signerName: made.signer,
      urgency: made.urgency as DocumentTree['urgency'],
      typist: made.typist,
      body: made.body,
      annexes: made.annexes,
    }
  })

const plain = (text: string | null | undefined) =>
  text
    ?.toLocaleLowerCase('vi')
    .replace(/\s+/g, ' ')
    .replace(/[;.,]*(\.\/\.)?$/, '')
    .trim() || null

const blocksOf = (blocks: Block[]) =>
  blocks.map((one) => {
    if (one.kind === 'chart') return one.title
    if (one.kind === 'paragraph')
      return [one.role, one.marker, plain(one.runs.map(({ text }) => text).join(''))].join(' | ')
    return [one.columns.map(({ title }) => title), ...one.rows, ...(one.total ? [one.total] : [])].map(
      (row) => row.map(plain),
    )
  })

/** Which way an annex lies is no part of what a DOCX says in its text. */
const facts = (it: DocumentTree, sheets: boolean) => ({
  type: it.type,
  typeName: plain(it.typeName),
  issuer: plain(it.issuer),
  parentIssuer: plain(it.parentIssuer),
  code: [it.number, it.symbol, it.code],
  placeAndDate: [plain(it.place), it.date],
  subject: plain(it.subject),
  addressees: it.addressees.map(plain),
  recipients: it.recipients.map(({ name, purpose }) => [plain(name), purpose]),
  archive: plain(it.archive),
  signed: [plain(it.signingAuthority), plain(it.signerTitle), it.signerName],
  second: [plain(it.secondSigner?.title), it.secondSigner?.name ?? null],
  urgency: it.urgency ?? null,
  typist: it.typist ?? null,
  body: blocksOf(it.body),
  annexes: it.annexes.map((one) => ({
    number: one.number,
    title: plain(one.title),
    typeName: plain(one.typeName),
    ...(sheets && { landscape: one.landscape }),
    blocks: blocksOf(one.blocks),
  })),
})

const comesBack = async (given: DocumentTree, format: 'pdf' | 'docx') => {
  const bytes = await (format === 'pdf' ? writePdf(given) : writeDocx(given))
  const { tree: got } = await read(bytes, `a.${format}`)
  assert.ok(got)
  assert.deepEqual(facts(got, format === 'pdf'), facts(given, format === 'pdf'))
}

for (const format of ['pdf', 'docx'] as const) {
  test(`any document written as ${format} reads as it was`, { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(tree, (given) => comesBack(given, format)),
      { numRuns: 40 },
    )
  })

  test(`every template of the decree written as ${format} reads as it was`, async (t) => {
    for (const [name, given] of Object.entries(templates)) await t.test(name, () => comesBack(given, format))
  })
}
