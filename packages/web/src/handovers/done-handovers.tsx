import type { Handover } from '@loa/contract/handovers'
import { Link } from '@tanstack/react-router'
import { instantWords } from '../shell/format.ts'
import { handoverWords } from '../words/handovers.ts'
import { useWords } from '../words/language.tsx'

export const DoneHandovers = ({ rows }: { rows: Handover[] }) => {
  const t = useWords(handoverWords)
  return (
    <div className="panel table-scroll">
      <table className="table stacked" aria-label={t.done}>
        <thead>
          <tr>
            <th scope="col">{t.from}</th>
            <th scope="col">{t.to}</th>
            <th scope="col">{t.campaign}</th>
            <th scope="col">{t.by}</th>
            <th scope="col">{t.when}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td lang="vi">{row.from.fullName}</td>
              <td lang="vi">{row.to?.fullName}</td>
              <td>
                <Link to="/duties/$id" params={{ id: String(row.dutyId) }}>
                  {row.campaignTitle}
                </Link>
              </td>
              <td>{row.decidedBy?.name ?? t.byAct}</td>
              <td>{instantWords(row.decidedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
