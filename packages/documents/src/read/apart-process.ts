/** The inside of the process in which files are read apart. */
import { type ReadOptions, read } from './read.ts'

// pdf.js leaves promises behind that break after the answer about a damaged file was given.
process.on('unhandledRejection', () => undefined)
// Who asked is gone: so are we.
process.on('disconnect', () => process.exit(0))

process.on(
  'message',
  async ({ bytes, name, options }: { bytes: Uint8Array; name: string; options: ReadOptions }) => {
    try {
      process.send?.(await read(bytes, name, options))
    } catch (trouble) {
      process.send?.({ trouble: trouble instanceof Error ? trouble.stack : String(trouble) })
    }
  },
)
