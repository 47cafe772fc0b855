/** Messages of any content that may be sent, for property tests. */
import fc from 'fast-check'
import {
  type AnsweredDocument,
  type Attachment,
  type Business,
  businessTypes,
  type Edoc,
  type EdxmlMessage,
  type Organ,
  type Staff,
  type StatusCode,
  type StatusReply,
  statusCodes,
} from '../message.ts'
import { said } from '../wire.ts'

/** With the prototype of any object, as messages are compared strictly. */
const record = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>

/** As `pack` leaves it: trimmed, NFC, not empty. */
const text = (maxLength = 40) =>
  fc
    .oneof(
      fc.string({ unit: 'binary', maxLength }),
      fc.string({ unit: 'grapheme', maxLength }),
      fc.constantFrom(
        'V/v tuyên truyền "an toàn" <giao thông> & trật tự',
        ']]>',
        '&amp;',
        '&#13;',
        'a\r\nb',
        'Ðồng Hới',
      ),
    )
    .map((raw) => said(raw)?.slice(0, maxLength) ?? '')
    .map((raw) => said(raw) ?? 'Sở mẫu')

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

const organId = fc.oneof(
  fc.constantFrom('000.00.99.H99', 'H99.02', '28.22.H17', 'H99'),
  fc
    .array(fc.stringMatching(/^[0-9A-Z]{1,4}$/), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join('.')),
)

const organ: fc.Arbitrary<Organ> = record({
  organId,
  organizationInCharge: maybe(text()),
  name: maybe(text()),
  address: maybe(text()),
  email: maybe(text()),
  telephone: maybe(text()),
  fax: maybe(text()),
  website: maybe(text()),
})

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2999-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const instant = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2999-12-30'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}+07:00`)
const integer = fc.integer({ min: 0, max: 999_999_999 })

const answered: fc.Arbitrary<AnsweredDocument> = record({
  organId: maybe(organId),
  code: maybe(text()),
  date: maybe(day),
  documentId: text(),
})

const staff: fc.Arbitrary<Staff> = record({
  department: maybe(text()),
  staff: text(),
  mobile: maybe(text()),
  email: maybe(text()),
})

const attachments: fc.Arbitrary<Attachment[]> = fc.uniqueArray(
  record({
    id: fc.stringMatching(/^[a-z0-9]{1,8}$/),
    name: text(30),
    description: maybe(text()),
    contentType: fc.constantFrom('application/pdf', 'text/plain', 'application/octet-stream'),
    bytes: fc.uint8Array({ maxLength: 200 }),
  }),
  { selector: ({ id }) => id, maxLength: 3 },
)

const business: fc.Arbitrary<Business> = record({
  type: fc.constantFrom(...(Object.keys(businessTypes).map(Number) as (0 | 1 | 2 | 3)[])),
  reason: text(),
  documentId: text(),
  paper: fc.boolean(),
  change: maybe(
    record({
      document: fc.boolean(),
      receivers: fc.boolean(),
      receiverList: fc.array(record({ organId, kept: fc.boolean() }), { maxLength: 2 }),
    }),
  ),
  replaces: fc.array(record({ documentId: text(), organIds: fc.array(organId, { maxLength: 2 }) }), {
    maxLength: 2,
  }),
  staff: fc.array(staff, { maxLength: 2 }),
})

const edoc: fc.Arbitrary<Edoc> = record({
  kind: fc.constant('edoc'),
  from: organ,
  to: fc.array(organ, { minLength: 1, maxLength: 3 }),
  code: record({ number: maybe(text(10)), notation: maybe(text(20)) }),
  promulgation: record({ place: maybe(text()), date: maybe(day) }),
  documentType: record({ type: maybe(integer), detail: maybe(integer), name: maybe(text()) }),
  subject: text(),
  content: maybe(text()),
  signer: record({ competence: maybe(text()), position: maybe(text()), fullName: maybe(text()) }),
  dueDate: maybe(day),
  toPlaces: fc.array(text(), { maxLength: 3 }),
  priority: maybe(integer),
  sphere: maybe(text()),
  typist: maybe(text()),
  copies: maybe(integer),
  pages: maybe(integer),
  direction: maybe(fc.boolean()),
  appendixes: fc.array(text(), { maxLength: 2 }),
  responseFor: fc.array(answered, { maxLength: 2 }),
  steeringType: maybe(fc.constantFrom(1, 2, 3)),
  documentId: text(),
  trace: fc.array(record({ organId, at: maybe(instant) }), { maxLength: 2 }),
  business,
  attachments,
})

const reply: fc.Arbitrary<StatusReply> = record({
  kind: fc.constant('status'),
  from: organ,
  responseFor: answered,
  staff: maybe(staff),
  statusCode: fc.constantFrom(...(Object.keys(statusCodes) as StatusCode[])),
  description: text(),
  at: maybe(instant),
})

export const anyMessage: fc.Arbitrary<EdxmlMessage> = fc.oneof(
  { weight: 3, arbitrary: edoc },
  { weight: 1, arbitrary: reply },
)
