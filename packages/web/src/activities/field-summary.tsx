/** How many fields are wrong, with a link to each; it takes the focus when it appears. */
import type { Form } from '@loa/contract/plans'
import { shortForms } from '@loa/contract/short-forms'
import { useEffect, useRef } from 'react'
import { activityWords } from '../words/activities.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import type { FieldTroubles } from './fields.ts'

export const FieldSummary = ({ troubles, form }: { troubles: FieldTroubles; form: Form | null }) => {
  const t = useWords(activityWords)
  const wrong = useWrong(troubles, form)
  const summary = useRef<HTMLDivElement>(null)
  const hasTroubles = wrong.length > 0
  useEffect(() => {
    if (hasTroubles) summary.current?.focus()
  }, [hasTroubles])
  if (!hasTroubles) return null
  return (
    <div className="note bad field-summary" role="alert" ref={summary} tabIndex={-1}>
      <div>
        <b>{t.fix(wrong.length)}</b>
        <ul>
          {wrong.map(({ id, label }) => (
            <li key={id}>
              <a
                href={`#${id}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(id)?.focus()
                }}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

const useWrong = ({ quantities, details, ...others }: FieldTroubles, form: Form | null) => {
  const t = useWords(activityWords)
  const { language } = useLanguage()
  const fields = form ? shortForms[form].fields : []
  return [
    ...Object.entries(quantities).map(([place, trouble]) => {
      const name = trouble === 'indicator' || trouble === 'twice' ? 'indicator' : 'quantity'
      return { id: place === '0' ? `field-${name}` : `field-${name}-${place}`, label: t[name] }
    }),
    ...(Object.keys(others) as (keyof typeof others)[]).map((name) => ({
      id: `field-${name}`,
      label: t[name],
    })),
    ...details.map(({ field }) => ({
      id: `field-${field}`,
      label: fields.find(({ name }) => name === field)?.label[language] ?? field,
    })),
  ]
}
