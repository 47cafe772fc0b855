/** The words of a remark or of an answer to one, sent once. */
import { AddDraftComment, type Comments, type DraftComment, ListDraftComments } from '@loa/contract/drafts'
import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { remarkWords } from '../words/draft-remarks.ts'
import { useWords } from '../words/language.tsx'

export const RemarkForm = ({
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
  const cache = useQueryClient()
  const take = (comments: Comments) => cache.setQueryData(keyOf(ListDraftComments, dispatchId), comments)
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
