/** Góp ý: remarks on sentences of a draft, each with its answers, until somebody says it is done. */

import type { Dispatch } from '@loa/contract/dispatches'
import { type DraftComment, ListDraftComments, SettleDraftComment } from '@loa/contract/drafts'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { instantWords, numberWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { remarkWords } from '../words/draft-remarks.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import './drafts.css'

const NewRemark = lazy(async () => ({ default: (await import('./new-remark.tsx')).NewRemark }))
const RemarkForm = lazy(async () => ({ default: (await import('./remark-form.tsx')).RemarkForm }))

export const Remarks = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(remarkWords)
  const { language } = useLanguage()
  const { data } = useQuery({
    queryKey: keyOf(ListDraftComments, dispatch.id),
    queryFn: () => call(ListDraftComments, { params: { id: dispatch.id } }),
  })
  // Opened by what is open at first; then as the reader leaves it.
  const [isShown, setShown] = useState<boolean | null>(null)
  if (!data || (!data.mayAdd && data.comments.length === 0)) return null
  const roots = data.comments.filter(({ replyTo }) => replyTo === null)
  const open = roots.filter(({ done }) => done === null).length
  return (
    <details
      className="remarks"
      open={isShown ?? open > 0}
      onToggle={(event) => setShown(event.currentTarget.open)}
    >
      <summary>
        {t.title} {open > 0 && <StateBadge tone="ask">{t.open(numberWords(language, open))}</StateBadge>}
      </summary>
      {roots.length === 0 && <p className="meta">{t.none}</p>}
      <ol>
        {roots.map((root) => (
          <Remark
            key={root.id}
            dispatchId={dispatch.id}
            root={root}
            answers={data.comments.filter(({ replyTo }) => replyTo === root.id)}
            mayAdd={data.mayAdd}
          />
        ))}
      </ol>
      {data.mayAdd && <Add key={roots.length} dispatch={dispatch} />}
    </details>
  )
}

const Remark = ({
  dispatchId,
  root,
  answers,
  mayAdd,
}: {
  dispatchId: number
  root: DraftComment
  answers: DraftComment[]
  mayAdd: boolean
}) => {
  const t = useWords(remarkWords)
  const cache = useQueryClient()
  const [isAnswering, setAnswering] = useState(false)
  const settle = useMutation({
    mutationFn: () =>
      call(SettleDraftComment, {
        params: { id: dispatchId, commentId: root.id },
        body: { done: root.done === null },
      }),
    onSuccess: (comments) => cache.setQueryData(keyOf(ListDraftComments, dispatchId), comments),
  })
  return (
    <li className={root.done ? 'remark done' : 'remark'}>
      {root.quote && (
        <blockquote lang="vi">
          {root.field && <span className="meta">{t.fields[root.field]}: </span>}
          {root.quote} {root.moved && <span className="meta">({t.moved})</span>}
        </blockquote>
      )}
      <p lang="vi">
        {root.words} <span className="meta">{t.by(root.person.name, instantWords(root.at))}</span>
      </p>
      {answers.map((answer) => (
        <p key={answer.id} className="remark-answer" lang="vi">
          {answer.words} <span className="meta">{t.by(answer.person.name, instantWords(answer.at))}</span>
        </p>
      ))}
      {root.done && <p className="meta">{t.doneBy(root.done.by.name, instantWords(root.done.at))}</p>}
      <div className="remark-acts">
        {root.maySettle && (
          <Button
            size="compact-xs"
            variant="default"
            loading={settle.isPending}
            onClick={() => settle.mutate()}
          >
            {root.done ? t.reopen : t.done}
          </Button>
        )}
        {mayAdd && !isAnswering && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={t.replyTo(root.person.name)}
            onClick={() => setAnswering(true)}
          >
            {t.reply}
          </Button>
        )}
      </div>
      {settle.error && <Trouble error={settle.error} />}
      {isAnswering && (
        <Suspense fallback={null}>
          <RemarkForm
            dispatchId={dispatchId}
            label={t.replyTo(root.person.name)}
            of={{ field: null, quote: '', replyTo: root.id }}
            onDone={() => setAnswering(false)}
          />
        </Suspense>
      )}
    </li>
  )
}

/** Its form comes when somebody asks for it, or selects words in the text of the page. */
const Add = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(remarkWords)
  const [selected, setSelected] = useState<string | null>(null)
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection()
      const place = selection?.anchorNode?.parentElement
      if (selection && !selection.isCollapsed && place?.closest('.draft-words'))
        setSelected(selection.toString())
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  if (selected === null)
    return (
      <Button size="compact-sm" variant="default" onClick={() => setSelected('')}>
        {t.add}
      </Button>
    )
  return (
    <Suspense fallback={null}>
      <NewRemark dispatch={dispatch} selected={selected} />
    </Suspense>
  )
}
