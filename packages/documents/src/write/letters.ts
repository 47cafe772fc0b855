import { setImmediate } from 'node:timers/promises'
import type { DocumentTree } from '../document.ts'
import { type Addressees, type LetterTo, letterBatches } from './letter-batches.ts'
import { type PdfOptions, pdfWriter } from './pdf.ts'
import { printed } from './printed.ts'
import { addresseesOf } from './printed-head.ts'
import { qrSvg } from './qr.ts'

export interface Letter extends LetterTo {
  pdf: Uint8Array
}

/**
 * The same letter to many: one PDF per addressee, who stands alone under "Kính gửi". All but the name is prepared
 * once, and the typesetter keeps what did not change, so a letter takes a few milliseconds.
 *
 * Between letters other work gets its turn, so a server can write a thousand of them while it answers requests. On several
 * threads: `writeLettersOnThreads`; as one file for the printer: `writePrintFile`.
 */
export async function* writeLetters(
  tree: DocumentTree,
  addressees: Addressees,
  options: PdfOptions = {},
): AsyncGenerator<Letter> {
  const write = letterWriter(tree, options)
  for await (const batch of letterBatches(addressees, 1))
    for (const to of batch) {
      yield { ...to, pdf: write(to) }
      await setImmediate()
    }
}

export const letterWriter = (tree: DocumentTree, options: PdfOptions): ((to: LetterTo) => Uint8Array) => {
  const write = pdfWriter(printed(tree), options)
  return ({ addressee, qr }) =>
    write({
      addressees: addresseesOf({ ...tree, addressees: [addressee] }),
      qr: qr ? { svg: qrSvg(qr), words: `Mã QR: ${qr}` } : null,
    })
}
