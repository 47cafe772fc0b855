/** The header, in the order of the numbered list of fields (1.1 … 1.14). Bussiness is the official spelling. */
import type { AnsweredDocument, Business, Edoc, Organ, Staff, StatusReply } from '../message.ts'
import { writeDay, writeInstant } from '../wire.ts'
import { enveloped as x } from './elements.ts'

const writeOrgan = (name: 'From' | 'To', organ: Organ): string =>
  x(name, [
    x('OrganId', organ.organId),
    x('OrganizationInCharge', organ.organizationInCharge),
    x('OrganName', organ.name),
    x('OrganAdd', organ.address),
    x('Email', organ.email),
    x('Telephone', organ.telephone),
    x('Fax', organ.fax),
    x('Website', organ.website),
  ])

const day = (date: string | null) => (date === null ? null : writeDay(date))
const instant = (at: string | null) => (at === null ? null : writeInstant(at))

const writeAnswered = (answered: AnsweredDocument): string =>
  x('ResponseFor', [
    x('OrganId', answered.organId),
    x('Code', answered.code),
    x('PromulgationDate', day(answered.date)),
    x('DocumentId', answered.documentId),
  ])

const writeStaff = (staff: Staff): string =>
  x('StaffInfo', [
    x('Department', staff.department),
    x('Staff', staff.staff),
    x('Mobile', staff.mobile),
    x('Email', staff.email),
  ])

export const writeReplyHeader = (reply: StatusReply): string =>
  x('MessageHeader', [
    writeOrgan('From', reply.from),
    writeAnswered(reply.responseFor),
    reply.staff ? writeStaff(reply.staff) : '',
    x('StatusCode', reply.statusCode),
    x('Description', reply.description),
    x('Timestamp', instant(reply.at)),
  ])

export const writeEdocHeader = (edoc: Edoc): string =>
  x('MessageHeader', [
    writeOrgan('From', edoc.from),
    ...edoc.to.map((body) => writeOrgan('To', body)),
    x('Code', [x('CodeNumber', edoc.code.number), x('CodeNotation', edoc.code.notation)]),
    x('PromulgationInfo', [
      x('Place', edoc.promulgation.place),
      x('PromulgationDate', day(edoc.promulgation.date)),
    ]),
    x('DocumentType', [
      x('Type', edoc.documentType.type),
      x('TypeDetail', edoc.documentType.detail),
      x('TypeName', edoc.documentType.name),
    ]),
    x('Subject', edoc.subject),
    x('Content', edoc.content),
    x('SignerInfo', [
      x('Competence', edoc.signer.competence),
      x('Position', edoc.signer.position),
      x('FullName', edoc.signer.fullName),
    ]),
    x('DueDate', day(edoc.dueDate)),
    x(
      'ToPlaces',
      edoc.toPlaces.map((place) => x('Place', place)),
    ),
    x('OtherInfo', [
      x('Priority', edoc.priority),
      x('SphereOfPromulgation', edoc.sphere),
      x('TyperNotation', edoc.typist),
      x('PromulgationAmount', edoc.copies),
      x('PageAmount', edoc.pages),
      x('Direction', edoc.direction),
      x(
        'Appendixes',
        edoc.appendixes.map((appendix) => x('Appendix', appendix)),
      ),
    ]),
    ...edoc.responseFor.map(writeAnswered),
    x('SteeringType', edoc.steeringType),
    x('DocumentId', edoc.documentId),
  ])

export const writeTrace = (edoc: Edoc): string =>
  x('TraceHeaderList', [
    ...edoc.trace.map((hop) =>
      x('TraceHeader', [x('OrganId', hop.organId), x('Timestamp', instant(hop.at))]),
    ),
    writeBusiness(edoc.business),
  ])

const bit = (is: boolean) => (is ? '1' : '0')

const writeBusiness = (business: Business): string =>
  x('Bussiness', [
    x('BussinessDocType', business.type),
    x('BussinessDocReason', business.reason),
    x('DocumentId', business.documentId),
    x('Paper', bit(business.paper)),
    business.change
      ? x('BussinessDocumentInfo', [
          x('DocumentInfo', bit(business.change.document)),
          x('DocumentReceiver', bit(business.change.receivers)),
          x(
            'ReceiverList',
            business.change.receiverList.map(({ organId, kept }) =>
              x('Receiver', [x('OrganId', organId), x('ReceiverType', bit(kept))]),
            ),
          ),
        ])
      : '',
    x(
      'ReplacementInfoList',
      business.replaces.map(({ documentId, organIds }) =>
        x('ReplacementInfo', [
          x('DocumentId', documentId),
          x(
            'OrganIdList',
            organIds.map((organId) => x('OrganId', organId)),
          ),
        ]),
      ),
    ),
    ...business.staff.map(writeStaff),
  ])
