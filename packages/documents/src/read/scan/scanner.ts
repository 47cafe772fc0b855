/** Reads the scanned pages of one file within its limits: so many pages, so much time. */
import type { TextItem } from '../pdf-segments.ts'
import { type Engine, type EngineName, TooSlow } from './engine.ts'
import { startEngine } from './engines.ts'
import type { Gray } from './gray.ts'
import { quarters, type Turns, turned, turnedBack } from './turns.ts'
import { isWeak, itemsOf, sureness } from './words.ts'

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
  /** A page was packed in a way that only a program which is not here can open. */
  isPacked = false
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

  /** A page that could not be drawn. */
  leaveOut(isPacked: boolean): void {
    this.isCut = true
    this.isPacked ||= isPacked
  }

  /** The words of a page that is `pageWidth` points wide; their boxes in units of which it is `shownWidth` wide. */
  async items(picture: Gray, pageWidth: number, shownWidth: number): Promise<TextItem[]> {
    const shown = shownWidth / picture.width
    let best = await this.#recognise(picture)
    let turns: Turns = 0
    // A page that lies on its side or its head gives few words, and those unsure.
    for (const other of isWeak(best) && best !== null ? quarters : []) {
      if (this.#left < 500) break
      const tsv = await this.#recognise(turned(picture, other))
      if (sureness(tsv) <= sureness(best)) continue
      best = tsv
      turns = other
      if (!isWeak(tsv)) break
    }
    if (best === null) return []
    this.read++
    const upright = turned(picture, turns)
    const width = turns % 2 === 0 ? pageWidth : (pageWidth * picture.height) / picture.width
    return itemsOf(best, upright, width, upright.width * shown).map((item) => ({
      ...item,
      box: turnedBack(item.box, turns, picture.width * shown, picture.height * shown),
    }))
  }

  /** Null when it is too late or no engine is there. */
  async #recognise(picture: Gray): Promise<string | null> {
    this.#engine ??= await startEngine(this.#options.engine)
    if (this.#engine === null) {
      this.hasNoEngine = true
      return null
    }
    const began = performance.now()
    try {
      return await this.#engine.recognise(picture, Math.min(this.#left, this.#options.pageTime ?? 20_000))
    } catch (trouble) {
      if (!(trouble instanceof TooSlow)) throw trouble
      this.isCut = true
      await this.close()
      return null
    } finally {
      this.#left -= performance.now() - began
    }
  }

  async close(): Promise<void> {
    await this.#engine?.close()
    this.#engine = null
  }
}
