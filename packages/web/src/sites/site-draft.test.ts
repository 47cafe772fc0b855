import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftOf, troublesOf, valuesOf } from './site-draft.ts'

const draft = () => draftOf(null, (letter) => `Mặt ${letter}`)

test('a new site has one face, and nothing that must be mended', () => {
  const site = draft()
  assert.deepEqual(
    site.faces.map(({ label }) => label),
    ['Mặt A'],
  )
  assert.equal(troublesOf(site).size, 0)
})

test('metres and coordinates are typed with a comma or a point', () => {
  const site = { ...draft(), latitude: '20,9412', longitude: '106.33' }
  const faces = site.faces.map((face) => ({ ...face, width: '4,5', height: '3' }))
  const values = valuesOf({ ...site, faces, permitTo: '' })
  assert.deepEqual([values.latitude, values.longitude, values.permitTo], [20.9412, 106.33, null])
  assert.deepEqual([values.faces[0]?.width, values.faces[0]?.height], [4.5, 3])
})

test('one coordinate alone, one outside the country, and a size that is none are told', () => {
  assert.deepEqual([...troublesOf({ ...draft(), latitude: '20' })], ['coordinates'])
  assert.deepEqual([...troublesOf({ ...draft(), latitude: '106', longitude: '20' })], ['coordinates'])
  const site = draft()
  const [face] = site.faces
  assert.ok(face)
  assert.deepEqual(
    [...troublesOf({ ...site, faces: [{ ...face, width: '4m', height: '0' }] })],
    [`${face.id} width`, `${face.id} height`],
  )
})
