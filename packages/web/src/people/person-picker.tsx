/** A person within reach, found by a few letters without marks. */
import { ListPeople } from '@loa/contract/roster'
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'

export const PersonPicker = ({
  label,
  help,
  unitId,
  value,
  onChange,
  required = false,
}: {
  label: string
  help: string
  unitId: number
  value: string | null
  onChange: (id: string | null) => void
  required?: boolean
}) => {
  const query = useQuery({
    queryKey: keyOf(ListPeople, 'pick', unitId),
    queryFn: ({ signal }) => call(ListPeople, { query: { unit: unitId, limit: 50 }, signal }),
    placeholderData: (before) => before,
  })
  return (
    <Select
      label={label}
      description={help}
      searchable
      clearable={!required}
      required={required}
      value={value}
      onChange={onChange}
      data={(query.data?.rows ?? []).map((person) => ({
        value: person.id,
        label: [person.name, person.title].filter(Boolean).join(', '),
      }))}
    />
  )
}
