/** The one next step of a report: handed up, with what is missing where it must be; supplemented once it is out. */
import { type Dispatch, SubmitDispatch } from '@loa/contract/dispatches'
import { type Report, SupplementReport } from '@loa/contract/reports'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { call } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import type { PageProps } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { reportWords } from '../words/reports.ts'

export const useReportNext = (report: Report, dispatch: Dispatch): PageProps['next'] => {
  const t = useWords(reportWords)
  const { number } = useNumbers()
  const may = useMay()
  const { missing, forms } = report.gaps
  if (dispatch.next.includes('submit')) {
    const up = report.round?.upDueAt
    return {
      why:
        missing.length > 0
          ? t.withGapsWhy(number(missing.length))
          : forms.length > 0
            ? t.formsOpenWhy
            : t.wholeWhy,
      ...(up ? { help: t.ownDue(instantWords(up)) } : {}),
      action: <SubmitButton dispatch={dispatch} withGaps={missing.length + forms.length > 0} />,
    }
  }
  const main = report.kind === 'supplement' ? null : report
  if (
    main &&
    report.dispatchState === 'issued' &&
    report.newer > 0 &&
    !report.replacedBy &&
    may('report.draft')
  )
    return { why: t.supplementWhy(number(report.newer)), action: <SupplementButton report={main} /> }
  return {
    why: report.dispatchState === 'issued' ? t.issued : t.next,
    help: t.nextHelp(t.states[report.dispatchState] ?? ''),
    action: (
      <Button component={Link} to={`/dispatches/${report.dispatchId}`} size="md">
        {t.openDispatch}
      </Button>
    ),
  }
}

const SubmitButton = ({ dispatch, withGaps }: { dispatch: Dispatch; withGaps: boolean }) => {
  const t = useWords(reportWords)
  const cache = useQueryClient()
  const submit = useMutation({
    mutationFn: () =>
      call(SubmitDispatch, { params: { id: dispatch.id }, body: { version: dispatch.version } }),
    onSettled: () => cache.invalidateQueries(),
  })
  return (
    <div>
      <Button size="md" loading={submit.isPending} onClick={() => submit.mutate()}>
        {withGaps ? t.withGaps : t.submit}
      </Button>
      {submit.error && <Trouble error={submit.error} />}
    </div>
  )
}

const SupplementButton = ({ report }: { report: Report }) => {
  const t = useWords(reportWords)
  const navigate = useNavigate()
  const cache = useQueryClient()
  const draft = useMutation({
    mutationFn: () => call(SupplementReport, { params: { id: report.id } }),
    onSuccess: (made) => {
      cache.invalidateQueries()
      navigate({ to: '/reports/$id', params: { id: String(made.id) } })
    },
  })
  return (
    <div>
      <Button size="md" loading={draft.isPending} onClick={() => draft.mutate()}>
        {t.supplement(String(report.supplements.length + 1))}
      </Button>
      {draft.error && <Trouble error={draft.error} />}
    </div>
  )
}
