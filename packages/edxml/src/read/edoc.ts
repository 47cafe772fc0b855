/** A document message: header, trace, what is to be done. The attachments are beside it. */
import type { Attachment, Business, Edoc, Organ } from '../message.ts'
import { documentIdOf } from '../message.ts'
import type { Fields } from './fields.ts'
import { readAnswered, readOrgan, readStaff } from './header.ts'

export const readEdoc = (header: Fields, trace: Fields | null, attachments: Attachment[]): Edoc | null => {
  const from = header.child('From')
  const sender = from && readOrgan(from)
  if (!sender) {
    header.lacks('From')
    return null
  }
  const to = header.children('To').flatMap((fields): Organ[] => {
    const organ = readOrgan(fields)
    return organ ? [organ] : []
  })
  if (to.length === 0) header.lacks('To')
  const business = readBusiness(trace)
  const code = header.child('Code')
  const promulgation = header.child('PromulgationInfo')
  const type = header.child('DocumentType')
  const signer = header.child('SignerInfo')
  const other = header.child('OtherInfo')
  const number = code?.text('CodeNumber') ?? null
  const notation = code?.text('CodeNotation') ?? null
  const date = promulgation?.day('PromulgationDate') ?? null
  const documentId =
    header.text('DocumentId') ??
    (sender.organId && date && number && notation
      ? documentIdOf(sender.organId, date, number, notation)
      : null)
  if (documentId === null) {
    header.lacks('DocumentId')
    return null
  }
  const steering = header.integer('SteeringType')
  return {
    kind: 'edoc',
    from: sender,
    to,
    code: { number, notation },
    promulgation: { place: promulgation?.text('Place') ?? null, date },
    documentType: {
      type: type?.integer('Type') ?? null,
      detail: type?.integer('TypeDetail') ?? null,
      name: type?.text('TypeName') ?? null,
    },
    subject: header.text('Subject'),
    content: header.text('Content'),
    signer: {
      competence: signer?.text('Competence') ?? null,
      position: signer?.text('Position') ?? null,
      fullName: signer?.text('FullName') ?? null,
    },
    dueDate: header.day('DueDate'),
    toPlaces: header.child('ToPlaces')?.texts('Place') ?? [],
    priority: other?.integer('Priority') ?? null,
    sphere: other?.text('SphereOfPromulgation') ?? null,
    typist: other?.text('TyperNotation') ?? null,
    copies: other?.integer('PromulgationAmount') ?? null,
    pages: other?.integer('PageAmount') ?? null,
    direction: other?.boolean('Direction') ?? null,
    appendixes: other?.child('Appendixes')?.texts('Appendix') ?? [],
    responseFor: header.children('ResponseFor').map(readAnswered),
    // Some write 0 for what orders nothing.
    steeringType: steering === 0 ? 1 : steering === 1 || steering === 2 || steering === 3 ? steering : null,
    documentId,
    trace: (trace?.children('TraceHeader') ?? []).flatMap((hop) => {
      const organId = hop.organId()
      return organId === null ? [] : [{ organId, at: hop.instant('Timestamp', 'TimeStamp') }]
    }),
    business,
    attachments,
  }
}

/** Without one it is a new document. */
const readBusiness = (trace: Fields | null): Business => {
  const fields = trace?.child('Bussiness', 'Business') ?? null
  const type = fields?.integer('BussinessDocType') ?? fields?.integer('BusinessDocType') ?? 0
  const change = fields?.children('BussinessDocumentInfo', 'BusinessDocumentInfo')[0]
  if (fields && type > 3) fields.notes.add('value.unknown', fields.element.at, `BussinessDocType "${type}"`)
  return {
    type: type === 1 || type === 2 || type === 3 ? type : 0,
    reason: fields?.text('BussinessDocReason', 'BusinessDocReason') ?? null,
    documentId: fields?.text('DocumentId') ?? null,
    paper: fields?.boolean('Paper') ?? false,
    change: change
      ? {
          document: change.boolean('DocumentInfo') ?? false,
          receivers: change.boolean('DocumentReceiver') ?? false,
          receiverList: (change.child('ReceiverList')?.children('Receiver') ?? []).flatMap((receiver) => {
            const organId = receiver.organId()
            return organId === null ? [] : [{ organId, kept: receiver.boolean('ReceiverType') ?? true }]
          }),
        }
      : null,
    replaces: (fields?.children('ReplacementInfoList') ?? [])
      .flatMap((list) => list.children('ReplacementInfo'))
      .flatMap((info) => {
        const documentId = info.text('DocumentId')
        const organs = info.children('OrganIdList').flatMap((list) => list.texts('OrganId'))
        return documentId === null ? [] : [{ documentId, organIds: organs }]
      }),
    staff: (fields?.children('StaffInfo') ?? []).map(readStaff),
  }
}
