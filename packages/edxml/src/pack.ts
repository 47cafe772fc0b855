/** Message → bytes: one form only, checked before it leaves. */
import type { KeyObject } from 'node:crypto'
import { SignedXml } from 'xml-crypto'
import type { Attachment, EdxmlMessage } from './message.ts'
import { checkMessage } from './write/check.ts'
import { escapeXml, plain as p, enveloped as x } from './write/elements.ts'
import { writeEdocHeader, writeReplyHeader, writeTrace } from './write/header.ts'
import { onlyEntryOf, zipOne } from './zip.ts'

export interface PackOptions {
  /** Attachments are zipped one by one before Base64, as the national samples do; otherwise only where they must be. */
  zip?: boolean
  /** An RSA key, and its certificate as PEM, the signer's first. */
  sign?: { key: KeyObject; certificate: string }
}

const namespace = 'http://www.mic.gov.vn/TBT/QCVN_102_2016'

/**
 * The package as it goes over the wire, UTF-8.
 * @throws PackTrouble for a message that must not leave as it is: it names every field that is wrong
 */
export const pack = (message: EdxmlMessage, { zip = false, sign }: PackOptions = {}): Uint8Array => {
  checkMessage(message)
  const write = (signature: string): string =>
    [
      `<?xml version="1.0" encoding="UTF-8"?>\n<edXML xmlns="${namespace}">`,
      `<edXML:edXMLEnvelope xmlns:edXML="${namespace}">`,
      x('edXMLHeader', [
        ...(message.kind === 'edoc'
          ? [writeEdocHeader(message), writeTrace(message)]
          : [writeReplyHeader(message)]),
        signature,
      ]),
      message.kind === 'edoc' ? manifestOf(message.attachments) : '',
      '</edXML:edXMLEnvelope>',
      message.kind === 'edoc'
        ? p(
            'AttachmentEncoded',
            message.attachments.map((part) => encoded(part, zip)),
          )
        : '',
      '</edXML>\n',
    ].join('')
  const unsigned = write('')
  return new TextEncoder().encode(sign ? write(signatureOf(unsigned, sign)) : unsigned)
}

const manifestOf = (attachments: Attachment[]): string =>
  x('edXMLBody', [
    x(
      'edXMLManifest',
      attachments.map((part) =>
        x('Reference', [
          x('ContentId', `cid:${part.id}`),
          x('ContentType', part.contentType),
          x('AttachmentName', part.name),
          x('Description', part.description),
        ]),
      ),
      ' version="1.0"',
    ),
  ])

/** A file that a reader would take for zipped on the way is zipped once more, so that it comes out as it is. */
const encoded = (part: Attachment, zip: boolean): string => {
  const zipped = zip || onlyEntryOf(part.bytes) !== null
  const bytes = zipped ? zipOne(part.name, part.bytes) : part.bytes
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
  return p('Attachment', [
    p('ContentId', `cid:${part.id}`),
    p('AttachmentName', part.name),
    p('Description', part.description),
    p('ContentType', zipped ? 'application/zip' : part.contentType),
    `<ContentTransferEncoded>${content}</ContentTransferEncoded>`,
  ])
}

/** SHA-256 only. The whole package is covered, the signature itself apart. */
const signatureOf = (xml: string, { key, certificate }: { key: KeyObject; certificate: string }): string => {
  const signed = new SignedXml({
    privateKey: key,
    publicCert: escapeXml(certificate),
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  })
  signed.addReference({
    xpath: '/*',
    isEmptyUri: true,
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: [
      'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
      'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
    ],
  })
  signed.computeSignature(xml, {
    location: { reference: "//*[local-name(.)='edXMLHeader']", action: 'append' },
  })
  return signed.getSignatureXml()
}
