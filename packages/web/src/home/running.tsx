/** For those who approve and sign: each running campaign with where it stands, and its page. */
import { ListCampaigns } from '@loa/contract/campaigns'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { numberWords } from '../shell/format.ts'
import { homeWords } from '../words/home.ts'
import { useLanguage, useWords } from '../words/language.tsx'

const shown = 5

export const Running = () => {
  const t = useWords(homeWords)
  const { language } = useLanguage()
  const query = useQuery({
    queryKey: keyOf(ListCampaigns, 'running', shown),
    queryFn: () => call(ListCampaigns, { query: { state: 'running', limit: shown } }),
  })
  const rows = query.data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <section className="panel" aria-labelledby="running">
      <header>
        <h2 id="running">{t.running}</h2>
        <span className="count">{query.data?.total}</span>
      </header>
      <ul className="home-running">
        {rows.map(({ id, title, reporting, units }) => (
          <li key={id}>
            <Link to="/campaigns/$id/overview" params={{ id: String(id) }} lang="vi">
              {title}
            </Link>
            <span className="meta">
              {t.runningUnits(numberWords(language, reporting), numberWords(language, units))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
