/** Prints for the files of an office: registers, the slip, and what arrived with the stamp on it. */
import { readFile } from 'node:fs/promises'
import type { DocumentTree } from '@loa/documents'
import {
  type ArrivalStamp,
  type ForwardingSlip,
  type RegisterCover,
  type RegisterKind,
  type RegisterRows,
  stampPdf,
  writeArrivalStamp,
  writeForwardingSlipPdf,
  writePrintFile,
  writeRegister,
} from '@loa/documents/write'
import { wordBoxes } from './page-places.ts'

export interface RegisterOrder {
  kind: RegisterKind
  rows: RegisterRows[RegisterKind][]
  cover: RegisterCover
  format: 'pdf' | 'xlsx'
}
export interface LettersOrder {
  tree: DocumentTree
  letters: { addressee: string; qr: string }[]
}
export interface OfficeWork {
  /** The same letter to many, one file for the printer. */
  letters: { give: LettersOrder; get: Uint8Array }

  register: { give: RegisterOrder; get: Uint8Array }
  slip: { give: { slip: ForwardingSlip }; get: Uint8Array }
  /** Null when the file cannot be opened. */
  stamped: { give: { path: string; stamp: ArrivalStamp }; get: Uint8Array | null }
}

export const printLetters = async ({ tree, letters }: LettersOrder) =>
  Buffer.concat(await Array.fromAsync(writePrintFile(tree, letters)))

export const printRegister = ({ kind, rows, cover, format }: RegisterOrder) =>
  writeRegister(kind, rows, cover, format)

export const printSlip = ({ slip }: OfficeWork['slip']['give']) => writeForwardingSlipPdf(slip)

export const printStamped = async ({ path, stamp }: OfficeWork['stamped']['give']) => {
  const taken = await wordBoxes(path).catch(() => null)
  if (!taken) return null
  return stampPdf(await readFile(path), await writeArrivalStamp(stamp), taken)
}
