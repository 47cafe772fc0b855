/** The inside of the process in which files are checked and put right apart. */
import { answerApart } from '../read/apart-answers.ts'
import type { Answer, Ask } from './apart.ts'
import { check } from './check.ts'
import { fixDocx } from './fix.ts'

answerApart(async ({ work, bytes, name }: Ask): Promise<Answer> => {
  const fixed = work === 'fix' ? await fixDocx(bytes, name) : null
  return {
    checked: fixed?.left ?? (await check(bytes, name)),
    fixed: fixed && { bytes: fixed.bytes, done: fixed.done },
  }
})
