/**
 * XML-DSig (xml-crypto). What is read is held against the canonical bytes that the verified signature covers: only where
 * these say the same is a signature called valid. A signature moved about or wrapped around something else thus proves nothing.
 */
import { DOMParser } from '@xmldom/xmldom'
import { SignedXml } from 'xml-crypto'
import type { PackageSignature } from '../message.ts'
import type { Notes } from '../notes.ts'
import type { Element } from '../xml/parse.ts'

/** A signature as far as it can be checked without knowing what was read. `covers`: the canonical XML of each signed part. */
export interface CheckedSignature extends PackageSignature {
  covers: string[]
}

const absent: CheckedSignature = { state: 'absent', certificate: null, weak: false, covers: [] }

/** @param header the element that holds the signature; an empty one, as many packages have, is none */
export const checkSignature = (
  xml: string,
  header: Element,
  most: number,
  notes: Notes,
): CheckedSignature => {
  const element = header.children.find(({ name }) => name === 'Signature' || name === 'DigitalSignature')
  if (!element || !holds(element, 'SignatureValue')) return absent
  if (xml.length > most) {
    notes.add('signature.too-large', element.at)
    return { ...absent, state: 'unchecked' }
  }
  const refuse = (
    code: 'signature.invalid' | 'signature.unreadable',
    certificate: string | null,
    weak: boolean,
  ): CheckedSignature => {
    notes.add(code, element.at)
    return { state: 'invalid', certificate, weak, covers: [] }
  }
  const document = parsed(xml)
  const nodes = document ? Array.from(document.getElementsByTagNameNS(dsig, 'Signature')) : []
  const node = nodes[0]
  // More than one: nobody could say which of them was meant.
  if (!node || nodes.length > 1) return refuse('signature.unreadable', null, false)
  const algorithms = ['SignatureMethod', 'DigestMethod'].flatMap((name) =>
    Array.from(node.getElementsByTagNameNS(dsig, name)).map((each) => each.getAttribute('Algorithm') ?? ''),
  )
  const weak = algorithms.some((name) => /sha1$/i.test(name))
  const certificate = certificateOf(node)
  if (weak) notes.add('signature.sha1', element.at)
  if (!certificate) return refuse('signature.unreadable', null, weak)
  try {
    const signed = new SignedXml({ publicCert: certificate })
    signed.loadSignature(node)
    if (!signed.checkSignature(xml)) return refuse('signature.invalid', certificate, weak)
    return { state: 'valid', certificate, weak, covers: signed.getSignedReferences() }
  } catch {
    // It throws for what the bytes say: algorithms it does not know, references it cannot find, a value that does not fit.
    return refuse('signature.invalid', certificate, weak)
  }
}

const dsig = 'http://www.w3.org/2000/09/xmldsig#'

/** Quiet about what it finds odd: what it cannot read has no signature that holds. */
const parsed = (xml: string) => {
  const quiet = () => undefined
  try {
    return new DOMParser({
      errorHandler: { warning: quiet, error: quiet, fatalError: quiet },
    }).parseFromString(xml, 'text/xml')
  } catch {
    return null
  }
}

const certificateOf = (node: globalThis.Element): string | null => {
  const text = node.getElementsByTagNameNS(dsig, 'X509Certificate')[0]?.textContent?.replace(/\s+/g, '') ?? ''
  if (!/^[A-Za-z0-9+/]{100,}={0,2}$/.test(text)) return null
  return `-----BEGIN CERTIFICATE-----\n${text.replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`
}

const holds = ({ children }: Element, name: string): boolean =>
  children.some((child) => child.name === name || holds(child, name))
