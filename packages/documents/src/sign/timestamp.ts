/** Timestamps (RFC 3161): what is asked of an authority, and what of its answer is believed. */
import { createHash, randomBytes } from 'node:crypto'
import * as asn1 from 'asn1js'
import { der, parsed } from './cms.ts'

const sha256 = '2.16.840.1.101.3.4.2.1'
const tstInfo = '1.2.840.113549.1.9.16.1.4'

export interface TimestampQuery {
  der: Uint8Array
  digest: Uint8Array
  nonce: Uint8Array
}

export const timestampQuery = (bytes: Uint8Array): TimestampQuery => {
  const digest = createHash('sha256').update(bytes).digest()
  // A leading zero bit, so that it is no negative number.
  const nonce = randomBytes(8)
  nonce[0] = (nonce[0] ?? 0) & 0x7f || 1
  const query = new asn1.Sequence({
    value: [
      new asn1.Integer({ value: 1 }),
      new asn1.Sequence({
        value: [
          new asn1.Sequence({ value: [new asn1.ObjectIdentifier({ value: sha256 }), new asn1.Null()] }),
          new asn1.OctetString({ valueHex: Uint8Array.from(digest).buffer }),
        ],
      }),
      new asn1.Integer({ valueHex: Uint8Array.from(nonce).buffer }),
      new asn1.Boolean({ value: true }),
    ],
  })
  return { der: der(query), digest, nonce }
}

/** What an authority answered instead of a timestamp for this very query. */
export class TimestampFault extends Error {}

/**
 * The token out of the answer, if it was granted for this query.
 * @throws TimestampFault
 */
export const timestampToken = (answer: Uint8Array, query: TimestampQuery): Uint8Array => {
  const [status, token] = childrenOf(readable(answer))
  const code = (childrenOf(status)[0] as asn1.Integer | undefined)?.valueBlock.valueDec
  if (code !== 0 && code !== 1) throw new TimestampFault(`refused, status ${code}`)
  if (!token) throw new TimestampFault('no token')
  const bytes = der(token)
  const { digest, nonce } = readTimestamp(bytes)
  if (!query.digest.every((byte, at) => byte === digest[at])) throw new TimestampFault('for something else')
  if (!nonce || !Buffer.from(nonce).equals(query.nonce)) throw new TimestampFault('for another query')
  return bytes
}

export interface ReadTimestamp {
  /** ISO 8601, UTC. */
  at: string
  digest: Uint8Array
  nonce: Uint8Array | null
}

/** What a token says; whether it is genuine is another question. @throws TimestampFault */
export const readTimestamp = (token: Uint8Array): ReadTimestamp => {
  const signed = childrenOf(childrenOf(readable(token))[1])[0]
  const content = childrenOf(signed)[2]
  const [type, wrapped] = childrenOf(content)
  if ((type as asn1.ObjectIdentifier | undefined)?.valueBlock.toString() !== tstInfo)
    throw new TimestampFault('not a timestamp')
  const octets = childrenOf(wrapped)[0] as asn1.OctetString
  const info = childrenOf(readable(new Uint8Array(octets.getValue())))
  const imprint = childrenOf(info[2])[1] as asn1.OctetString | undefined
  const time = info[4] as asn1.GeneralizedTime | undefined
  if (!imprint || !time) throw new TimestampFault('not a timestamp')
  const nonce = info.slice(5).find((part) => part instanceof asn1.Integer) as asn1.Integer | undefined
  return {
    at: time.toDate().toISOString(),
    digest: new Uint8Array(imprint.getValue()),
    nonce: nonce ? new Uint8Array(nonce.valueBlock.valueHexView) : null,
  }
}

const readable = (bytes: Uint8Array) => {
  try {
    return parsed(bytes)
  } catch {
    throw new TimestampFault('not ASN.1')
  }
}

const childrenOf = (block: asn1.BaseBlock | undefined): asn1.BaseBlock[] =>
  ((block?.valueBlock as { value?: unknown } | undefined)?.value as asn1.BaseBlock[] | undefined) ?? []
