/** Where the units go that stand below a code which ends: all to one, and each by itself. */
import type { UnitNode } from '@loa/contract/units'
import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../words/language.tsx'
import { successionWords } from '../words/successions.ts'
import { type ChangeDraft, codesAfter } from './change-draft.ts'
import { type Picked, UnitPicker } from './unit-picker.tsx'

interface ChildrenProps {
  draft: ChangeDraft
  below: UnitNode[]
  onChange: (children: ChangeDraft['children']) => void
}

export const ChangeChildren = ({ draft, below, onChange }: ChildrenProps) => {
  const t = useWords(successionWords)
  const [other, setOther] = useState<Picked | null>(null)
  const places = [...codesAfter(draft), ...(other ? [other] : [])]
  const options = [
    { value: '', label: t.notYet },
    ...places.map(({ code, fullName }) => ({ value: code, label: `${fullName} (${code})` })),
  ]
  const allTo = (code: string) => onChange(Object.fromEntries(below.map(({ id }) => [id, code])))
  return (
    <fieldset className="change-part">
      <legend>{t.children(below.length)}</legend>
      <p className="meta">{t.childrenHelp}</p>
      <UnitPicker
        label={t.allTo}
        on={draft.effectiveOn}
        value={other}
        onPick={(unit) => {
          setOther(unit)
          if (unit) allTo(unit.code)
        }}
      />
      {codesAfter(draft).length > 0 && (
        <NativeSelect
          aria-label={t.allTo}
          value=""
          onChange={(event) => allTo(event.currentTarget.value)}
          data={options}
        />
      )}
      <ul className="change-children">
        {below.map((unit) => (
          <li key={unit.id}>
            <NativeSelect
              size="xs"
              label={unit.fullName}
              value={draft.children[unit.id] ?? ''}
              onChange={(event) => onChange({ ...draft.children, [unit.id]: event.currentTarget.value })}
              data={options}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
