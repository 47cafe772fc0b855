/** Under the words of an issued dispatch: opened by who wants it, and by itself once it was recalled. */
import type { Dispatch } from '@loa/contract/dispatches'
import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useWords } from '../words/language.tsx'
import { recallHeadWords } from '../words/recall-head.ts'
import './recall.css'

const RecallPane = lazy(async () => ({ default: (await import('./recall-pane.tsx')).RecallPane }))

export const RecallSection = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(recallHeadWords)
  const { hash } = useLocation()
  const isAskedFor = hash === 'recall'
  const [isOpen, setOpen] = useState(dispatch.recalledAt !== null || isAskedFor)
  const section = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (!isAskedFor) return
    setOpen(true)
    section.current?.scrollIntoView({ block: 'start' })
  }, [isAskedFor])
  return (
    <details
      className="recall"
      id="recall"
      ref={section}
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t.title}</summary>
      {isOpen && (
        <Suspense>
          <RecallPane dispatch={dispatch} />
        </Suspense>
      )}
    </details>
  )
}
