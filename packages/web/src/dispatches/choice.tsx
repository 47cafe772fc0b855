/** The browser's own boxes to tick and choose, in our ink: this page is the fullest there is, and these come with no script. */
import { createContext, type ReactNode, useContext, useId } from 'react'

export const Checkbox = ({
  label,
  checked,
  onChange,
}: {
  label: ReactNode
  checked: boolean
  onChange: (isOn: boolean) => void
}) => (
  <label className="choice">
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
    <span>{label}</span>
  </label>
)

interface Group {
  name: string
  value: string
  onChange: (value: string) => void
}
const Chosen = createContext<Group | null>(null)

export const RadioGroup = ({
  label,
  value,
  onChange,
  children,
}: Omit<Group, 'name'> & { label: string; children: ReactNode }) => {
  const name = useId()
  return (
    <Chosen value={{ name, value, onChange }}>
      <fieldset className="choices">
        <legend>{label}</legend>
        {children}
      </fieldset>
    </Chosen>
  )
}

export const Radio = ({ label, value, disabled }: { label: ReactNode; value: string; disabled: boolean }) => {
  const group = useContext(Chosen)
  return (
    <label className="choice">
      <input
        type="radio"
        name={group?.name}
        value={value}
        checked={group?.value === value}
        disabled={disabled}
        onChange={() => group?.onChange(value)}
      />
      <span>{label}</span>
    </label>
  )
}
