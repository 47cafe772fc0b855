/** A search that writes itself to the address when the typing pauses. */
import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'

export const SearchField = ({
  label,
  value,
  onSearch,
}: {
  label: string
  value: string
  onSearch: (words: string | null) => void
}) => {
  const [typed, setTyped] = useState(value)
  const [seen, setSeen] = useState(value)
  // The address changed by other means (Back, "clear"): the field follows it.
  if (seen !== value) {
    setSeen(value)
    if (typed.trim() !== value) setTyped(value)
  }
  useEffect(() => {
    if (typed.trim() === value) return
    const timer = setTimeout(() => onSearch(typed.trim() || null), 250)
    return () => clearTimeout(timer)
  }, [typed, value, onSearch])
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      className="search-field"
    />
  )
}
