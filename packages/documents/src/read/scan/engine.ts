/**
 * The program that reads letters from a picture: tesseract where it is installed with Vietnamese, else tesseract.js, the
 * same engine as WebAssembly. Both work offline, with data that is on this machine.
 */
import type { Gray } from './gray.ts'
import { hasTesseract, startTesseract } from './tesseract.ts'
import { startTesseractJs } from './tesseract-js.ts'

export type EngineName = 'tesseract' | 'tesseract.js'

export interface Engine {
  name: EngineName
  /** The words as tesseract's TSV; null when it could not read the picture. @throws TooSlow */
  recognise(picture: Gray, milliseconds: number): Promise<string | null>
  close(): Promise<void>
}

/** The page took longer than it was given; the engine was ended. */
export class TooSlow extends Error {}

/** Null where no engine is there, or not the one that is asked for. */
export const startEngine = async (wanted?: EngineName): Promise<Engine | null> => {
  if (wanted !== 'tesseract.js' && (await hasTesseract())) return startTesseract()
  if (wanted !== 'tesseract') return startTesseractJs()
  return null
}
