/** Thrown inside this folder only: `reason` becomes a message. */
export class DocTrouble extends Error {
  readonly reason: 'encrypted' | 'damaged'
  constructor(reason: 'encrypted' | 'damaged') {
    super(reason)
    this.reason = reason
  }
}
