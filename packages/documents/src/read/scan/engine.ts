/** What is asked of a program that reads letters from a picture. */
import type { Gray } from './gray.ts'

export type EngineName = 'tesseract' | 'tesseract.js'

export interface Engine {
  name: EngineName
  /** The words as tesseract's TSV; null when it could not read the picture. @throws TooSlow */
  recognise(picture: Gray, milliseconds: number): Promise<string | null>
  close(): Promise<void>
}

/** The page took longer than it was given; the engine was ended. */
export class TooSlow extends Error {}
