/** The inside of the process in which files are read apart. */
import { answerApart } from './apart-answers.ts'
import { type ReadOptions, read } from './read.ts'

answerApart(({ bytes, name, options }: { bytes: Uint8Array; name: string; options: ReadOptions }) =>
  read(bytes, name, options),
)
