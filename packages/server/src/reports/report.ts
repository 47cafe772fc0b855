/**
 * The report up (báo cáo): an outline filled with figures as they stood and with the words of the officer. Pure. It states
 * numbers and adds no judgement.
 */
import type { Outline, PageBlock } from '@loa/contract/report-outline'
import { type DocumentTree, emptyTree, type Paragraph, roman } from '@loa/documents'
import { paragraph } from '../dispatches/draft.ts'
import { dayInWords, dayShort } from '../dispatches/phrases.ts'
import { annexesOf } from './annexes.ts'
import { chartOf } from './chart.ts'
import { type CitedReport, figureLink, type ReportGround } from './ground.ts'
import { lower, passagesOf } from './passages.ts'
import { periodInTitle } from './period-words.ts'

export { notAdded } from './annexes.ts'
export type { ReportGround } from './ground.ts'

/** What the officer wrote, by block. */
export type Texts = Record<string, string>

const subjectOf = ({ title, round, supplement }: ReportGround): string => {
  const about = `ết quả ${lower(title)}${round ? periodInTitle(round) : ''}`
  return supplement ? `Bổ sung số ${supplement.number} về k${about}` : `K${about}`
}

const cited = ({ code, date }: CitedReport) => `Báo cáo số ${code}${date ? ` ${dayInWords(date)}` : ''}`

/** Drawn up before its cut-off, a report holds what there is on that day. */
const earlier = (cutOff: string | undefined, asOf: string) => (cutOff && cutOff < asOf ? cutOff : asOf)

const opening = (ground: ReportGround): string => {
  const { letterhead, order, supplement, from, to, round } = ground
  const issuer = letterhead.issuer
  if (supplement)
    return `Tiếp theo ${cited(supplement.of)}, ${issuer} báo cáo bổ sung số liệu của các đơn vị gửi sau, tính đến ${dayInWords(ground.asOf)}, như sau:`
  const period = from && to ? ` từ ngày ${dayShort(from)} đến ngày ${dayShort(to)}` : ''
  return `${order ? `Thực hiện ${order.text}, ${issuer}` : issuer} báo cáo kết quả${period}, số liệu chốt đến ${dayInWords(earlier(round?.cutOff, ground.asOf))}, như sau:`
}

/** The page block by block, with the places where nothing is written yet. */
export const pageOf = (ground: ReportGround, outline: Outline, texts: Texts): PageBlock[] => {
  const line = (
    block: string,
    text: string,
    more: Partial<Extract<PageBlock, { kind: 'paragraph' }>> = {},
  ): PageBlock => ({
    kind: 'paragraph',
    block,
    from: 'data',
    role: 'text',
    marker: null,
    runs: [{ text }],
    ...more,
  })
  const numbers = numbersOf(outline, texts)
  return [
    line('opening', opening(ground)),
    ...(ground.replaces
      ? [
          line(
            'replaces',
            `Báo cáo này thay thế ${cited(ground.replaces)}, lý do: ${ground.replaces.reason.replace(/[.\s]+$/, '')}.`,
          ),
        ]
      : []),
    ...outline.flatMap((block): PageBlock[] => {
      if (block.kind === 'heading')
        return [
          line(block.id, block.text, {
            from: 'outline',
            role: block.level === 1 ? 'section' : 'clause',
            marker: numbers.get(block.id) ?? null,
            runs: [{ text: block.text, bold: true }],
            ...(numbers.has(block.id) ? {} : { leftOut: true }),
          }),
        ]
      if (block.kind === 'data')
        return passagesOf(block.data, ground, block.forms).map((passage) => ({
          kind: 'paragraph',
          block: block.id,
          ...passage,
        }))
      if (block.kind === 'text') {
        const written = texts[block.id]?.trim()
        if (!written) return [{ kind: 'unwritten', block: block.id, help: block.help }]
        return written.split(/\n+/).map((text) => line(block.id, text.trim(), { from: 'text' }))
      }
      const chart = block.kind === 'chart' ? chartOf(ground, block.title) : null
      return chart ? [{ kind: 'chart', block: block.id, chart }] : []
    }),
  ]
}

