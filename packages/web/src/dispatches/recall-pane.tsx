/** Taking an issued dispatch back: what had come of it, and how the receivers answered. Loaded when it is opened. */
import type { Dispatch } from '@loa/contract/dispatches'
import { GetRecall, RecallDispatch, UpdateDispatch } from '@loa/contract/recalls'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { instantWords, numberWords } from '../shell/format.ts'
import { ReasonForm } from '../shell/reason-form.tsx'
import { Warning } from '../shell/state.tsx'
import { useLanguage, useWords } from '../words/language.tsx'
import { recallWords } from '../words/recalls.ts'
import './recall.css'

export const RecallPane = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(recallWords)
  const { language } = useLanguage()
  const { data } = useQuery({
    queryKey: keyOf(GetRecall, dispatch.id),
    queryFn: () => call(GetRecall, { params: { id: dispatch.id } }),
  })
  if (!data) return null
  const count = (value: number) => numberWords(language, value)
  return (
    <>
      {data.recalledAt && (
        <Warning>
          <p>
            <b>{t.recalled(instantWords(data.recalledAt), data.by?.name ?? '')}</b>
          </p>
          <p lang="vi">{t.reason(data.reason ?? '')}</p>
          <p>
            {t.answers(count(data.answers.asked), count(data.answers.agreed), count(data.answers.refused))}
          </p>
        </Warning>
      )}
      {data.replaces && <Other words={t.replaces} of={data.replaces} />}
      {data.replacedBy && <Other words={t.replacedBy} of={data.replacedBy} />}
      {(data.recalledAt || data.mayRecall) && (
        <>
          <h3>{data.recalledAt ? t.happenedAfter : t.happenedBefore}</h3>
          {data.happened.length === 0 ? (
            <p className="small">{t.nothingHappened}</p>
          ) : (
            <ul>
              {data.happened.map(({ kind, count: many, href }) => (
                <li key={kind}>
                  {href ? <a href={href}>{t.happened[kind](count(many))}</a> : t.happened[kind](count(many))}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {data.mayRecall && <RecallActs dispatch={dispatch} />}
    </>
  )
}

const Other = ({
  words,
  of,
}: {
  words: (code: string) => string
  of: { id: number; code: string | null }
}) => {
  const t = useWords(recallWords)
  return (
    <p>
      <Link to="/dispatches/$id" params={{ id: String(of.id) }}>
        {words(of.code ?? t.noCode)}
      </Link>
    </p>
  )
}

const RecallActs = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(recallWords)
  const cache = useQueryClient()
  const [open, setOpen] = useState<'recall' | 'update' | null>(null)
  const send = useMutation({
    mutationFn: (reason: string) =>
      call(open === 'update' ? UpdateDispatch : RecallDispatch, {
        params: { id: dispatch.id },
        body: { reason },
      }),
    onSuccess: () => {
      setOpen(null)
      return cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' })
    },
  })
  if (!open)
    return (
      <div className="recall-acts">
        <Button size="xs" variant="default" onClick={() => setOpen('recall')}>
          {t.recall}
        </Button>
        <Button size="xs" variant="default" onClick={() => setOpen('update')}>
          {t.update}
        </Button>
      </div>
    )
  return (
    <ReasonForm
      key={open}
      label={open === 'recall' ? t.recallLabel : t.updateLabel}
      help={open === 'recall' ? t.recallHelp : t.updateHelp}
      act={open === 'recall' ? t.recall : t.update}
      doing={send}
      onStop={() => setOpen(null)}
    />
  )
}
