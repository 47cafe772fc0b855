import { setImmediate } from 'node:timers/promises'
import type { DocumentTree } from '../document.ts'
import { type PdfOptions, pdfOf } from './pdf.ts'
import { printed } from './printed.ts'
import { addresseesOf } from './printed-head.ts'

export interface Letter {
  addressee: string
  pdf: Uint8Array
}

/**
 * The same letter to many: one PDF per addressee, who stands alone under "Kính gửi". All but the name is prepared
 * once, and the typesetter keeps what did not change, so a letter takes a few milliseconds.
 *
 * Between letters other work gets its turn, so a server can write a thousand of them while it answers requests.
 */
export async function* writeLetters(
  tree: DocumentTree,
  addressees: Iterable<string> | AsyncIterable<string>,
  options: PdfOptions = {},
): AsyncGenerator<Letter> {
  const page = printed(tree)
  for await (const addressee of addressees) {
    const letter = { ...page, addressees: addresseesOf({ ...tree, addressees: [addressee] }) }
    yield { addressee, pdf: pdfOf(letter, options) }
    await setImmediate()
  }
}
