/** How many fields are wrong, with a link to each; it takes the focus when it appears. */
import { useEffect, useRef } from 'react'
import { activityWords } from '../words/activities.ts'
import { useWords } from '../words/language.tsx'
import type { FieldTroubles } from './fields.ts'

export const FieldSummary = ({ troubles }: { troubles: FieldTroubles }) => {
  const t = useWords(activityWords)
  const summary = useRef<HTMLDivElement>(null)
  const names = Object.keys(troubles) as (keyof FieldTroubles)[]
  const hasTroubles = names.length > 0
  useEffect(() => {
    if (hasTroubles) summary.current?.focus()
  }, [hasTroubles])
  if (!hasTroubles) return null
  return (
    <div className="note bad field-summary" role="alert" ref={summary} tabIndex={-1}>
      <div>
        <b>{t.fix(names.length)}</b>
        <ul>
          {names.map((name) => (
            <li key={name}>
              <a
                href={`#field-${name}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(`field-${name}`)?.focus()
                }}
              >
                {t[name]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
