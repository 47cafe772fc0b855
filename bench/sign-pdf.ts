/** Signatures a second: our signer beside the P12 signer of @signpdf, the same key, the same letter, no timestamp. */
import { P12Signer } from '@signpdf/signer-p12'
import { SignPdf } from '@signpdf/signpdf'
import { openP12 } from '../packages/documents/src/sign/key.ts'
import { signIn, signPdf } from '../packages/documents/src/sign/sign-pdf.ts'
import { openPlace } from '../packages/documents/src/sign/signature-place.ts'
import { openAuthority } from '../packages/documents/src/sign/testing.ts'
import { writePdf } from '../packages/documents/src/write/pdf.ts'
import { sampleLetter } from '../packages/documents/src/write/sample.ts'
import { compare } from './interleaved.ts'

const authority = openAuthority()
const { bytes: p12 } = authority.p12('Nguyễn Thị Ngọc Ánh', { old: true })
authority.close()
const letter = await writePdf(sampleLetter)
const place = {
  field: 'Chữ ký',
  page: 0,
  box: { x: 350, y: 150, width: 90, height: 60 },
  png: null,
  signer: 'Nguyễn Thị Ngọc Ánh',
  reason: null,
  at: '2023-06-05T01:00:00Z',
}
// What the peer is given: the same file with the place made, so that it has less to do than we. It reads bytes only.
const opened = await openPlace(letter, place)
const prepared = Buffer.from(
  opened.pdf
    .toString('latin1')
    .replace(/\/ByteRange *\[[^\]]*\]/, '/ByteRange [0 /********** /********** /**********]'),
  'latin1',
)

const key = openP12(p12, '1234')
console.log('Ký PDF: Loa so với P12Signer của @signpdf (cùng khóa RSA 2048)')
// A P12Signer signs once.
const peer = () => new SignPdf().sign(prepared, new P12Signer(Buffer.from(p12), { passphrase: '1234' }))
await compare('one signature in a place that is there', 'signpdf', 25, {
  ours: () => signIn({ ...opened, pdf: Buffer.from(opened.pdf) }, key, null),
  peer,
})
await compare('the same, and Loa makes its place too', 'signpdf', 25, {
  ours: () => signPdf(letter, { key, timestamp: null, ...place }),
  peer,
})
process.exit(0)
