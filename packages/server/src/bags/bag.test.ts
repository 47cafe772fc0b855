import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { packed, safeName, uniquePaths } from './bag.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const about = {
  name: 'b',
  organization: 'Sở\nVHTTDL',
  title: 'Đợt',
  day: '2023-06-30',
  simulated: true,
  missing: 0,
}

test('names hold only what every file system takes, whatever people wrote', () => {
  assert.equal(safeName('Công văn số 05/SVHTTDL: "Đỏ".pdf'), 'Cong-van-so-05-SVHTTDL-Do-.pdf')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.match(safeName(text), /^[\w][\w.-]{0,79}$/)
    }),
  )
})

test('no two files share a path, also where case is not told apart, and none is lost', () => {
  const path = fc.constantFrom('a.jpg', 'A.jpg', 'a-2.jpg', 'b')
  fc.assert(
    fc.property(fc.array(path), (paths) => {
      const unique = uniquePaths(paths.map((each) => ({ path: each })))
      assert.equal(unique.length, paths.length)
      assert.equal(new Set(unique.map((file) => file.path.toLowerCase())).size, paths.length)
    }),
  )
})

test('the manifest names every file of the payload and the tag manifest every tag', () => {
  const files = packed(
    about,
    [
      { path: 'x.csv', text: 'ô' },
      { path: 'y.jpg', sha256: 'f'.repeat(64), bytes: 7 },
    ],
    hashOf,
  )
  const text = (path: string) => {
    const file = files.find((each) => each.path === path)
    return file && 'text' in file ? file.text : ''
  }
  assert.equal(text('manifest-sha256.txt'), `${hashOf('ô')}  data/x.csv\n${'f'.repeat(64)}  data/y.jpg\n`)
  assert.match(text('bag-info.txt'), /Source-Organization: Sở VHTTDL\n/)
  assert.match(text('bag-info.txt'), /Payload-Oxum: 9\.2\n/)
  for (const tag of ['bagit.txt', 'bag-info.txt', 'manifest-sha256.txt'])
    assert.ok(text('tagmanifest-sha256.txt').includes(`${hashOf(text(tag))}  ${tag}\n`))
})
