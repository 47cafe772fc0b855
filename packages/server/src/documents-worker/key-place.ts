/** A key that is not here: in a token or HSM, or with a service. What is known of it without its PIN. */
/** What a certificate says; nothing of it is secret. */
export interface CertificateFacts {
  subject: string
  issuer: string
  serial: string
  /** ISO 8601. */
  validFrom: string
  validTo: string
}

/** Where a key lies. `user`: how the service knows its owner. */
export type KeyPlace =
  | { kind: 'token'; token: string; key: string }
  | { kind: 'remote'; user: string; key: string }

export interface FoundKey {
  place: KeyPlace
  certificate: Uint8Array
  /** From its issuer upwards. */
  chain: Uint8Array[]
  facts: CertificateFacts
}

/** Settings of the installation: the program library of the token's maker, the service and what it knows Loa by. */
export interface KeyAccess {
  pkcs11Module: string | null
  csc: { url: string; clientId: string; clientSecret: string } | null
}

const placeTroubles = [
  'place-off',
  'token-missing',
  'token-program',
  'pin-locked',
  'remote-unreachable',
  'remote-refused',
] as const
export type PlaceTrouble = (typeof placeTroubles)[number]
export const isPlaceTrouble = (trouble: string): trouble is PlaceTrouble =>
  placeTroubles.some((each) => each === trouble)

/** What keeps a key elsewhere from signing, in a word. */
export class PlaceFault extends Error {
  readonly trouble: PlaceTrouble | 'wrong-password'
  constructor(trouble: PlaceTrouble | 'wrong-password', said = '') {
    super(`key elsewhere: ${trouble} ${said}`)
    this.trouble = trouble
  }
}