/** A heading prints when something below it does, before the next one of its level or above. */
const printingHeadings = (outline: Outline, texts: Texts): Set<string> => {
  const printing = new Set<string>()
  outline.forEach((block, index) => {
    if (block.kind !== 'heading') return
    for (const below of outline.slice(index + 1)) {
      if (below.kind === 'table') continue
      if (below.kind === 'heading') {
        if (below.level <= block.level) break
        continue
      }
      if (below.kind !== 'text' || texts[below.id]?.trim() || below.whenEmpty === 'print-heading') {
        printing.add(block.id)
        break
      }
    }
  })
  return printing
}

/** Numbers as they print: what is left out takes none. */
const numbersOf = (outline: Outline, texts: Texts): Map<string, string> => {
  const printing = printingHeadings(outline, texts)
  const numbers = new Map<string, string>()
  let [section, clause] = [0, 0]
  for (const block of outline) {
    if (block.kind !== 'heading' || !printing.has(block.id)) continue
    if (block.level === 1) {
      numbers.set(block.id, `${roman(section + 1)}.`)
      section += 1
      clause = 0
    } else {
      clause += 1
      numbers.set(block.id, `${clause}.`)
    }
  }
  return numbers
}

/** The body and annexes as they print: without what is not written, and without headings over nothing. */
export const bodyOf = (
  ground: ReportGround,
  outline: Outline,
  texts: Texts,
): Pick<DocumentTree, 'body' | 'annexes'> => {
  const tables = outline.filter((block) => block.kind === 'table')
  const body = pageOf(ground, outline, texts).flatMap((block): DocumentTree['body'] => {
    if (block.kind === 'chart') return [block.chart]
    if (block.kind !== 'paragraph' || block.leftOut) return []
    return [
      {
        ...paragraph(block.role, block.marker, ''),
        runs: block.runs.reduce<Paragraph['runs']>((runs, { text, bold, figure, href }) => {
          const last = runs.at(-1)
          const link = figure ? figureLink(ground, figure) : href
          if (last && last.bold === bold && last.link === link) last.text += text
          else runs.push({ text, ...(bold ? { bold } : {}), ...(link ? { link } : {}) })
          return runs
        }, []),
      },
    ]
  })
  const last =
    tables.length > 0 ? paragraph('text', null, 'Số liệu chi tiết tại các Phụ lục kèm theo./.') : null
  return { body: last ? [...body, last] : body, annexes: annexesOf(ground, tables) }
}

export const reportTree = (ground: ReportGround, outline: Outline, texts: Texts): DocumentTree => {
  const { letterhead, order } = ground
  return {
    ...emptyTree(),
    type: 'bao-cao',
    issuer: letterhead.issuer,
    parentIssuer: letterhead.parentIssuer ?? null,
    symbol: letterhead.reportSymbol ?? `BC-${letterhead.symbol?.split('-')[0] ?? ''}`,
    code: `/${letterhead.reportSymbol ?? ''}`,
    place: letterhead.place ?? null,
    subject: subjectOf(ground),
    addressees: [order?.issuer ?? letterhead.parentIssuer ?? ''].filter(Boolean),
    recipients: [
      { name: 'Như trên', purpose: null },
      { name: `Lãnh đạo ${letterhead.issuer}`, purpose: 'để báo cáo' },
    ],
    archive: letterhead.archive ?? 'Lưu: VT.',
    signingAuthority: letterhead.signingAuthority ?? null,
    signerTitle: letterhead.signerTitle ?? null,
    mark: ground.simulated ? 'MÔ PHỎNG' : null,
    ...bodyOf(ground, outline, texts),
  }
}
