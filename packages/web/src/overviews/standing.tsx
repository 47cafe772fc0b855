/** Four numbers that say where a campaign stands. */
import type { Overview } from '@loa/contract/overviews'
import { Link } from '@tanstack/react-router'
import { useNumbers } from '../figures/indicator-words.ts'
import { dayWords } from '../shell/format.ts'
import { useWords } from '../words/language.tsx'
import { overviewWords } from '../words/overviews.ts'
import { roundWords } from '../words/rounds.ts'

export const Standing = ({ campaignId, overview }: { campaignId: number; overview: Overview }) => {
  const t = useWords(overviewWords)
  const rounds = useWords(roundWords)
  const { number } = useNumbers()
  const { units, doubted, round } = overview
  const params = { id: String(campaignId) }
  const of = (part: number) => t.of(number(part), number(units.all))
  const handedIn = round ? round.counts.submitted + round.counts.accepted : 0
  return (
    <section aria-label={t.numbers}>
      <ul className="overview-numbers panel">
        <li>
          <Link to="/campaigns/$id" params={params} search={{ show: 'unreceived' } as never}>
            {of(units.received)}
          </Link>
          <span>{t.received}</span>
        </li>
        <li>
          <Link to="/campaigns/$id" params={params} search={{ show: 'missing' } as never}>
            {of(units.reporting)}
          </Link>
          <span>{t.reporting}</span>
        </li>
        <li>
          <Link to="/campaigns/$id" params={params} search={{ show: 'doubt' } as never}>
            {number(doubted)}
          </Link>
          <span>{t.doubted(number(doubted))}</span>
        </li>
        <li>
          {round ? (
            <>
              <Link to="/campaigns/$id/rounds" params={params}>
                {t.of(number(handedIn), number(round.counts.all - round.counts.exempt))}
              </Link>
              <span>
                {t.submitted(`${rounds.kinds[round.kind]} ${rounds.days('', dayWords(round.to))}`)}
                {round.counts.late > 0 && ` · ${t.lateReports(number(round.counts.late))}`}
              </span>
            </>
          ) : (
            <>
              <Link to="/campaigns/$id/rounds" params={params}>
                –
              </Link>
              <span>{t.noRound}</span>
            </>
          )}
        </li>
      </ul>
    </section>
  )
}
