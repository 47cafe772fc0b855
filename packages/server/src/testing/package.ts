/** Packages of the exchange as another body would send them. */
import { documentIdOf, type Edoc, organOf, pack } from '@loa/edxml'
import { exampleDispatch } from './path.ts'

export const sender = { organId: '000.00.00.G09', name: 'Bộ Văn hóa, Thể thao và Du lịch' }

/** The example dispatch as the ministry would send it, with a form beside it. */
export const exampleEdoc = (change: Partial<Edoc> = {}): Edoc => ({
  kind: 'edoc',
  from: organOf(sender.organId, sender.name),
  to: [organOf('H23.15', 'Sở Văn hóa, Thể thao và Du lịch')],
  code: { number: '1911', notation: 'BVHTTDL-VHCS' },
  promulgation: { place: 'Hà Nội', date: '2023-05-15' },
  documentType: { type: 18, detail: 0, name: 'Công văn' },
  subject: 'V/v tuyên truyền Ngày Gia đình Việt Nam',
  content: null,
  signer: { competence: 'KT. BỘ TRƯỞNG', position: 'THỨ TRƯỞNG', fullName: 'Trịnh Thị Mẫu' },
  dueDate: '2023-07-15',
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
  documentId: documentIdOf(sender.organId, '2023-05-15', '1911', 'BVHTTDL-VHCS'),
  trace: [{ organId: sender.organId, at: '2023-05-15T08:30:00+07:00' }],
  business: { type: 0, reason: null, documentId: null, paper: false, change: null, replaces: [], staff: [] },
  attachments: [
    {
      id: '1',
      name: 'bieu-mau.xlsx',
      description: null,
      contentType: 'application/octet-stream',
      bytes: new Uint8Array([1, 2, 3]),
    },
    {
      id: '2',
      name: '1911.txt',
      description: null,
      contentType: 'text/plain',
      bytes: new Uint8Array(exampleDispatch()),
    },
  ],
  ...change,
})

export const examplePackage = (change: Partial<Edoc> = {}): Uint8Array => pack(exampleEdoc(change))
