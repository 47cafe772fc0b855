/** Whatever a file does to the process that reads it, whoever asked gets an answer, and so does the next file. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inputOf, seedsOf } from '../fuzz/inputs.ts'
import { writePdf } from '../write/pdf.ts'
import { sampleLetter } from '../write/sample.ts'
import { openReader } from './apart.ts'
import { read } from './read.ts'

const letter = await writePdf(sampleLetter)

test('reading apart says what reading says', async (t) => {
  const reader = openReader()
  t.after(reader.close)
  assert.deepEqual(
    await reader.read(letter, 'a.pdf'),
    JSON.parse(JSON.stringify(await read(letter, 'a.pdf'))),
  )
})

test('a font that makes pdf.js allocate without end costs one answer', async (t) => {
  const reader = openReader({ memory: 120 })
  t.after(reader.close)
  const seeds = await seedsOf('pdf')
  // Asked at once, read in turn.
  const [swelling, whole] = await Promise.all([
    reader.read(inputOf('pdf', seeds, 29_892), 'a.pdf'),
    reader.read(letter, 'b.pdf'),
  ])
  assert.deepEqual([swelling.tree, swelling.messages.map(({ code }) => code)], [null, ['file.damaged']])
  assert.equal(whole.tree?.number, sampleLetter.number)
})

test('a file that takes too long is given up', async (t) => {
  const reader = openReader({ time: 1 })
  t.after(reader.close)
  const { tree, messages } = await reader.read(letter, 'a.pdf')
  assert.deepEqual([tree, messages.map(({ code }) => code)], [null, ['file.too-slow']])
})
