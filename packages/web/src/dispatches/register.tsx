/** A register of dispatches: number, subject, body, day, state; on a narrow screen a list of the same rows. */
import type { DispatchRow } from '@loa/contract/dispatches'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { dayWords, instantWords } from '../shell/format.ts'
import { dispatchWords } from '../words/dispatches.ts'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { DispatchBadge } from './dispatch-state.tsx'

export const Register = ({
  rows,
  direction,
  more,
  isBusy,
}: {
  rows: DispatchRow[]
  direction: 'in' | 'out'
  more: (() => void) | null
  isBusy: boolean
}) => {
  const t = useWords(dispatchWords)
  const shell = useWords(shellWords)
  return (
    <section className="panel register" aria-label={t[direction]}>
      <table className="table">
        <thead>
          <tr>
            <th>{t.column.code}</th>
            <th>{t.column.subject}</th>
            {direction === 'in' && <th>{t.column.issuer}</th>}
            <th>{t.column.date}</th>
            <th>{t.column.state}</th>
            <th>{t.column.changed}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="code">
                {row.code?.replace(/^\//, '…/') ?? <span className="meta">{t.noCode}</span>}
              </td>
              <td className="subject">
                <Link to="/dispatches/$id" params={{ id: String(row.id) }} lang="vi">
                  {row.subject ?? row.fileName ?? t.noSubject}
                </Link>
                <span className="meta">
                  {t.types[row.type] ?? row.type}
                  {row.fileName ? ` · ${row.fileName}` : ''}
                  {row.campaignId !== null && (
                    <>
                      {' · '}
                      <Link to="/campaigns/$id" params={{ id: String(row.campaignId) }}>
                        {t.campaign}
                      </Link>
                    </>
                  )}
                </span>
              </td>
              {direction === 'in' && (
                <td lang="vi">{row.issuer ?? <span className="meta">{t.noIssuer}</span>}</td>
              )}
              <td className="day">{dayWords(row.date)}</td>
              <td>
                <DispatchBadge dispatch={row} />
              </td>
              <td className="meta at">{instantWords(row.updatedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more && (
        <footer>
          <Button size="xs" variant="default" onClick={more} loading={isBusy}>
            {shell.more}
          </Button>
        </footer>
      )}
    </section>
  )
}
