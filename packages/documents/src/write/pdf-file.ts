import { deflateSync } from 'node:zlib'
import type { PdfObject, PdfObjects } from './pdf-objects.ts'

/** A PDF written object by object, so that a file of thousands of pages never stands in memory whole (ISO 32000-1, 7.5). */
export class PdfFile {
  readonly #places: number[] = []
  #length = 0
  #ready: Uint8Array[] = []
  readonly #kids: number[] = []
  readonly #tree: number

  constructor() {
    this.#push(Buffer.from('%PDF-1.7\n%\u0080\u0080\u0080\u0080\n', 'latin1'))
    this.#tree = this.reserve()
  }

  /** A number for an object that is written later. */
  reserve(): number {
    return this.#places.push(0)
  }

  write({ head, stream }: PdfObject, number = this.reserve()): number {
    this.#places[number - 1] = this.#length
    this.#push(Buffer.from(`${number} 0 obj\n${head.trim()}\n`, 'latin1'))
    if (stream) {
      this.#push(Buffer.from('stream\n', 'latin1'))
      this.#push(stream)
      this.#push(Buffer.from('\nendstream\n', 'latin1'))
    }
    this.#push(Buffer.from('endobj\n', 'latin1'))
    return number
  }

  page(width: number, height: number, resources: string, content: Uint8Array): void {
    const drawn = this.write({
      head: `<< /Length ${content.length} /Filter /FlateDecode >>`,
      stream: content,
    })
    this.#kids.push(
      this.write({
        head: `<< /Type /Page /Parent ${this.#tree} 0 R /MediaBox [0 0 ${width} ${height}] /Resources ${resources} /Contents ${drawn} 0 R >>`,
        stream: null,
      }),
    )
  }

  /** All pages of another file, as they are. */
  pagesOf(from: PdfObjects): void {
    const taken = new Taken(from, this)
    const content = deflateSync('/P Do')
    for (const at of from.pages.keys()) {
      const { name, width, height } = taken.form(at)
      this.page(width, height, `<< /XObject << /P ${name} 0 R >> >>`, content)
    }
  }

  get pages(): number {
    return this.#kids.length
  }

  /** What was written since the last time. */
  take(): Uint8Array {
    const bytes = Buffer.concat(this.#ready)
    this.#ready = []
    return bytes
  }

  /** Page tree, catalogue and table of places; nothing may be written after it. */
  end(): void {
    const kids = this.#kids.map((kid) => `${kid} 0 R`).join(' ')
    this.write(
      { head: `<< /Type /Pages /Count ${this.#kids.length} /Kids [${kids}] >>`, stream: null },
      this.#tree,
    )
    const root = this.write({
      head: `<< /Type /Catalog /Pages ${this.#tree} 0 R /Lang (vi) >>`,
      stream: null,
    })
    const start = this.#length
    const table = this.#places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
    this.#push(
      Buffer.from(
        `xref\n0 ${this.#places.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${this.#places.length + 1} /Root ${root} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
        'latin1',
      ),
    )
  }

  #push(bytes: Uint8Array): void {
    this.#ready.push(bytes)
    this.#length += bytes.length
  }
}

/** Takes objects of one file over into another, each once, with all that they refer to. */
export class Taken {
  readonly #from: PdfObjects
  readonly #to: PdfFile
  readonly #numbers = new Map<number, number>()

  constructor(from: PdfObjects, to: PdfFile) {
    this.#from = from
    this.#to = to
  }

  /** A page as something that can be drawn on other pages. */
  form(page: number): { name: number; width: number; height: number } {
    const { width, height, resources, content } = this.#from.pages[page] ?? {
      width: 0,
      height: 0,
      resources: '<< >>',
      content: 0,
    }
    const { head, stream } = this.#from.get(content)
    const own = head.trim().replace(/^<</, '')
    const name = this.#to.write({
      head: `<< /Type /XObject /Subtype /Form /BBox [0 0 ${width} ${height}] /Resources ${this.#renumbered(resources)} ${own}`,
      stream,
    })
    return { name, width, height }
  }

  #renumbered(head: string): string {
    return head.replace(/(\d+) 0 R/g, (_, number: string) => `${this.#take(Number(number))} 0 R`)
  }

  #take(number: number): number {
    const known = this.#numbers.get(number)
    if (known !== undefined) return known
    const taken = this.#to.reserve()
    this.#numbers.set(number, taken)
    const { head, stream } = this.#from.get(number)
    this.#to.write({ head: this.#renumbered(head), stream }, taken)
    return taken
  }
}
