/** tesseract.js: slower than the program, but it comes with the package. It is told to fetch nothing. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Engine, TooSlow } from './engine.ts'
import { pgmOf } from './gray.ts'

const require = createRequire(import.meta.url)

/** Null where its packages were left out at installation. */
export const startTesseractJs = async (): Promise<Engine | null> => {
  const langPath = dataFolder()
  if (langPath === null) return null
  const { createWorker, OEM } = await import('tesseract.js')
  // A page it cannot read is an answer here, not an end of the process.
  const worker = await createWorker('vie', OEM.LSTM_ONLY, {
    langPath,
    cacheMethod: 'none',
    gzip: true,
    errorHandler: () => undefined,
  })
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await worker.terminate()
  }
  return {
    name: 'tesseract.js',
    async recognise(picture, milliseconds) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new TooSlow()), milliseconds)
      })
      const read = worker
        .setParameters({ user_defined_dpi: String(Math.round(picture.dpi)) })
        .then(() => worker.recognize(Buffer.from(pgmOf(picture)), {}, { text: false, tsv: true }))
        .then(
          ({ data }) => data.tsv,
          () => null,
        )
      try {
        return await Promise.race([read, late])
      } catch (trouble) {
        await close()
        throw trouble
      } finally {
        clearTimeout(timer)
      }
    },
    close,
  }
}

const dataFolder = (): string | null => {
  try {
    require.resolve('tesseract.js')
    return join(dirname(require.resolve('@tesseract.js-data/vie/package.json')), '4.0.0')
  } catch {
    return null
  }
}
