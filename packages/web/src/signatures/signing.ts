/** Between number and issue: the signer signs, the clerk seals. */
export type Signing = 'e-sign' | 'seal'
