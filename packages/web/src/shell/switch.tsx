/** Two or three ways to look at one thing, as radios of the browser's own: a library's would cost each page 3 kB. */
import { useId } from 'react'

export const Switch = <T extends string>({
  label,
  value,
  onChange,
  options,
}: {
  label: string
  value: T
  onChange: (chosen: T) => void
  options: readonly { value: T; label: string }[]
}) => {
  const name = useId()
  return (
    <fieldset className="switch" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
