/** The owner's side: accept, give back with comments, or exempt with a reason. */
import {
  AcceptReport,
  ExemptReport,
  type ExpectedReport,
  GetExpectedReport,
  ReturnReport,
} from '@loa/contract/expected-reports'
import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { ReasonForm } from '../shell/reason-form.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { expectedWords } from '../words/expected-reports.ts'
import { useWords } from '../words/language.tsx'

const useDecision = (report: ExpectedReport) => {
  const cache = useQueryClient()
  return {
    onSuccess: (saved: ExpectedReport) => {
      cache.setQueryData(keyOf(GetExpectedReport, report.id), saved)
      cache.invalidateQueries()
    },
  }
}
const bodyOf = ({ id, version }: ExpectedReport) => ({ params: { id }, version })

export const AcceptButton = ({ report }: { report: ExpectedReport }) => {
  const t = useWords(expectedWords)
  const { params, version } = bodyOf(report)
  const accept = useMutation({
    mutationFn: () => call(AcceptReport, { params, body: { version } }),
    ...useDecision(report),
  })
  return (
    <div>
      <Button size="md" loading={accept.isPending} onClick={() => accept.mutate()}>
        {t.accept}
      </Button>
      {accept.error && <Trouble error={accept.error} />}
    </div>
  )
}

export const ReviewForms = ({ report }: { report: ExpectedReport }) => {
  const mayReturn = report.state === 'submitted' || report.state === 'accepted'
  const mayExempt = report.state === 'waiting' || report.state === 'returned'
  if (!mayReturn && !mayExempt) return null
  return (
    <section className="panel review-forms">
      {mayReturn && <ReturnForm report={report} />}
      {mayExempt && <ExemptForm report={report} />}
    </section>
  )
}

const ReturnForm = ({ report }: { report: ExpectedReport }) => {
  const t = useWords(expectedWords)
  const { nameOf } = useNumbers()
  const [comments, setComments] = useState([{ key: 0, indicator: '', text: '' }])
  const { params, version } = bodyOf(report)
  const give = useMutation({
    mutationFn: () =>
      call(ReturnReport, {
        params,
        body: {
          version,
          comments: comments
            .filter(({ text }) => text.trim())
            .map(({ indicator, text }) => ({ indicator: indicator || null, text })),
        },
      }),
    ...useDecision(report),
  })
  const change = (key: number, words: { indicator?: string; text?: string }) =>
    setComments((all) => all.map((each) => (each.key === key ? { ...each, ...words } : each)))
  return (
    <details open={report.state === 'submitted' && report.findings.length > 0}>
      <summary>{t.return}</summary>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          give.mutate()
        }}
      >
        <p className="small">{t.returnHelp}</p>
        {comments.map(({ key, indicator, text }, index) => (
          <fieldset key={key}>
            <NativeSelect
              label={t.about}
              value={indicator}
              onChange={(event) => change(key, { indicator: event.currentTarget.value })}
              data={[
                { value: '', label: t.aboutAll },
                ...report.indicators.map((each) => ({ value: each.code, label: nameOf(each) })),
              ]}
            />
            <Textarea
              label={t.comment}
              lang="vi"
              required={index === 0}
              minLength={3}
              maxLength={1000}
              rows={2}
              value={text}
              onChange={(event) => change(key, { text: event.currentTarget.value })}
            />
          </fieldset>
        ))}
        {give.error && <Trouble error={give.error} />}
        <div className="submit-row">
          <Button type="submit" size="xs" variant="default" loading={give.isPending}>
            {t.return}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            onClick={() => setComments((all) => [...all, { key: all.length, indicator: '', text: '' }])}
          >
            {t.addComment}
          </Button>
        </div>
      </form>
    </details>
  )
}

const ExemptForm = ({ report }: { report: ExpectedReport }) => {
  const t = useWords(expectedWords)
  const { params, version } = bodyOf(report)
  const exempt = useMutation({
    mutationFn: (reason: string) => call(ExemptReport, { params, body: { version, reason } }),
    ...useDecision(report),
  })
  return (
    <details>
      <summary>{t.exempt}</summary>
      <ReasonForm label={t.exemptReason} help={t.exemptHelp} act={t.exempt} most={500} doing={exempt} />
    </details>
  )
}
