/** The inside of the process in which files are checked and put right apart. */
import { check } from './check.ts'
import { fixDocx } from './fix.ts'

// pdf.js leaves promises behind that break after the answer about a damaged file was given.
process.on('unhandledRejection', () => undefined)
// Who asked is gone: so are we.
process.on('disconnect', () => process.exit(0))

process.on(
  'message',
  async ({ work, bytes, name }: { work: 'check' | 'fix'; bytes: Uint8Array; name: string }) => {
    try {
      if (work === 'check') return process.send?.({ checked: await check(bytes, name), fixed: null })
      const fixed = await fixDocx(bytes, name)
      process.send?.({
        checked: fixed?.left ?? (await check(bytes, name)),
        fixed: fixed && { bytes: fixed.bytes, done: fixed.done },
      })
    } catch (trouble) {
      process.send?.({ trouble: trouble instanceof Error ? trouble.stack : String(trouble) })
    }
  },
)
