/** A made-up order: one document with one attachment. */
import { documentIdOf, type Edoc, type Organ } from '../message.ts'

const organ = (organId: string, name: string): Organ => ({
  organId,
  organizationInCharge: null,
  name,
  address: null,
  email: null,
  telephone: null,
  fax: null,
  website: null,
})

export const order: Edoc = {
  kind: 'edoc',
  from: organ('000.00.99.H99', 'Sở mẫu'),
  to: [organ('000.01.99.H99', 'Đơn vị mẫu 1'), organ('000.02.99.H99', 'Đơn vị mẫu 2')],
  code: { number: '05', notation: 'SM-QLVHGĐ' },
  promulgation: { place: 'Hải Dương', date: '2023-06-05' },
  documentType: { type: 18, detail: 0, name: 'Công văn' },
  subject: 'V/v tuyên truyền an toàn giao thông',
  content: null,
  signer: { competence: 'KT. GIÁM ĐỐC', position: 'Phó Giám đốc', fullName: 'Nguyễn Văn A' },
  dueDate: '2023-06-30',
  toPlaces: ['Lưu: VT'],
  priority: 0,
  sphere: null,
  typist: null,
  copies: null,
  pages: 2,
  direction: null,
  appendixes: [],
  responseFor: [],
  steeringType: 2,
  documentId: documentIdOf('000.00.99.H99', '2023-06-05', '05', 'SM-QLVHGĐ'),
  trace: [{ organId: '000.00.99.H99', at: '2023-06-05T08:30:00+07:00' }],
  business: {
    type: 0,
    reason: 'Văn bản điện tử mới',
    documentId: null,
    paper: false,
    change: null,
    replaces: [],
    staff: [],
  },
  attachments: [
    {
      id: '1',
      name: '05.pdf',
      description: null,
      contentType: 'application/pdf',
      bytes: new TextEncoder().encode('%PDF-1.4'),
    },
  ],
}
