import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentIdOf } from './message.ts'
import { pack } from './pack.ts'
import { order } from './testing/order.ts'
import { unpack } from './unpack.ts'
import { PackTrouble } from './write/check.ts'
import { zipOne } from './zip.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const packed = () => new TextDecoder().decode(pack(order))
const codes = (xml: string | Uint8Array, limits = {}) =>
  unpack(typeof xml === 'string' ? bytesOf(xml) : xml, limits).messages.map(({ code }) => code)
/** The package with something else in place of a part of it; the part must be there. */
const changed = (part: string | RegExp, into: string) => {
  const xml = packed()
  assert.ok(typeof part === 'string' ? xml.includes(part) : part.test(xml))
  return xml.replace(part, into)
}
const edocOf = (xml: string) => {
  const { value } = unpack(bytesOf(xml))
  assert.equal(value?.kind, 'edoc')
  return value as Extract<typeof value, { kind: 'edoc' }>
}

test('the prefix stands on every element of the envelope and on none below AttachmentEncoded; the official spellings stay', () => {
  const [envelope = '', attachments = ''] = packed().split('</edXML:edXMLEnvelope>')
  assert.deepEqual(envelope.match(/<(?!\/|\?|edXML[ :])/g), null)
  assert.match(attachments, /^<AttachmentEncoded><Attachment><ContentId>cid:1</)
  assert.match(envelope, /<edXML:Bussiness><edXML:BussinessDocType>0</)
  assert.match(envelope, /<edXML:PromulgationDate>2023\/06\/05</)
  assert.match(envelope, /<edXML:Timestamp>2023\/06\/05 08:30:00</)
})

test('days that do not exist are left out with their place; a time behind a day does no harm', () => {
  const xml = changed('<edXML:DueDate>2023/06/30', '<edXML:DueDate>2014/02/30')
  const { value, messages } = unpack(bytesOf(xml))
  assert.equal(value?.kind === 'edoc' && value.dueDate, null)
  const at = xml.indexOf('<edXML:DueDate>')
  assert.deepEqual(messages, [
    {
      level: 'warning',
      code: 'date.impossible',
      text: 'Ngày không có thật; đã bỏ qua: DueDate "2014/02/30".',
      line: 2,
      column: at - xml.indexOf('\n'),
    },
  ])
  assert.equal(edocOf(changed('2023/06/30<', '2023/06/30 17:00:00<')).dueDate, '2023-06-30')
  assert.equal(edocOf(changed('2023/06/30<', '30/06/2023<')).dueDate, '2023-06-30')
})

test('N/A and empty elements mean that nothing is there', () => {
  const empty = '<edXML:ResponseFor><edXML:OrganId/><edXML:Code> </edXML:Code></edXML:ResponseFor>'
  assert.deepEqual(edocOf(changed('<edXML:SteeringType>', `${empty}<edXML:SteeringType>`)).responseFor, [])
  assert.equal(edocOf(changed('KT. GIÁM ĐỐC', 'N/A')).signer.competence, null)
})

test('junk before the declaration is passed over, and places are still those of the file', () => {
  const whole = new Uint8Array([
    0xef,
    0xbf,
    0x00,
    0x41,
    0x0a,
    ...bytesOf(changed('2023/06/30', '2023/13/01')),
  ])
  const { value, messages } = unpack(whole)
  assert.equal(value?.kind, 'edoc')
  assert.deepEqual(
    messages.map(({ code, line }) => [code, line]),
    [
      ['xml.junk-before', 2],
      ['date.impossible', 3],
    ],
  )
})

test('a document type, an entity, a tag that does not close: refused at their line and column', () => {
  const bomb = '<!DOCTYPE edXML [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
  assert.deepEqual(codes(changed('<edXML xmlns', `${bomb}<edXML xmlns`)), ['xml.document-type'])
  assert.deepEqual(codes(changed('V/v tuyên', '&b; tuyên')), ['xml.entity'])
  const { value, messages } = unpack(bytesOf('<?xml version="1.0"?>\n<edXML>\n  <a></b>\n</edXML>'))
  assert.equal(value, null)
  assert.deepEqual(
    messages.map(({ code, line, column }) => [code, line, column]),
    [['xml.malformed', 3, 6]],
  )
})

