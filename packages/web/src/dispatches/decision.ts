/** What a person is about to decide on a proposal, from what was typed and ticked. Pure. */
import type { Proposal } from '@loa/contract/plans'

/** What was typed but not sent; it stays when somebody else was faster. */
export interface Edit {
  isOpen: boolean
  text?: string
  form?: Extract<Proposal['value'], { kind: 'form' }>['form']
  date?: string
  /** Which reading of an addressee phrase: 0 is the proposed one. */
  reading?: number
  /** Codes of units that get no duty. */
  without?: string[]
}
export const untouched: Edit = { isOpen: false }

type Addressee = Extract<Proposal['value'], { kind: 'addressee' }>
export type Reading = Addressee['alternatives'][number]

export interface ReadingNames {
  firstReading: string
  /** Units that come from a saved address group. */
  groupReading: (name: string) => string
  chosenReading: string
  proposedList: string
}

export const readingsOf = (
  value: Addressee,
  decision: Proposal['decision'],
  names: ReadingNames,
): Reading[] => [
  {
    reading:
      decision === 'changed'
        ? names.chosenReading
        : value.group
          ? names.groupReading(value.group.name)
          : names.firstReading,
    units: value.units,
  },
  ...value.alternatives,
]

export const chosenUnits = (reading: Reading | undefined, { without = [] }: Edit) =>
  (reading?.units ?? []).filter((unit) => !without.includes(unit.code))

export const decisionOn = (proposal: Proposal, edit: Edit, names: ReadingNames) => {
  const { id: proposalId, version } = proposal
  const changed = changedValue(proposal, edit, names)
  return changed
    ? { proposalId, version, decision: 'changed' as const, value: changed }
    : { proposalId, version, decision: 'confirmed' as const }
}

/** Nothing when the proposal is taken as it is. */
const changedValue = (
  { value, decision }: Proposal,
  edit: Edit,
  names: ReadingNames,
): Proposal['value'] | undefined => {
  if (value.kind === 'addressee') return changedAddressee(value, decision, edit, names)
  if (value.kind === 'deadline')
    return edit.date !== undefined && edit.date !== (value.date ?? '')
      ? { ...value, date: edit.date || null }
      : undefined
  if (value.kind === 'link') return undefined
  const text = edit.text?.trim() || value.text
  const form = value.kind === 'form' ? (edit.form ?? value.form) : undefined
  if (text === value.text && (value.kind !== 'form' || form === value.form)) return undefined
  return value.kind === 'form' ? { ...value, text, form: form ?? value.form } : { ...value, text }
}

/** The lists that were not chosen stay as alternatives, so that the choice can be taken back. */
const changedAddressee = (
  value: Addressee,
  decision: Proposal['decision'],
  edit: Edit,
  names: ReadingNames,
): Addressee | undefined => {
  const readings = readingsOf(value, decision, names)
  const index = edit.reading ?? 0
  const reading = readings[index]
  if (!reading) return undefined
  const units = chosenUnits(reading, edit)
  const isWhole = units.length === reading.units.length
  if (index === 0 && isWhole) return undefined
  const others = readings.filter((_, each) => each !== index)
  const whole = index === 0 ? { ...reading, reading: names.proposedList } : reading
  // What a person chose comes from nobody's group any more.
  const { group: _, ...rest } = value
  return { ...rest, units, alternatives: isWhole ? others : [whole, ...others] }
}
