/** A part of `npm run fuzz` in every test run; which inputs, is always the same. Two formats at a time. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fuzz } from './fuzz.ts'

describe('damaged files never make a reader throw, hang or swell', { concurrency: 2 }, () => {
  for (const [format, count] of [
    ['doc', 2000],
    ['docx', 2000],
    ['txt', 2000],
    ['csv', 2000],
    ['xlsx', 2000],
    // Ten times the time of the others.
    ['pdf', 400],
    // Each costs a run of the engine where the picture is still one.
    ['png', 30],
  ] as const)
    test(`${count} times ${format}`, async () => {
      const { inputs, faults } = await fuzz(format, 1, count)
      assert.deepEqual(faults, [])
      assert.equal(inputs, count)
    })
})
