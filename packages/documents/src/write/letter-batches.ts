export interface LetterTo {
  addressee: string
  /** What the QR code in the margin of page 1 holds, such as the number or an identifier; none without it. */
  qr?: string | null | undefined
}

/** Whom the same letter goes to: names alone, or with their codes. */
export type Addressees = Iterable<string | LetterTo> | AsyncIterable<string | LetterTo>

/** So many at once; the last batch may be smaller. */
export async function* letterBatches(addressees: Addressees, size: number): AsyncGenerator<LetterTo[]> {
  let batch: LetterTo[] = []
  for await (const one of addressees) {
    batch.push(typeof one === 'string' ? { addressee: one } : one)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
