/** A unit of today, found by a few letters without marks. */
import { ListUnits, type UnitRef } from '@loa/contract/units'
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { useSession } from '../shell/session.ts'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'

export const UnitPicker = ({
  value,
  onChange,
  known: given = null,
  error = null,
}: {
  value: number | null
  onChange: (id: number | null) => void
  /** The unit that stands there at first: its name needs no search. */
  known?: UnitRef | null
  error?: string | null
}) => {
  const t = useWords(peopleWords)
  const mine = useSession()?.person?.unit ?? null
  const own = given ?? mine
  const [words, setWords] = useState('')
  const chosen = own && own.id === value && words === own.fullName
  const query = useQuery({
    queryKey: keyOf(ListUnits, 'pick', words),
    queryFn: ({ signal }) => call(ListUnits, { query: { q: words, limit: 20 }, signal }),
    enabled: words.length > 1 && !chosen,
    placeholderData: (before) => before,
  })
  const found = query.data?.rows ?? []
  const known = own && !found.some(({ id }) => id === own.id) ? [own, ...found] : found
  return (
    <Select
      label={t.unit}
      description={t.unitHelp}
      searchable
      required
      error={error}
      value={value === null ? null : String(value)}
      onChange={(id) => onChange(id === null ? null : Number(id))}
      onSearchChange={setWords}
      // The server has searched already, without marks.
      filter={({ options }) => options}
      data={known.map((unit) => ({ value: String(unit.id), label: unit.fullName }))}
    />
  )
}
