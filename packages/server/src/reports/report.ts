/**
 * The report up (báo cáo): figures as they stand, in the order of the ten forms, units that have not reported named.
 * Pure. It states numbers and adds no judgement; the officer writes that part.
 */
import type { Indicator, Total } from '@loa/contract/figures'
import { forms } from '@loa/contract/plans'
import type { UnitRef } from '@loa/contract/units'
import { type Annex, type DocumentTree, emptyTree, type Paragraph } from '@loa/documents'
import { paragraph } from '../dispatches/draft.ts'
import { dayInWords, dayShort, vietnameseNumber } from '../dispatches/phrases.ts'
import type { Letterhead } from '../units/queries.ts'

export interface ReportGround {
  title: string
  simulated: boolean
  from: string | null
  to: string | null
  /** The moment the figures were taken, as a day. */
  asOf: string
  letterhead: Letterhead & { issuer: string }
  /** The order that is answered: "Công văn số 428/VHCS-QCTT ngày …", and who gave it. */
  order: { text: string; issuer: string } | null
  own: { code: string | null; date: string | null } | null
  delivered: number
  received: number
  /** Null where the values of several units are not added. */
  indicators: (Indicator & { amounts: Total; plan: number | null })[]
  units: { unit: UnitRef; byIndicator: Record<string, { declared: number; proved: number }> }[]
  missing: UnitRef[]
}

const formNames: Record<(typeof forms)[number], string> = {
  visual: 'Cổ động trực quan',
  'loudspeaker-car': 'Xe tuyên truyền lưu động',
  website: 'Trang tin điện tử',
  led: 'Màn hình LED',
  'mass-media': 'Báo, đài',
  'commune-loudspeakers': 'Truyền thanh cơ sở',
  'performance-film': 'Văn nghệ cổ động, chiếu phim lưu động',
  exhibition: 'Triển lãm, trưng bày',
  contest: 'Cuộc thi, phát động sáng tác',
  integration: 'Lồng ghép trong hoạt động khác',
}

export const reportTree = (ground: ReportGround): DocumentTree => {
  const { letterhead, order, own } = ground
  const period =
    ground.from && ground.to ? ` từ ngày ${dayShort(ground.from)} đến ngày ${dayShort(ground.to)}` : ''
  const opening = order ? `Thực hiện ${order.text}, ${letterhead.issuer}` : letterhead.issuer
  return {
    ...emptyTree(),
    type: 'bao-cao',
    issuer: letterhead.issuer,
    parentIssuer: letterhead.parentIssuer ?? null,
    symbol: letterhead.reportSymbol ?? `BC-${letterhead.symbol?.split('-')[0] ?? ''}`,
    code: `/${letterhead.reportSymbol ?? ''}`,
    place: letterhead.place ?? null,
    subject: `Kết quả ${lower(ground.title)}`,
    addressees: [order?.issuer ?? letterhead.parentIssuer ?? ''].filter(Boolean),
    recipients: [
      { name: 'Như trên', purpose: null },
      { name: `Lãnh đạo ${letterhead.issuer}`, purpose: 'để báo cáo' },
    ],
    archive: letterhead.archive ?? 'Lưu: VT.',
    signingAuthority: letterhead.signingAuthority ?? null,
    signerTitle: letterhead.signerTitle ?? null,
    mark: ground.simulated ? 'MÔ PHỎNG' : null,
    body: [
      paragraph(
        'text',
        null,
        `${opening} báo cáo kết quả${period}, số liệu chốt đến ${dayInWords(ground.asOf)}, như sau:`,
      ),
      paragraph('section', 'I.', 'CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI', true),
      paragraph('text', null, management(ground, own)),
      paragraph('section', 'II.', 'KẾT QUẢ THỰC HIỆN', true),
      ...results(ground),
      paragraph('section', 'III.', 'ĐƠN VỊ CHƯA BÁO CÁO', true),
      ...missingUnits(ground),
      paragraph(
        'text',
        null,
        'Số liệu chi tiết theo từng chỉ tiêu và từng đơn vị tại các Phụ lục kèm theo./.',
      ),
    ],
    annexes: [indicatorAnnex(ground), unitAnnex(ground)],
  }
}

const management = (ground: ReportGround, own: ReportGround['own']): string => {
  const sent = own?.code
    ? `Đã ban hành Công văn số ${own.code}${own.date ? ` ${dayInWords(own.date)}` : ''}, gửi ${ground.delivered} đơn vị`
    : `Đã giao ${ground.delivered} đơn vị`
  return `${sent}; ${ground.received}/${ground.delivered} đơn vị đã tiếp nhận; ${ground.units.length - ground.missing.length}/${ground.units.length} đơn vị đã báo cáo kết quả.`
}

