/**
 * The program that reads letters from a picture: tesseract where it is installed with Vietnamese, else tesseract.js, the
 * same engine as WebAssembly. Both work offline, with data that is on this machine.
 */
import type { Engine, EngineName } from './engine.ts'
import { hasTesseract, startTesseract } from './tesseract.ts'
import { startTesseractJs } from './tesseract-js.ts'

/** Null where no engine is there, or not the one that is asked for. */
export const startEngine = async (wanted?: EngineName): Promise<Engine | null> => {
  if (wanted !== 'tesseract.js' && (await hasTesseract())) return startTesseract()
  if (wanted !== 'tesseract') return startTesseractJs()
  return null
}
