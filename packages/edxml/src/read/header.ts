/** MessageHeader of a document and of a reply (QCVN 102:2016/BTTTT). */
import type { AnsweredDocument, Organ, Staff, StatusCode, StatusReply } from '../message.ts'
import { statusCodes } from '../message.ts'
import type { Fields } from './fields.ts'

export const readOrgan = (fields: Fields): Organ | null => {
  const organId = fields.organId()
  const name = fields.text('OrganName')
  if (organId === null && name === null) return null
  if (organId === null) fields.lacks('OrganId')
  return {
    organId: organId ?? '',
    organizationInCharge: fields.text('OrganizationInCharge'),
    name,
    address: fields.text('OrganAdd'),
    email: fields.text('Email'),
    telephone: fields.text('Telephone'),
    fax: fields.text('Fax'),
    website: fields.text('Website'),
  }
}

export const readAnswered = (fields: Fields): AnsweredDocument => ({
  organId: fields.organId(),
  code: fields.text('Code'),
  date: fields.day('PromulgationDate'),
  documentId: fields.text('DocumentId'),
})

export const readStaff = (fields: Fields): Staff => ({
  department: fields.text('Department'),
  staff: fields.text('Staff'),
  mobile: fields.text('Mobile'),
  email: fields.text('Email'),
})

const isStatusCode = (code: string): code is StatusCode => code in statusCodes

/** Null where it is no reply that can be used: no known status, or nothing to say whose. */
export const readReply = (header: Fields): StatusReply | null => {
  const from = header.child('From')
  const sender = from && readOrgan(from)
  const answered = header.children('ResponseFor')[0]
  const written = header.text('StatusCode')
  // "3" is seen for "03".
  const code = written?.padStart(2, '0') ?? null
  if (!sender) header.lacks('From')
  if (!answered) header.lacks('ResponseFor')
  if (code === null) header.lacks('StatusCode')
  else if (!isStatusCode(code))
    header.notes.add(
      'status.unknown',
      header.child('StatusCode')?.element.at ?? null,
      `StatusCode "${code.slice(0, 40)}"`,
    )
  if (!sender || !answered || code === null || !isStatusCode(code)) return null
  const staff = header.children('StaffInfo')[0]
  return {
    kind: 'status',
    from: sender,
    responseFor: readAnswered(answered),
    staff: staff ? readStaff(staff) : null,
    statusCode: code,
    description: header.text('Description'),
    at: header.instant('Timestamp'),
  }
}
