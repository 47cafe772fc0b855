import type { CampaignRow } from '@loa/contract/campaigns'
import { Link } from '@tanstack/react-router'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { StateBadge, type Tone } from '../shell/state.tsx'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import { Simulated } from './simulated.tsx'

const tones: Record<CampaignRow['state'], Tone> = { drafting: 'none', running: 'go', closed: 'ok' }

export const CampaignTable = ({ rows }: { rows: CampaignRow[] }) => {
  const t = useWords(campaignWords)
  const { number } = useNumbers()
  return (
    <div className="panel">
      <table className="table listed">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.owner}</th>
            <th scope="col">{t.state}</th>
            <th scope="col" className="num">
              {t.received}
            </th>
            <th scope="col" className="num">
              {t.reporting}
            </th>
            <th scope="col" className="num">
              {t.started}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="listed-title">
                <Link to="/campaigns/$id" params={{ id: String(row.id) }}>
                  {row.title}
                </Link>{' '}
                {row.simulated && <Simulated />}
              </td>
              <td data-label={t.owner} title={row.owner.fullName}>
                {row.owner.name}
              </td>
              <td>
                <StateBadge tone={tones[row.state]}>{t.states[row.state]}</StateBadge>
              </td>
              <td className="num" data-label={t.received}>
                {t.ofUnits(number(row.received), number(row.units))}
              </td>
              <td className="num" data-label={t.reporting}>
                {t.ofUnits(number(row.reporting), number(row.units))}
              </td>
              <td className="num" data-label={t.started}>
                {instantWords(row.createdAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
