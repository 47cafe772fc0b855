/** Name, words and conditions of an address group. */
import { areaKinds } from '@loa/contract/address-groups'
import { Checkbox, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { todayInVietnam } from '../shell/format.ts'
import { addressGroupWords } from '../words/address-groups.ts'
import { useWords } from '../words/language.tsx'
import { unitWords } from '../words/units.ts'
import type { GroupDraft } from './group-draft.ts'
import { type Picked, UnitPicker } from './unit-picker.tsx'
import { useDirectory } from './use-units.ts'

interface FieldsProps {
  draft: GroupDraft
  onChange: (change: Partial<GroupDraft>) => void
  isFixed: boolean
}

export const GroupFields = ({ draft, onChange, isFixed }: FieldsProps) => {
  const t = useWords(addressGroupWords)
  const units = useWords(unitWords)
  const { query, named } = draft
  const types = useDirectory().data?.types.map(({ type }) => type) ?? []
  const set = (change: Partial<typeof query>, unit?: Picked | null) =>
    onChange({ query: { ...query, ...change }, ...(unit ? { named: [...named, unit] } : {}) })
  const on = todayInVietnam()
  return (
    <fieldset disabled={isFixed} className="group-fields">
      <TextInput
        label={t.name}
        required
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t.phrase}
        description={t.phraseHelp}
        required
        minLength={3}
        value={draft.phrase}
        onChange={(event) => onChange({ phrase: event.currentTarget.value })}
      />
      <h2>{t.conditions}</h2>
      <p className="meta">{t.conditionsHelp}</p>
      <Checkbox.Group label={t.types} value={query.types} onChange={(chosen) => set({ types: chosen })}>
        <div className="checks">
          {[...new Set([...types, ...query.types])].map((type) => (
            <Checkbox key={type} size="sm" value={type} label={units.types[type] ?? type} />
          ))}
        </div>
      </Checkbox.Group>
      <UnitPicker
        label={t.below}
        description={t.belowHelp}
        on={on}
        value={named.find(({ id }) => id === query.belowUnitId) ?? null}
        onPick={(unit) => set({ belowUnitId: unit?.id ?? null }, unit)}
      />
      <TextInput
        label={t.words}
        value={query.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={t.areas}
        value={query.areas}
        onChange={(chosen) => set({ areas: areaKinds.filter((kind) => chosen.includes(kind)) })}
      >
        <div className="checks">
          {areaKinds.map((kind) => (
            <Checkbox key={kind} size="sm" value={kind} label={t.areaKinds[kind]} />
          ))}
        </div>
      </Checkbox.Group>
      <ByHand
        title={t.extra}
        ids={query.extraUnitIds}
        named={named}
        onChange={(extraUnitIds) => set({ extraUnitIds })}
      />
      <UnitPicker
        key={query.extraUnitIds.length}
        label={t.addExtra}
        on={on}
        value={null}
        onPick={(unit) => unit && set({ extraUnitIds: [...new Set([...query.extraUnitIds, unit.id])] }, unit)}
      />
      <ByHand
        title={t.except}
        ids={query.exceptUnitIds}
        named={named}
        onChange={(exceptUnitIds) => set({ exceptUnitIds })}
      />
    </fieldset>
  )
}

interface ByHandProps {
  title: string
  ids: number[]
  named: Picked[]
  onChange: (ids: number[]) => void
}

const ByHand = ({ title, ids, named, onChange }: ByHandProps) => {
  const t = useWords(addressGroupWords)
  if (ids.length === 0) return null
  const nameOf = (id: number) => named.find((unit) => unit.id === id)?.fullName ?? String(id)
  return (
    <div>
      <h3>{title}</h3>
      <ul className="chosen-units">
        {ids.map((id) => (
          <li key={id}>
            <span lang="vi">{nameOf(id)}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={t.drop(nameOf(id))}
              onClick={() => onChange(ids.filter((each) => each !== id))}
            >
              <IconX size={16} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
