/** A part of `npm run fuzz` in every test run; which inputs, is always the same. Two formats at a time. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fuzz } from './fuzz.ts'
import { formats } from './inputs.ts'

describe('damaged files never make a reader throw, hang or swell', { concurrency: 2 }, () => {
  const count = 2000
  for (const format of formats)
    test(`${count} times ${format}`, async () => {
      const { inputs, faults } = await fuzz(format, 1, count)
      assert.deepEqual(faults, [])
      assert.equal(inputs, count)
    })
})
