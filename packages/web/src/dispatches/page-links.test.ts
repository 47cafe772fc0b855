import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedAt, linksOf } from './page-links.ts'

const page = (inner: string) => `<svg viewBox="0 0 200 400" width="200pt" height="400pt">${inner}</svg>`

test('a link lies where the groups around it put it', () => {
  const svg = page(`<g transform="matrix(1 0 0 1 20 40)"><path d="M0 0"/><g transform="translate(10, 20)">
    <a transform="matrix(1 0 0 1 10 0)" href="/campaigns/1?figure=a&amp;unit=2" xlink:href="/x"><rect width="50" height="20"/></a>
    </g></g><rect width="9" height="9"/>`)
  assert.deepEqual(linksOf(svg), [
    { href: '/campaigns/1?figure=a&unit=2', left: 20, top: 15, width: 25, height: 5 },
  ])
})

test('a page without links has none, and nothing leads out of this Loa', () => {
  assert.deepEqual(linksOf(page('<g><rect width="9" height="9"/></g>')), [])
  assert.deepEqual(linksOf(page('<a href="https://x.example"><rect width="9" height="9"/></a>')), [])
})

test('the place where a page begins to differ is found by the group it lies in', () => {
  const page = (words: string) =>
    `<svg viewBox="0 0 200 400"><g transform="matrix(1 0 0 1 10 100)"><g transform="matrix(1 0 0 -1 0 20)"><use/></g></g><g transform="matrix(1 0 0 1 10 200)"><g transform="matrix(1 0 0 -1 0 100)">${words}</g></g></svg>`
  assert.equal(changedAt(page('a'), page('a')), null)
  assert.equal(changedAt(page('a'), page('ab')), 75)
  assert.equal(changedAt('', page('a')), 0)
})
