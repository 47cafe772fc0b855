/** The reports that a duty is expected to hand in, on the page of the duty. */
import { GetDispatchFile, UploadDispatch } from '@loa/contract/dispatches'
import type { Duty } from '@loa/contract/duties'
import { ListDutyReports } from '@loa/contract/expected-reports'
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { call, keyOf, urlOf } from '../api.ts'
import { ExpectedBadge } from '../expected-reports/expected-state.tsx'
import { useRoundWords } from '../rounds/use-round-words.ts'
import { instantWords } from '../shell/format.ts'
import { Loaded } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { expectedWords } from '../words/expected-reports.ts'
import { useWords } from '../words/language.tsx'
import type { Part } from './use-part.ts'

export const DutyReports = ({ duty, part }: { duty: Duty; part: Part }) => {
  const t = useWords(expectedWords)
  const say = useRoundWords()
  const may = useMay()
  const query = useQuery({
    queryKey: keyOf(ListDutyReports, duty.id),
    queryFn: () => call(ListDutyReports, { params: { id: duty.id } }),
  })
  return (
    <section className="panel duty-reports" aria-labelledby="duty-reports">
      <header>
        <h2 id="duty-reports">{t.list}</h2>
      </header>
      <Loaded query={query}>
        {({ rows }) => (
          <ul>
            {rows.length === 0 && <li className="small">{t.listEmpty}</li>}
            {rows.map((row) => (
              <li key={row.id}>
                <Link to="/expected-reports/$id" params={{ id: String(row.id) } as never}>
                  {say(row)}
                </Link>
                <ExpectedBadge report={row} />
                <span className="meta">{t.due(instantWords(row.dueAt))}</span>
                {row.comments.map((comment) => (
                  <p className="small" key={comment}>
                    {t.returnedSay} <q lang="vi">{comment}</q>
                  </p>
                ))}
                {part.isMine &&
                  may('report.submit') &&
                  (row.state === 'waiting' || row.state === 'returned') && (
                    <Button
                      size="xs"
                      variant="default"
                      component={Link}
                      to="/expected-reports/$id"
                      params={{ id: String(row.id) } as never}
                    >
                      {t.toSubmit}
                    </Button>
                  )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {part.isMine && duty.state === 'accepted' && duty.dispatchId && may('campaign.start') && (
        <CarryOn dispatchId={duty.dispatchId} code={duty.dispatchCode} />
      )}
    </section>
  )
}

/** The delivered dispatch becomes an incoming one of the own unit, to be planned for the units below. */
const CarryOn = ({ dispatchId, code }: { dispatchId: number; code: string | null }) => {
  const t = useWords(expectedWords)
  const navigate = useNavigate()
  const carry = useMutation({
    mutationFn: async () => {
      const file = await fetch(urlOf(GetDispatchFile.path, { id: dispatchId, kind: 'docx' }))
      const name = `${(code ?? 'cong-van').replaceAll(/[\\/:*?"<>|\s]+/g, '_')}.docx`
      return call(UploadDispatch, { query: { name }, file: await file.blob() })
    },
    onSuccess: ({ dispatch }) => navigate({ to: '/dispatches/$id', params: { id: String(dispatch.id) } }),
  })
  return (
    <details>
      <summary>{t.carryOn}</summary>
      <p className="small">{t.carryOnHelp}</p>
      {carry.error && <Trouble error={carry.error} />}
      <Button size="xs" variant="default" loading={carry.isPending} onClick={() => carry.mutate()}>
        {t.carryOn}
      </Button>
    </details>
  )
}
