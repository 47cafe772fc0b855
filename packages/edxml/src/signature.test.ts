import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { SignedXml } from 'xml-crypto'
import { pack } from './pack.ts'
import { anyMessage } from './testing/messages.ts'
import { order } from './testing/order.ts'
import { unpack } from './unpack.ts'

const pem = execFileSync(
  'openssl',
  'req -x509 -newkey rsa:2048 -nodes -keyout - -subj /CN=So\\ mau -days 2'
    .split(/(?<!\\) /)
    .map((word) => word.replace('\\ ', ' ')),
  { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
)
const key = createPrivateKey(pem)
const certificate = /-----BEGIN CERTIFICATE-----[\s\S]*-----END CERTIFICATE-----\n/.exec(pem)?.[0] ?? ''

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const signed = textOf(pack(order, { sign: { key, certificate } }))
const look = (xml: string) => {
  const { value, signature, messages } = unpack(bytesOf(xml))
  return { value, state: signature.state, codes: messages.map(({ code }) => code), signature }
}

test('a signed package is valid whatever it says, names its certificate, and uses SHA-256 only', () => {
  fc.assert(
    fc.property(anyMessage, fc.boolean(), (message, zip) => {
      const { value, signature, messages } = unpack(pack(message, { zip, sign: { key, certificate } }))
      assert.deepEqual(
        { value, messages, state: signature.state },
        { value: message, messages: [], state: 'valid' },
      )
    }),
    { numRuns: 100 },
  )
  assert.equal(new X509Certificate(look(signed).signature.certificate ?? '').subject, 'CN=So mau')
  assert.doesNotMatch(signed, /sha1/i)
})

test('one changed letter, in the header or in the attachment, and the signature is wrong', () => {
  for (const [from, into] of [
    ['an toàn giao thông', 'an toàn giao thong'],
    ['JVBERi0xLjQ=', 'JVBERi0xLjU='],
  ] as const) {
    const { state, codes } = look(signed.replace(from, into))
    assert.deepEqual([state, codes], ['invalid', ['signature.invalid']])
  }
})

test('white space, comments and a BOM around the elements are seen by the signature as the rules of XML say', () => {
  assert.equal(
    look(`\uFEFF${signed.replace('<edXML:edXMLHeader>', '<!-- x --><edXML:edXMLHeader>')}`).state,
    'valid',
  )
  assert.equal(look(signed.replace('<edXML:edXMLHeader>', '\n<edXML:edXMLHeader>')).state, 'invalid')
})

test('an old SHA-1 signature is read, with the warning that it proves nothing today', () => {
  const old = signedBy(
    'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
    'http://www.w3.org/2000/09/xmldsig#sha1',
    '/*',
    true,
  )
  const { state, codes, signature } = look(old)
  assert.deepEqual([state, signature.weak, codes], ['valid', true, ['signature.sha1']])
})

test('an empty signature, as many packages have, is none', () => {
  const empty = textOf(pack(order)).replace(
    '</edXML:edXMLHeader>',
    '<edXML:DigitalSignature/></edXML:edXMLHeader>',
  )
  assert.deepEqual([look(empty).state, look(empty).codes], ['absent', []])
})

test('in a package larger than is allowed for it the signature is not checked, and that is said', () => {
  const { signature, messages } = unpack(bytesOf(signed), { signedBytes: 1000 })
  assert.deepEqual(
    [signature.state, messages.map(({ code }) => code)],
    ['unchecked', ['signature.too-large']],
  )
})

test('a signature on a part only is no signature on the package', () => {
  const part = signedBy(sha256.signature, sha256.digest, "//*[local-name(.)='SignerInfo']", false)
  assert.deepEqual([look(part).state, look(part).codes], ['partial', ['signature.partial']])
})

test('a package wrapped around a signed one is not taken for it', () => {
  // The signed original goes, whole, where nobody looks; the reference finds it by its Id, and the digest is right.
  const original = signedBy(sha256.signature, sha256.digest, '/*', false)
  assert.equal(look(original).state, 'valid')
  const signature = /<Signature[\s\S]*<\/Signature>/.exec(original)?.[0] ?? ''
  const [, inner = ''] = /<\?xml[^>]*>\s*([\s\S]*)/.exec(original) ?? []
  const forged = textOf(pack({ ...order, subject: 'V/v chuyển tiền' }))
    .replace('</edXML:edXMLHeader>', `${signature}</edXML:edXMLHeader>`)
    .replace('</edXML>', `<Cache>${inner.replace(signature, '')}</Cache></edXML>`)
  const { value, state } = look(forged)
  assert.equal(value?.kind === 'edoc' && value.subject, 'V/v chuyển tiền')
  assert.equal(state, 'partial')
  // Moved with the signature left inside the original, there are none or two to choose from.
  assert.notEqual(
    look(textOf(pack(order)).replace('</edXML>', `<Cache>${inner}</Cache></edXML>`)).state,
    'valid',
  )
})

const sha256 = {
  signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
} as const

type Algorithm = NonNullable<ConstructorParameters<typeof SignedXml>[0]>['signatureAlgorithm']

/** As other programs sign: their algorithm, one element by its Id or the whole. */
function signedBy(
  signatureAlgorithm: Algorithm,
  digestAlgorithm: string,
  xpath: string,
  isEmptyUri: boolean,
): string {
  const c14n = 'http://www.w3.org/2001/10/xml-exc-c14n#'
  const signer = new SignedXml({
    privateKey: key,
    publicCert: certificate,
    signatureAlgorithm,
    canonicalizationAlgorithm: c14n,
  })
  const transforms = ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', c14n] as const
  signer.addReference({
    xpath,
    isEmptyUri,
    digestAlgorithm: digestAlgorithm as typeof sha256.digest,
    transforms: [...transforms],
  })
  signer.computeSignature(textOf(pack(order)), {
    location: { reference: "//*[local-name(.)='edXMLHeader']", action: 'append' },
  })
  return signer.getSignedXml()
}
