import assert from 'node:assert/strict'
import { Problem, type ProblemCode } from '@loa/contract/problem'

/** The work is refused with this code; gives the problem back for a closer look. */
export const refused = async (
  work: Promise<unknown> | (() => unknown),
  code: ProblemCode,
): Promise<Problem> => {
  try {
    await (typeof work === 'function' ? work() : work)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    assert.equal(error.code, code)
    return error
  }
  return assert.fail(`not refused, expected ${code}`)
}
