/** Góp ý: remarks on sentences of a draft, each with its answers, until somebody says it is done. */

import type { Dispatch } from '@loa/contract/dispatches'
import {
  AddDraftComment,
  type Comments,
  type DraftComment,
  ListDraftComments,
  SettleDraftComment,
} from '@loa/contract/drafts'
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { instantWords, numberWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { remarkWords } from '../words/draft-remarks.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { sentencesOf, sentenceWith } from './sentences.ts'
import './drafts.css'

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
      {data.mayAdd && <NewRemark key={roots.length} dispatch={dispatch} />}
    </details>
  )
}

const useRemarks = (dispatchId: number) => {
  const cache = useQueryClient()
  return (comments: Comments) => cache.setQueryData(keyOf(ListDraftComments, dispatchId), comments)
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
  const take = useRemarks(dispatchId)
  const [isAnswering, setAnswering] = useState(false)
  const settle = useMutation({
    mutationFn: () =>
      call(SettleDraftComment, {
        params: { id: dispatchId, commentId: root.id },
        body: { done: root.done === null },
      }),
    onSuccess: take,
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
        <RemarkForm
          dispatchId={dispatchId}
          label={t.replyTo(root.person.name)}
          of={{ field: null, quote: '', replyTo: root.id }}
          onDone={() => setAnswering(false)}
        />
      )}
    </li>
  )
}

const NewRemark = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(remarkWords)
  const sentences = useMemo(() => sentencesOf(dispatch.tree), [dispatch.tree])
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState('')
  // Words selected anywhere in the text of the page choose their sentence.
  useEffect(() => {
    const look = () => {
      const selection = document.getSelection()
      const place = selection?.anchorNode?.parentElement
      if (!selection || selection.isCollapsed || !place?.closest('.draft-words')) return
      const at = sentenceWith(sentences, selection.toString())
      if (at === null) return
      setChosen(String(at))
      setIsOpen(true)
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [sentences])
  const sentence = chosen === '' ? null : sentences[Number(chosen)]
  if (!isOpen)
    return (
      <Button size="compact-sm" variant="default" onClick={() => setIsOpen(true)}>
        {t.add}
      </Button>
    )
  return (
    <div className="remark-new">
      <NativeSelect
        size="xs"
        label={t.sentence}
        description={t.sentenceHelp}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={[
          { value: '', label: t.whole },
          ...sentences.map(({ field, text }, at) => ({
            value: String(at),
            label: `${t.fields[field]}: ${text.length > 90 ? `${text.slice(0, 90)}…` : text}`,
          })),
        ]}
      />
      <RemarkForm
        dispatchId={dispatch.id}
        label={t.add}
        of={{ field: sentence?.field ?? null, quote: sentence?.text ?? '', replyTo: null }}
        onDone={() => setChosen('')}
      />
    </div>
  )
}

const RemarkForm = ({
  dispatchId,
  label,
  of,
  onDone,
}: {
  dispatchId: number
  label: string
  of: Pick<DraftComment, 'field' | 'quote' | 'replyTo'>
  onDone: () => void
}) => {
  const t = useWords(remarkWords)
  const take = useRemarks(dispatchId)
  // One id for one remark: sent again after a lost answer, it is there once.
  const [commentId] = useState(() => crypto.randomUUID())
  const [words, setWords] = useState('')
  const add = useMutation({
    mutationFn: () =>
      call(AddDraftComment, { params: { id: dispatchId, commentId }, body: { ...of, words } }),
    onSuccess: (comments) => {
      setWords('')
      onDone()
      take(comments)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <form className="remark-form" onSubmit={submit} aria-label={label}>
      <Textarea
        size="xs"
        label={t.words}
        lang="vi"
        required
        autosize
        minRows={2}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {add.error && <Trouble error={add.error} />}
      <Button type="submit" size="xs" variant="default" loading={add.isPending}>
        {of.replyTo ? t.reply : t.send}
      </Button>
    </form>
  )
}
