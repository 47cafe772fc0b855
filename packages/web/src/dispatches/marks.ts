/** From places in the text to pieces that can be drawn: every piece knows which proposals and warnings its words belong to. Pure. */
import type { DispatchPlan, Proposal } from '@loa/contract/plans'

export type Kind = Proposal['value']['kind']
export const kinds: Kind[] = [
  'addressee',
  'link',
  'topic',
  'form',
  'deadline',
  'duty',
  'quantity',
  'money',
  'attachment',
]
/** Most dispatches say nothing of these; an empty group of them is not shown. */
export const rareKinds: ReadonlySet<Kind> = new Set<Kind>(['quantity', 'money', 'attachment'])
const letters: Record<Kind, string> = {
  addressee: 'Đ',
  link: 'C',
  topic: 'N',
  form: 'H',
  deadline: 'T',
  duty: 'V',
  quantity: 'S',
  money: 'K',
  attachment: 'P',
}

/** Đ1, Đ2, C1 …: the same tag stands on the proposal and in the text. */
export const tagsOf = (proposals: readonly Proposal[]): Map<number, string> => {
  const counts = new Map<Kind, number>()
  return new Map(
    proposals.map(({ id, value }) => {
      const count = (counts.get(value.kind) ?? 0) + 1
      counts.set(value.kind, count)
      return [id, `${letters[value.kind]}${count}`]
    }),
  )
}

export interface Mark {
  /** `p12` for a proposal, `w2` for a warning, `f:subject` for a field, `s:` and its key for a finding. */
  key: string
  tag: string
  look: 'waiting' | 'confirmed' | 'changed' | 'rejected' | 'warning' | 'field' | 'finding'
  start: number
  end: number
}

export const marksOf = (plan: DispatchPlan): Mark[] => {
  const tags = tagsOf(plan.proposals)
  return [
    ...plan.proposals.map(({ id, decision, source }) => ({
      key: `p${id}`,
      tag: tags.get(id) ?? '',
      look: decision,
      start: source.start,
      end: source.end,
    })),
    ...plan.warnings.flatMap(({ source }, index) =>
      source
        ? [
            {
              key: `w${index + 1}`,
              tag: String(index + 1),
              look: 'warning' as const,
              start: source.start,
              end: source.end,
            },
          ]
        : [],
    ),
  ]
}

export interface Piece {
  start: number
  text: string
  /** The marks over these words, the shortest first: it is the one drawn and clicked. */
  marks: Mark[]
  /** Marks that begin here show their tag. */
  begins: Mark[]
}

/** The text from `from` to `to`, cut wherever a mark begins or ends. */
export const piecesOf = (text: string, marks: readonly Mark[], from: number, to: number): Piece[] => {
  const here = marks
    .filter((mark) => mark.start < to && mark.end > from)
    .sort((left, right) => left.end - left.start - (right.end - right.start))
  const cuts = new Set([from, to])
  for (const mark of here) {
    cuts.add(Math.max(mark.start, from))
    cuts.add(Math.min(mark.end, to))
  }
  const places = [...cuts].sort((left, right) => left - right)
  return places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] ?? to
    return {
      start,
      text: text.slice(start, end),
      marks: here.filter((mark) => mark.start <= start && mark.end >= end),
      begins: here.filter((mark) => mark.start === start),
    }
  })
}