/** One numbered line a form; a form without a figure says so and is not shown as zero. */
const results = (ground: ReportGround): Paragraph[] =>
  forms
    .filter((form) => ground.indicators.some((indicator) => indicator.form === form))
    .map((form, index) => {
      const counted = ground.indicators.flatMap(({ amounts, ...each }) =>
        each.form === form && amounts && amounts.activities > 0 ? [{ ...each, amounts }] : [],
      )
      // A form with one figure is named by the line itself; several are told apart by their names.
      const words = counted.map(
        ({ name, unit, decimals, amounts }) =>
          `${counted.length > 1 || form === 'visual' ? `${lower(name)} ` : ''}${vietnameseNumber(amounts.declared, decimals)} ${unit}, trong đó ${vietnameseNumber(amounts.proved, decimals)} ${unit} có minh chứng${amounts.doubted > 0 ? ` (${vietnameseNumber(amounts.doubted, decimals)} ${unit} đang xác minh)` : ''}`,
      )
      return paragraph(
        'clause',
        `${index + 1}.`,
        `${formNames[form]}: ${words.length > 0 ? words.join('; ') : 'chưa có đơn vị báo cáo'}.`,
      )
    })

const missingUnits = ({ missing, units }: ReportGround): Paragraph[] =>
  missing.length === 0
    ? [paragraph('text', null, `Không có: ${units.length}/${units.length} đơn vị đã báo cáo.`)]
    : [
        paragraph('text', null, `Số liệu trên chưa gồm ${missing.length} đơn vị sau, do chưa báo cáo:`),
        ...missing.map((unit, index) =>
          paragraph('dash', '-', `${unit.fullName}${index < missing.length - 1 ? ';' : '.'}`),
        ),
      ]

const indicatorAnnex = ({ indicators }: ReportGround): Annex => ({
  number: 'I',
  title: 'TỔNG HỢP KẾT QUẢ THEO CHỈ TIÊU',
  landscape: false,
  blocks: [
    {
      kind: 'table',
      start: 0,
      end: 0,
      total: null,
      columns: [
        { title: 'STT', align: 'center', width: 0.07 },
        { title: 'Chỉ tiêu', align: 'left', width: 0.37 },
        { title: 'Đơn vị tính', align: 'center', width: 0.12 },
        { title: 'Kế hoạch', align: 'right', width: 0.11 },
        { title: 'Đã khai', align: 'right', width: 0.11 },
        { title: 'Chứng minh', align: 'right', width: 0.11 },
        { title: 'Nghi vấn', align: 'right', width: 0.11 },
      ],
      rows: indicators.map(({ name, unit, decimals, amounts, plan }, index) => [
        String(index + 1),
        name,
        unit,
        plan === null ? '' : vietnameseNumber(plan, decimals),
        ...(!amounts
          ? [notAdded, notAdded, notAdded]
          : amounts.activities === 0
            ? ['', '', '']
            : [amounts.declared, amounts.proved, amounts.doubted].map((value) =>
                vietnameseNumber(value, decimals),
              )),
      ]),
    },
    paragraph(
      'text',
      null,
      `Ô trống: chưa có số liệu báo cáo. “${notAdded}”: chỉ tiêu không cộng giữa các đơn vị. Các đơn vị tính khác nhau không cộng, không quy đổi.`,
    ),
  ],
})

const unitAnnex = ({ indicators, units, missing }: ReportGround): Annex => {
  const main = indicators.filter((indicator) => indicator.main)
  const silent = new Set(missing.map((unit) => unit.id))
  const width = 0.74 / Math.max(main.length, 1)
  return {
    number: 'II',
    title: 'KẾT QUẢ THEO ĐƠN VỊ',
    landscape: true,
    blocks: [
      {
        kind: 'table',
        start: 0,
        end: 0,
        columns: [
          { title: 'STT', align: 'center', width: 0.05 },
          { title: 'Đơn vị', align: 'left', width: 0.21 },
          ...main.map(({ name, unit }) => ({ title: `${name} (${unit})`, align: 'right' as const, width })),
        ],
        rows: units.map(({ unit, byIndicator }, index) => [
          String(index + 1),
          silent.has(unit.id) ? `${unit.fullName} (chưa báo cáo)` : unit.fullName,
          ...main.map(({ code, decimals }) => pair(byIndicator[code], decimals)),
        ]),
        total: [
          '',
          'Tổng cộng',
          ...main.map(({ decimals, amounts }) =>
            amounts && amounts.activities > 0 ? pair(amounts, decimals) : '',
          ),
        ],
      },
      paragraph('text', null, 'Trong mỗi ô: số đã khai (số có minh chứng). Ô trống: chưa báo cáo.'),
    ],
  }
}

const pair = (value: { declared: number; proved: number } | undefined, decimals: number) =>
  value ? `${vietnameseNumber(value.declared, decimals)} (${vietnameseNumber(value.proved, decimals)})` : ''

/** Numbers of cars, screens or designs: the same one may be counted by several units. */
export const notAdded = 'không cộng'

const lower = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
