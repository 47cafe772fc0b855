import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pictureOf } from './page-picture.ts'

const defs = `<defs>
<symbol id="g0" overflow="visible">
<path d="M 0 0m 1 2 l 3 4 Z "/>
</symbol>
<symbol id="g1" overflow="visible">
<path d="M 0 0m 5 6 h 7 Z m 1 1 v 2 Z "/>
</symbol>
</defs>
`

test('the letters of a line become one path', () => {
  const page = `<svg>
<g class="typst-text" transform="matrix(1 0 0 -1 0 11)">
<use xlink:href="#g0" x="0"/>
<use xlink:href="#g1" x="7.5"/>
</g>
${defs}</svg>
`
  assert.equal(
    pictureOf(page),
    `<svg>
<g class="typst-text" transform="matrix(1 0 0 -1 0 11)">
<path d="M0 0m 1 2 l 3 4 Z M7.5 0m 5 6 h 7 Z m 1 1 v 2 Z "/>
</g>
</svg>
`,
  )
})

test('letters that are no plain black outlines stay as they are, with their shapes', () => {
  const coloured = `<svg>\n<use xlink:href="#g0" x="0" fill="#ff0000"/>\n${defs}</svg>\n`
  assert.equal(pictureOf(coloured), coloured)
  const absolute = `<svg>\n<use xlink:href="#g0" x="0"/>\n${defs.replace('l 3 4', 'L 3 4')}</svg>\n`
  assert.equal(pictureOf(absolute), absolute)
})
