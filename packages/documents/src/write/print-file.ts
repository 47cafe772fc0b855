/**
 * The same letter to many as one file for the printer. All letters share their pages: the page without its addressee is set once, the
 * names are set on small pages of their own and drawn into the room that the page leaves for them. A file for paper: it bears no tags and
 * claims no PDF/A; what is kept is written by `writeLetters`.
 */
import { setImmediate } from 'node:timers/promises'
import { deflateSync } from 'node:zlib'
import type { DocumentTree } from '../document.ts'
import { wrappable } from './characters.ts'
import { type Addressees, type LetterTo, letterBatches } from './letter-batches.ts'
import { layOut } from './pdf.ts'
import { PdfFile, Taken } from './pdf-file.ts'
import { pdfObjects } from './pdf-objects.ts'
import { type Printed, printed } from './printed.ts'
import { addresseesOf } from './printed-head.ts'
import { qrBits } from './qr.ts'
import { typesetter } from './typst.ts'

export interface PrintFileOptions {
  /** Told how many letters are written. */
  onProgress?: (written: number) => void
}

/** Pieces of the file, in order; the caller puts them one behind the other. */
export async function* writePrintFile(
  tree: DocumentTree,
  addressees: Addressees,
  { onProgress }: PrintFileOptions = {},
): AsyncGenerator<Uint8Array> {
  const file = new PdfFile()
  const sheets = new Sheets(printed(tree), file)
  let written = 0
  for await (const batch of letterBatches(addressees, batchSize)) {
    const names = nameForms(tree, batch, file)
    for (const [at, { qr }] of batch.entries()) {
      const name = names(at)
      sheets.add(name, qr ?? null)
    }
    written += batch.length
    yield file.take()
    onProgress?.(written)
    // Other work gets its turn.
    await setImmediate()
  }
  file.end()
  yield file.take()
}

/** Each batch has its own small copy of the fonts, and its memory is given back before the next. */
const batchSize = 500

interface NameForm {
  name: number
  width: number
  height: number
}

const nameForms = (tree: DocumentTree, batch: LetterTo[], file: PdfFile): ((at: number) => NameForm) => {
  const letters = batch.map(({ addressee }) => {
    const own = addresseesOf({ ...tree, addressees: [addressee] }) ?? {
      label: '',
      labelWidth: 0,
      items: [''],
    }
    return { ...own, items: own.items.map((item) => wrappable(item, 30)) }
  })
  const { compiler, pages } = typesetter()
  const set = pages(JSON.stringify({ letters }), 'letters')
  compiler.evictCache(0)
  const taken = new Taken(pdfObjects(set), file)
  return (at) => taken.form(at)
}

/** The pages that letters share: one set for each height that the names need, mostly one line. */
class Sheets {
  readonly #page: Printed
  readonly #file: PdfFile
  readonly #sets = new Map<number, { forms: NameForm[]; y: number }>()

  constructor(page: Printed, file: PdfFile) {
    this.#page = page
    this.#file = file
  }

  add(name: NameForm, qr: string | null): void {
    const { forms, y } = this.#of(name.height)
    for (const [at, { name: form, width, height }] of forms.entries()) {
      const first = at === 0
      const drawn = [
        '/P Do',
        first ? `q 1 0 0 1 ${leftMargin} ${round(height - y - name.height)} cm /A Do Q` : '',
        first && qr !== null ? qrOperators(qr) : '',
      ]
      const resources = `<< /XObject << /P ${form} 0 R${first ? ` /A ${name.name} 0 R` : ''} >> >>`
      this.#file.page(width, height, resources, deflateSync(drawn.join('\n'), { level: 1 }))
    }
  }

  #of(height: number): { forms: NameForm[]; y: number } {
    const key = round(height)
    const known = this.#sets.get(key)
    if (known) return known
    const { compiler } = typesetter()
    const document = layOut({ ...this.#page, addressees: { room: key } }, {})
    const [at] = compiler.query(document, { selector: '<addressees>', field: 'value' }) as { y: number }[]
    if (!at) throw new Error('the layout has no room for a name')
    const objects = pdfObjects(compiler.pdf(document, { pdfTags: false }))
    const taken = new Taken(objects, this.#file)
    const made = { forms: objects.pages.map((_, page) => taken.form(page)), y: at.y }
    this.#sets.set(key, made)
    return made
  }
}

/** In points: 30 mm, and the place of the code in the left margin as `layout.typ` has it. */
const leftMargin = round((30 * 72) / 25.4)
const code = { x: (9 * 72) / 25.4, y: (23 * 72) / 25.4, edge: (16 * 72) / 25.4 }

/** As an image mask: a few bytes, and sharp at any size. */
const qrOperators = (text: string): string => {
  const { size, bits } = qrBits(text)
  const place = [code.edge, 0, 0, code.edge, code.x, code.y].map(round).join(' ')
  return `q 0 g ${place} cm BI /W ${size} /H ${size} /IM true /BPC 1 /F /AHx ID ${bits.toString('hex')}> EI Q`
}

function round(points: number): number {
  return Math.round(points * 100) / 100
}
