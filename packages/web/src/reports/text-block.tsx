/** A part that the officer writes, within the page. What is typed is never lost: another's words are shown beside it. */
import { GetReport, type Report, SaveReportText } from '@loa/contract/reports'
import { Button, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useBlocker } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { ApiProblem, call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { draftWords } from '../words/draft.ts'
import { useWords } from '../words/language.tsx'
import { reportWords } from '../words/reports.ts'
import { shellWords } from '../words/shell.ts'

export const TextBlock = ({
  report,
  block,
  help,
  said,
  mayWrite,
}: {
  report: Report
  block: string
  help: string | null
  said: ReactNode
  mayWrite: boolean
}) => {
  const t = useWords(reportWords)
  const [isOpen, setOpen] = useState(false)
  const standing = report.texts[block]
  if (isOpen && mayWrite)
    return <Writing report={report} block={block} help={help} onClose={() => setOpen(false)} />
  return (
    <div className={said ? 'paper-words' : 'paper-unwritten'}>
      {said ?? <p>{mayWrite ? t.unwritten(help ?? '') : t.unwrittenRead}</p>}
      {mayWrite && (
        <p className="paper-write">
          <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
            {said ? t.rewrite : t.write}
          </Button>{' '}
          {standing?.at && (
            <span className="meta">{t.savedAt(standing.by ?? t.somebody, instantWords(standing.at))}</span>
          )}
        </p>
      )}
    </div>
  )
}

const Writing = ({
  report,
  block,
  help,
  onClose,
}: {
  report: Report
  block: string
  help: string | null
  onClose: () => void
}) => {
  const t = useWords(reportWords)
  const shell = useWords(shellWords)
  const leave = useWords(draftWords).leave
  const { number } = useNumbers()
  const cache = useQueryClient()
  const standing = report.texts[block]
  const [seen, setSeen] = useState(standing?.version ?? 0)
  const [text, setText] = useState(standing?.text ?? '')
  const save = useMutation({
    mutationFn: (version: number) =>
      call(SaveReportText, { params: { id: report.id, block }, body: { version, text } }),
    onSuccess: (saved) => {
      cache.setQueryData(keyOf(GetReport, report.id), saved)
      cache.invalidateQueries({ queryKey: ['dispatches'] })
      onClose()
    },
    onError: () => cache.invalidateQueries({ queryKey: keyOf(GetReport, report.id) }),
  })
  const isTold = save.error instanceof ApiProblem && save.error.code === 'thing.changed'
  const isDirty = text !== (standing?.text ?? '') && !save.isSuccess
  useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && !window.confirm(leave),
    enableBeforeUnload: isDirty,
    disabled: !isDirty,
  })
  const count = text.trim() ? text.trim().split(/\s+/).length : 0
  return (
    <div className="paper-writing">
      <Textarea
        aria-label={help ?? t.write}
        description={help}
        lang="vi"
        autosize={false}
        rows={6}
        maxLength={20_000}
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {isTold && standing && standing.version > seen ? (
        <div className="note ask" role="alert">
          <div>
            <p>{t.told(standing.by ?? t.somebody, instantWords(standing.at))}</p>
            <q>{standing.text}</q>
          </div>
        </div>
      ) : (
        save.error && <Trouble error={save.error} />
      )}
      <p className="paper-write">
        <Button
          size="compact-sm"
          loading={save.isPending}
          onClick={() => {
            const version = isTold ? (standing?.version ?? seen) : seen
            setSeen(version)
            save.mutate(version)
          }}
        >
          {isTold ? t.saveOver : t.save}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={onClose}>
          {shell.cancel}
        </Button>
        <span className="meta">{t.words(number(count))}</span>
      </p>
    </div>
  )
}
