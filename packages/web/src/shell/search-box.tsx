/** A search field whose words go into the address a moment after the last letter. `/` leads here. */
import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'

export const SearchBox = ({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (words: string) => void
}) => {
  const [typed, setTyped] = useState(value)
  const timer = useRef(0)
  // The address may change by itself: a cleared filter, the Back button.
  useEffect(() => setTyped(value), [value])
  useEffect(() => () => window.clearTimeout(timer.current), [])
  return (
    <TextInput
      type="search"
      className="search-box"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        const words = event.currentTarget.value
        setTyped(words)
        window.clearTimeout(timer.current)
        timer.current = window.setTimeout(() => onChange(words.trim()), 300)
      }}
    />
  )
}