test('depth, number of elements and size have limits', () => {
  assert.deepEqual(codes('<a>'.repeat(50) + '</a>'.repeat(50)), ['xml.too-deep'])
  assert.deepEqual(codes(`<edXML>${'<a/>'.repeat(20_001)}</edXML>`), ['xml.too-many'])
  assert.deepEqual(codes(packed(), { bytes: 100 }), ['file.too-large'])
  assert.deepEqual(codes(packed(), { attachmentBytes: 5 }), ['attachment.too-large'])
  assert.deepEqual(codes(packed(), { totalBytes: 5 }), ['attachment.too-large'])
})

test('a zipped attachment that swells past the limit is not inflated, and one that is not whole is told', () => {
  const zipped = (bytes: Uint8Array) =>
    changed('JVBERi0xLjQ=', Buffer.from(bytes).toString('base64')).replace(
      /(<AttachmentEncoded>.*<ContentType>)[^<]*/s,
      '$1application/zip',
    )
  const zeros = zipOne('05.pdf', new Uint8Array(60_000_000))
  assert.ok(zeros.length < 100_000)
  assert.deepEqual(codes(zipped(zeros)), ['attachment.too-large'])
  const bent = zipOne('05.pdf', bytesOf('nội dung công văn'))
  bent[45] = (bent[45] ?? 0) ^ 0xff
  assert.deepEqual(codes(zipped(bent)), ['attachment.damaged'])
  assert.deepEqual(codes(changed('JVBERi0xLjQ=', 'không phải Base64')), ['attachment.damaged'])
})

test('what the manifest lists and the package lacks is told, and the header is still read', () => {
  const without = changed(/<AttachmentEncoded>.*<\/AttachmentEncoded>/s, '')
  assert.deepEqual(codes(without), ['attachment.missing'])
  assert.equal(edocOf(without).code.number, '05')
  assert.deepEqual(codes(changed(/<edXML:edXMLBody>.*<\/edXML:edXMLBody>/s, '')), ['attachment.unlisted'])
})

test('a package that bears a mark of state secrecy is refused', () => {
  assert.deepEqual(
    codes(changed('<edXML:SteeringType>', '<edXML:Content>TỐI MẬT</edXML:Content><edXML:SteeringType>')),
    ['package.secret'],
  )
  assert.equal(edocOf(changed('tuyên truyền', 'bảo mật thông tin')).kind, 'edoc')
})

test('other files are no packages, and are told so', () => {
  assert.deepEqual(codes(''), ['file.empty'])
  assert.deepEqual(codes('%PDF-1.4'), ['package.not-edxml'])
  assert.deepEqual(codes('<html><body/></html>'), ['package.not-edxml'])
})

test('a reply may call its header Status and write 3 for 03', () => {
  const reply = pack({
    kind: 'status',
    from: { ...order.from, organId: '000.01.99.H99' },
    responseFor: {
      organId: '000.00.99.H99',
      code: '05/SM-QLVHGĐ',
      date: '2023-06-05',
      documentId: order.documentId,
    },
    staff: null,
    statusCode: '03',
    description: null,
    at: '2023-06-05T10:00:00+07:00',
  })
  const other = new TextDecoder().decode(reply).replaceAll('MessageHeader', 'Status').replace('>03<', '>3<')
  const { value, messages } = unpack(bytesOf(other))
  assert.deepEqual(messages, [])
  assert.equal(value?.kind === 'status' && value.statusCode, '03')
})

test('what must not leave is refused with everything that is wrong with it', () => {
  const wrong = {
    ...order,
    to: [{ ...order.to[0], organId: 'DM-SVH' }],
    subject: ' ',
    dueDate: '2023-02-30',
    business: { ...order.business, type: 1 as const, reason: null },
  }
  assert.throws(
    () => pack(wrong as typeof order),
    (error) => {
      assert.ok(error instanceof PackTrouble)
      assert.deepEqual(error.problems, [
        { path: 'to/0/organId', code: 'malformed' },
        { path: 'subject', code: 'missing' },
        { path: 'dueDate', code: 'malformed' },
        { path: 'business/documentId', code: 'missing' },
        { path: 'business/reason', code: 'missing' },
      ])
      return true
    },
  )
})

test('the identifier of a document is made of body, day, number and notation', () => {
  assert.equal(
    documentIdOf('000.00.99.H99', '2023-06-05', '05', 'SM-QLVHGĐ'),
    '000.00.99.H99,2023/06/05,05/SM-QLVHGĐ',
  )
})
