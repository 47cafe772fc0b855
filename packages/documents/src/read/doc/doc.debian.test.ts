/** Word 97–2003 files as LibreOffice writes them, read back. Needs soffice. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import type { DocumentTree } from '../../document.ts'
import { writeDocx } from '../../write/docx.ts'
import { sampleLetter, sampleReport } from '../../write/sample.ts'
import { read } from '../read.ts'

const folder = mkdtempSync(join(tmpdir(), 'loa-doc-'))
after(() => rmSync(folder, { recursive: true }))
const fixtures = join(import.meta.dirname, '../../../test/fixtures')

/** One run of LibreOffice for all of them: its start takes longer than its work. */
const docs = (files: Map<string, Uint8Array>): Map<string, Uint8Array> => {
  for (const [name, bytes] of files) writeFileSync(join(folder, `${name}.docx`), bytes)
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${join(folder, 'profile')}`,
      '--headless',
      '--convert-to',
      'doc',
      ...[...files.keys()].map((name) => `${name}.docx`),
    ],
    { cwd: folder, stdio: 'ignore' },
  )
  return new Map([...files.keys()].map((name) => [name, readFileSync(join(folder, `${name}.doc`))]))
}

/** What the tree says, without the places in the text. */
const facts = (tree: DocumentTree | null) =>
  tree && {
    type: tree.type,
    issuer: tree.issuer,
    parentIssuer: tree.parentIssuer,
    code: tree.code,
    place: tree.place,
    date: tree.date,
    subject: tree.subject,
    addressees: tree.addressees,
    recipients: tree.recipients,
    archive: tree.archive,
    signingAuthority: tree.signingAuthority,
    signerTitle: tree.signerTitle,
    signerName: tree.signerName,
    references: tree.references.map(({ code }) => code),
    sections: tree.sections.map(({ number, title }) => [number, title]),
  }

const trees: [string, DocumentTree][] = [
  ['letter', sampleLetter],
  ['report', sampleReport],
  ...readdirSync(fixtures).map((name): [string, DocumentTree] => [
    name,
    JSON.parse(readFileSync(join(fixtures, name, 'tree.json'), 'utf8')),
  ]),
]
const originals = new Map<string, Uint8Array>()
for (const [name, tree] of trees) originals.set(name, await writeDocx(tree))
const converted = docs(originals)

test('a dispatch saved as .doc says the same as its .docx', async () => {
  assert.ok(originals.size >= 5)
  for (const [name, bytes] of originals) {
    const doc = await read(converted.get(name) ?? new Uint8Array(0), `${name}.doc`)
    const docx = await read(bytes, `${name}.docx`)
    assert.deepEqual(facts(doc.tree), facts(docx.tree), name)
    assert.deepEqual(
      doc.messages.map(({ code }) => code),
      docx.messages.map(({ code }) => code),
      name,
    )
  }
})

test('cut off or with bytes changed, a .doc is read or refused with a message, and never hangs', async () => {
  const whole = converted.get('letter') ?? new Uint8Array(0)
  assert.ok(whole.length > 1000)
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: whole.length }),
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 40 }),
      fc.boolean(),
      async (end, changes, isCut) => {
        const bytes = new Uint8Array(isCut ? whole.slice(0, end) : whole)
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value
        const from = performance.now()
        const { tree, messages } = await read(bytes, 'a.doc')
        assert.ok(tree !== null || messages.some(({ level }) => level === 'error'))
        assert.ok(performance.now() - from < 2000, 'no hang')
      },
    ),
    { numRuns: 500 },
  )
})
