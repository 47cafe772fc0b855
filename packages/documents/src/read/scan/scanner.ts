/** Reads the scanned pages of one file within its limits: so many pages, so much time. */
import type { TextItem } from '../pdf-layout.ts'
import { type Engine, type EngineName, startEngine, TooSlow } from './engine.ts'
import type { Gray } from './gray.ts'
import { itemsOf } from './words.ts'

export interface ScanOptions {
  /** Only this engine; otherwise tesseract where it is installed, else tesseract.js. */
  engine?: EngineName
  /** Scanned pages of a file that are read: 30. */
  pages?: number
  /** Milliseconds for one page: 20,000. */
  pageTime?: number
  /** Milliseconds for all of them: 45,000. */
  time?: number
}

export class Scanner {
  /** Pages that were read by machine. */
  read = 0
  /** Some were left out: too many, or too slow. */
  isCut = false
  hasNoEngine = false
  #engine: Engine | null = null
  readonly #options: ScanOptions
  #left: number

  constructor(options: ScanOptions) {
    this.#options = options
    this.#left = options.time ?? 45_000
  }

  /** Whether another page may be read. */
  get isOpen(): boolean {
    const mayGoOn = !this.hasNoEngine && this.#left > 500 && this.read < (this.#options.pages ?? 30)
    if (!mayGoOn && !this.hasNoEngine) this.isCut = true
    return mayGoOn
  }

  /** The words of a page that is `pageWidth` points wide; their boxes in units of which it is `shownWidth` wide. */
  async items(picture: Gray, pageWidth: number, shownWidth: number): Promise<TextItem[]> {
    this.#engine ??= await startEngine(this.#options.engine)
    if (this.#engine === null) {
      this.hasNoEngine = true
      return []
    }
    const began = performance.now()
    try {
      const tsv = await this.#engine.recognise(
        picture,
        Math.min(this.#left, this.#options.pageTime ?? 20_000),
      )
      this.read++
      return itemsOf(tsv ?? '', picture, pageWidth, shownWidth)
    } catch (trouble) {
      if (!(trouble instanceof TooSlow)) throw trouble
      this.isCut = true
      await this.close()
      return []
    } finally {
      this.#left -= performance.now() - began
    }
  }

  async close(): Promise<void> {
    await this.#engine?.close()
    this.#engine = null
  }
}
