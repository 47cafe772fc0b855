import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import type { DocumentTree, Table } from '../document.ts'
import { writeDocx } from './docx.ts'
import { writePdf } from './pdf.ts'
import { paragraph, sampleLetter } from './sample.ts'
import { fontsOf, pagesOf } from './testing.ts'
import { dropTypesetter } from './typst.ts'

after(dropTypesetter)

/** Nothing a file says may be obeyed, lost, or stop the writer. */
const textOf = async (tree: DocumentTree) => (await pagesOf(await writePdf(tree))).join(' ')
const body = (...texts: string[]) => ({
  ...sampleLetter,
  body: texts.map((text) => paragraph('text', null, text)),
})

test('markup of the typesetter is printed as it stands', async () => {
  const markup = '#import "x": * $x^2$ *đậm* _n_ \\ `code` <label> @ref // c /* d */ #panic() {a} ~ -- ...'
  const text = await textOf({ ...body(markup, 'Hết'), subject: markup, issuer: markup, signerName: markup })
  assert.equal(text.split(markup).length - 1, 3, 'subject, body and name')
  assert.ok(text.includes(markup.toLocaleUpperCase('vi')))
})

test('a word of 10,000 letters wraps and keeps every letter', async () => {
  const word = 'w'.repeat(10_000)
  const text = await textOf(body(word, 'Hết'))
  assert.equal(text.match(/w/g)?.length, 10_000)
  assert.ok(!text.includes('\u200b'))
})

test('a long word in a narrow column and a cell longer than a page lose nothing', async () => {
  const table: Table = {
    kind: 'table',
    start: 0,
    end: 0,
    columns: [
      { title: 'Địa chỉ', align: 'left', width: 0.1 },
      { title: 'Nội dung', align: 'left', width: 0.9 },
    ],
    rows: [
      ['z'.repeat(200), 'z'.repeat(5000)],
      ['z', 'Tuyên truyền '.repeat(800)],
    ],
    total: null,
  }
  const text = await textOf({ ...sampleLetter, body: [table] })
  assert.equal(text.match(/z/g)?.length, 5201)
  assert.equal(text.match(/Tuyên/g)?.length, 800)
})

test('other scripts, emoji, controls and broken letters do not stop it, and bring in no other font', async () => {
  const tree = body('مرحبا שלום 😀👨‍👩‍👧 漢字 \u0000\u0007\ud800 tab\there\nxuống dòng', 'Hết')
  assert.deepEqual(
    fontsOf(await writePdf(tree)).filter((name) => !name.startsWith('Tinos')),
    [],
  )
  assert.match(await textOf(tree), /tab here xuống dòng/)
  const parts = unzipSync(await writeDocx(tree))
  assert.match(new TextDecoder().decode(parts['word/document.xml']), /漢字 \ufffd tab here xuống dòng/)
})

test('any text at all can be written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), async (text) => {
      const tree: DocumentTree = {
        ...body(text, text),
        subject: text,
        place: text,
        number: text,
        code: text,
        addressees: [text, text],
        recipients: [{ name: text, purpose: text }],
        signingAuthority: text,
        mark: text,
        annexes: [
          { number: text, title: text, landscape: false, blocks: [paragraph('section', text, text)] },
        ],
      }
      assert.ok((await writePdf(tree)).length > 1000)
      assert.ok((await writeDocx(tree)).length > 1000)
    }),
    { numRuns: 25 },
  )
})

test('every Vietnamese letter with every tone is in all four fonts', async () => {
  const letters = vietnameseLetters()
  assert.equal(letters.length, 178)
  assert.equal(letters.filter((letter) => letter > '~').length, 134)
  const line = letters.join(' ')
  const runs = [{}, { bold: true }, { italic: true }, { bold: true, italic: true }]
  const tree = {
    ...sampleLetter,
    body: runs.map((look) => ({ ...paragraph('text', null, ''), runs: [{ text: line, ...look }] })),
  }
  const text = await textOf(tree)
  assert.equal(text.split(line).length - 1, runs.length)
})

/** 29 letters in both cases; the 12 vowels of each with five tones. */
const vietnameseLetters = (): string[] => {
  const alphabet = Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxy')
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
  const lower = alphabet.flatMap((letter) =>
    'aăâeêioôơuưy'.includes(letter) ? tones.map((tone) => (letter + tone).normalize('NFC')) : [letter],
  )
  return [...lower, ...lower.map((letter) => letter.toLocaleUpperCase('vi'))]
}
