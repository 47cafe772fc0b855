/** Text fields of a form, each with its value and change. */
import { useState } from 'react'

export const useFields = <T extends Record<string, string>>(first: T) => {
  const [fields, setFields] = useState(first)
  const field = (name: keyof T & string) => ({
    value: fields[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setFields((before) => ({ ...before, [name]: value }))
    },
  })
  const set = (name: keyof T & string, value: string) => setFields((before) => ({ ...before, [name]: value }))
  return { fields, field, set }
}
