/** Chooses a unit of a day by typing; the server searches. */
import { ListUnits } from '@loa/contract/units'
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { useWords } from '../words/language.tsx'
import { unitWords } from '../words/units.ts'

export interface Picked {
  id: number
  code: string
  fullName: string
}

interface UnitPickerProps {
  label: string
  description?: string
  on: string
  value: Picked | null
  onPick: (unit: Picked | null) => void
  /** Placeholder where nothing is chosen and that means something. */
  none?: string
  required?: boolean
}

export const UnitPicker = ({
  label,
  description,
  on,
  value,
  onPick,
  none,
  required = false,
}: UnitPickerProps) => {
  const t = useWords(unitWords)
  const [typed, setTyped] = useState('')
  const [isOpen, setIsOpen] = useState(false)
  const [q] = useDebouncedValue(typed, 250)
  const found = useQuery({
    queryKey: keyOf(ListUnits, 'pick', on, q),
    queryFn: ({ signal }) => call(ListUnits, { query: { on, q, limit: 20 }, signal }),
    enabled: isOpen && q.trim() !== '',
    placeholderData: keepPreviousData,
  })
  const units: Picked[] = found.data?.rows ?? []
  const shown = value && !units.some(({ id }) => id === value.id) ? [value, ...units] : units
  return (
    <Select
      label={label}
      description={description}
      required={required}
      placeholder={none ?? t.choose}
      searchable
      clearable={value !== null}
      data={shown.map(({ id, code, fullName }) => ({ value: String(id), label: `${fullName} (${code})` }))}
      // The server has searched already, also without tone marks.
      filter={({ options }) => options}
      value={value ? String(value.id) : null}
      onChange={(id) => onPick(shown.find((unit) => String(unit.id) === id) ?? null)}
      onSearchChange={setTyped}
      onDropdownOpen={() => setIsOpen(true)}
      nothingFoundMessage={q.trim() === '' ? t.choose : t.noMatch}
      comboboxProps={{ withinPortal: true }}
    />
  )
}
