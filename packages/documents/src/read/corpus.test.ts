/** Real dispatches are not part of the repository; a folder of them is named by LOA_CORPUS (NAME.txt beside NAME.json). */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { plan } from '../plan/plan.ts'
import { read } from './read.ts'

const corpus = process.env.LOA_CORPUS
const seed = corpus === undefined ? '' : join(corpus, 'seed.txt')

if (corpus !== undefined && existsSync(seed)) {
  test('the seed dispatch reads exactly as its labels say', async () => {
    const { tree } = await read(new Uint8Array(readFileSync(seed)), 'seed.txt')
    assert.ok(tree)
    const { source, complete, quality, alternatives, unsure, ...labels } = JSON.parse(
      readFileSync(join(corpus, 'seed.json'), 'utf8'),
    )
    for (const [field, value] of Object.entries(labels)) {
      assert.deepEqual(tree[field as keyof typeof tree], value, field)
    }
  })

  test('the seed dispatch gives nine topics, ten forms, two links and no deadline', async () => {
    const { tree } = await read(new Uint8Array(readFileSync(seed)), 'seed.txt')
    assert.ok(tree)
    const { topics, forms, links, deadlines, duties, warnings } = plan(tree, {
      on: '2023-05-22',
      units: [],
      home: '',
    })
    assert.equal(topics.length, 9)
    assert.equal(forms.length, 10)
    assert.deepEqual(
      links.map(({ code, date }) => [code, date]),
      [
        ['428/VHCS-QCTT', '2023-05-17'],
        ['114-KH/BTCTW', '2023-04-21'],
      ],
    )
    assert.deepEqual([deadlines, duties], [[], []])
    const codes = warnings.map(({ code }) => code)
    for (const code of [
      'number.missing',
      'date.incomplete',
      'archive.differs-from-symbol',
      'deadline.none',
    ]) {
      assert.ok(codes.includes(code), code)
    }
  })
}
