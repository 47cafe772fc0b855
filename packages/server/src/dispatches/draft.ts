/**
 * The own dispatch drawn from what a person confirmed. It passes on what was ordered, in the words of the order, and
 * adds no text of its own but the phrases every such dispatch has.
 */
import type { ProposalValue } from '@loa/contract/plans'
import { type DocumentTree, emptyTree, type Paragraph, type ParagraphRole } from '@loa/documents'
import { dayInWords, dayShort, typeName } from './phrases.ts'

export interface DraftGround {
  source: DocumentTree
  confirmed: ProposalValue[]
  letterhead: {
    issuer: string
    parentIssuer: string | null
    place: string | null
    symbol: string | null
    archive: string | null
    signingAuthority: string | null
    signerTitle: string | null
  }
  simulated: boolean
}

export const draftFrom = ({ source, confirmed, letterhead, simulated }: DraftGround): DocumentTree => {
  const pick = <K extends ProposalValue['kind']>(kind: K) =>
    confirmed.filter((value): value is Extract<ProposalValue, { kind: K }> => value.kind === kind)
  const topics = pick('topic')
  const forms = pick('form')
  const deadlines = pick('deadline').filter((deadline) => deadline.date)
  const duties = pick('duty')
  const attachments = pick('attachment').map(({ text }) => text)
  // How much is often part of a form or a duty that is passed on anyway.
  const said = [...forms, ...duties, ...topics].map(({ text }) => text).join('\n')
  const quantities = [...new Set(pick('quantity').map(({ text }) => text))].filter(
    (text) => !said.includes(text),
  )

  const body: Paragraph[] = [
    paragraph(
      'text',
      null,
      `${basisSentence(source, letterhead.issuer, pick('link'))}, ${letterhead.issuer} đề nghị các cơ quan, đơn vị triển khai thực hiện như sau:`,
    ),
    paragraph('clause', '1.', 'Nội dung tuyên truyền', true),
    ...topics.map((topic) => paragraph('dash', '-', closed(topic.text, '.'))),
    paragraph('clause', '2.', 'Hình thức tuyên truyền', true),
    ...forms.map((form, index) =>
      paragraph('dash', '-', closed(capital(form.text), index < forms.length - 1 ? ';' : '.')),
    ),
    paragraph('clause', '3.', 'Tổ chức thực hiện', true),
    paragraph(
      'dash',
      '-',
      'Các cơ quan, đơn vị tiếp nhận văn bản, lập kế hoạch và triển khai theo chức năng, nhiệm vụ được giao.',
    ),
    ...duties.map((duty) => paragraph('dash', '-', closed(capital(duty.text), '.'))),
    ...quantities.map((text) => paragraph('dash', '-', closed(capital(text), '.'))),
    ...deadlines.map((deadline) =>
      paragraph('dash', '-', `Thời hạn thực hiện: trước ngày ${dayShort(deadline.date ?? '')}.`),
    ),
    ...(attachments.length > 0
      ? [paragraph('dash', '-', closed(`Gửi kèm theo: ${attachments.join('; ')}`, '.'))]
      : []),
    paragraph('dash', '-', 'Ghi nhận từng hoạt động kèm ảnh minh chứng để tổng hợp báo cáo./.'),
  ]
  return {
    ...emptyTree(),
    type: 'cong-van',
    issuer: letterhead.issuer,
    parentIssuer: letterhead.parentIssuer,
    symbol: letterhead.symbol,
    code: `/${letterhead.symbol ?? ''}`,
    place: letterhead.place,
    subject: source.subject,
    addressees: pick('addressee').map((addressee) => addressee.text),
    recipients: [
      { name: 'Như trên', purpose: null },
      ...source.recipients.filter((recipient) => !/^như (trên|điều)/i.test(recipient.name)),
    ],
    archive: letterhead.archive,
    signingAuthority: letterhead.signingAuthority,
    signerTitle: letterhead.signerTitle,
    body,
    mark: simulated ? 'MÔ PHỎNG' : null,
  }
}

/** "Thực hiện Công văn số 428/VHCS-QCTT ngày 17 tháng 5 năm 2023 của …": the order itself, or what it rests on. */
const basisSentence = (
  source: DocumentTree,
  issuer: string,
  links: { type: string | null; code: string; date: string | null; issuer: string | null }[],
): string => {
  const fromAbove =
    source.number && source.issuer && !issuer.startsWith(source.issuer)
      ? [{ type: source.type, code: source.code ?? '', date: source.date, issuer: source.issuer }]
      : []
  const cited = [...fromAbove, ...links].map(
    (link) =>
      `${typeName(link.type)} số ${link.code}${link.date ? ` ${dayInWords(link.date)}` : ''}${link.issuer ? ` của ${link.issuer}` : ''}`,
  )
  const about = source.subject ? ` về việc ${source.subject}` : ''
  return cited.length > 0 ? `Thực hiện ${cited.join('; ')}${about}` : `Để triển khai nhiệm vụ${about}`
}

export const paragraph = (
  role: ParagraphRole,
  marker: string | null,
  text: string,
  bold = false,
): Paragraph => ({
  kind: 'paragraph',
  role,
  marker,
  runs: [bold ? { text, bold } : { text }],
  start: 0,
  end: 0,
})

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** Ends with that sign, whatever it ended with before. */
const closed = (text: string, sign: string) => text.replace(/[\s.;,:…]+$/u, '') + sign
