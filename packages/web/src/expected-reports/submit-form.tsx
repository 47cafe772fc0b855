/** Nộp báo cáo: of each form without a figure whether there was none, a few words, and off it goes. */
import { type ExpectedReport, GetExpectedReport, SubmitReport } from '@loa/contract/expected-reports'
import type { Form } from '@loa/contract/plans'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ApiProblem, call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { Switch } from '../shell/switch.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { expectedWords } from '../words/expected-reports.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'

type Says = 'none' | 'not-reported'

export const SubmitForm = ({ report }: { report: ExpectedReport }) => {
  const t = useWords(expectedWords)
  const { number } = useNumbers()
  const cache = useQueryClient()
  const [last] = report.submitted
  const open = formsWithout(report)
  const [said, setSaid] = useState<Partial<Record<Form, { says: Says; reason: string }>>>(() =>
    Object.fromEntries(
      (last?.forms ?? []).flatMap(({ form, says, reason }) =>
        says === 'figures' ? [] : [[form, { says, reason }]],
      ),
    ),
  )
  const [narrative, setNarrative] = useState(last?.narrative ?? '')
  const [idempotencyKey, setKey] = useState(() => crypto.randomUUID())
  const below = report.below
  const withGaps = below !== null && below.decided < below.all
  const submit = useMutation({
    mutationFn: () =>
      call(SubmitReport, {
        params: { id: report.id },
        body: {
          version: report.version,
          forms: open.map((form) => ({ form, says: 'not-reported' as const, reason: '', ...said[form] })),
          narrative,
          withGaps,
        },
        idempotencyKey,
      }),
    onSuccess: (saved) => {
      cache.setQueryData(keyOf(GetExpectedReport, report.id), saved)
      cache.invalidateQueries()
    },
    onError: () => setKey(crypto.randomUUID()),
  })
  const isOld = submit.error instanceof ApiProblem && submit.error.code === 'thing.changed'
  return (
    <form
      className="panel submit-form"
      aria-labelledby="submit-report"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit.mutate()
      }}
    >
      <h2 id="submit-report">{report.submissions > 0 ? t.submitAgain : t.submit}</h2>
      {open.length > 0 && (
        <section aria-labelledby="open-forms">
          <h3 id="open-forms">{t.forms}</h3>
          <p className="small">{t.formsHelp}</p>
          <ul className="open-forms">
            {open.map((form) => (
              <OpenForm
                key={form}
                form={form}
                said={said[form] ?? { says: 'not-reported', reason: '' }}
                onSay={(words) => setSaid((all) => ({ ...all, [form]: words }))}
              />
            ))}
          </ul>
        </section>
      )}
      <Textarea
        label={t.narrative}
        description={t.narrativeHelp}
        lang="vi"
        rows={4}
        maxLength={20_000}
        value={narrative}
        onChange={(event) => setNarrative(event.currentTarget.value)}
      />
      {withGaps && (
        <p className="note ask">
          {t.belowWhy(number(below.decided), number(below.all))}{' '}
          <Link
            to="/campaigns/$id/rounds"
            params={{ id: String(below.campaignId) } as never}
            search={{ round: String(below.roundId) } as never}
          >
            {t.seeBelow}
          </Link>
        </p>
      )}
      {submit.error && (
        <Trouble
          error={submit.error}
          {...(isOld
            ? { onRetry: () => cache.invalidateQueries({ queryKey: keyOf(GetExpectedReport, report.id) }) }
            : {})}
        />
      )}
      <div className="submit-row">
        <Button type="submit" size="md" loading={submit.isPending}>
          {withGaps ? t.submitWithGaps : report.submissions > 0 ? t.submitAgain : t.submit}
        </Button>
        <span className="small">{report.state === 'returned' ? t.mendWhy : t.submitWhy}</span>
      </div>
    </form>
  )
}

const formsWithout = ({ forms, indicators, lines }: ExpectedReport): Form[] =>
  forms.filter(
    (form) =>
      !indicators.some(
        (indicator) =>
          indicator.form === form &&
          (lines.find((line) => line.indicator === indicator.code)?.amounts?.activities ?? 0) > 0,
      ),
  )

const OpenForm = ({
  form,
  said,
  onSay,
}: {
  form: Form
  said: { says: Says; reason: string }
  onSay: (words: { says: Says; reason: string }) => void
}) => {
  const t = useWords(expectedWords)
  const names = useWords(figureWords).formsInFull
  return (
    <li>
      <b>{names[form]}</b>
      <Switch
        label={names[form]}
        value={said.says}
        onChange={(says) => onSay({ ...said, says })}
        options={[
          { value: 'none', label: t.says.none ?? '' },
          { value: 'not-reported', label: t.says['not-reported'] ?? '' },
        ]}
      />
      {said.says === 'none' && (
        <TextInput
          aria-label={`${names[form]}: ${t.reason}`}
          placeholder={t.reason}
          lang="vi"
          maxLength={500}
          value={said.reason}
          onChange={(event) => onSay({ ...said, reason: event.currentTarget.value })}
        />
      )}
    </li>
  )
}
