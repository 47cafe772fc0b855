/** The one thing about a site that needs a person, else its state. */
import type { SiteRow } from '@loa/contract/sites'
import { dayWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { useWords } from '../words/language.tsx'
import { siteWords } from '../words/sites.ts'

export const SiteBadge = ({ site }: { site: Pick<SiteRow, 'late' | 'state' | 'permitTo'> }) => {
  const t = useWords(siteWords)
  if (site.state === 'damaged') return <StateBadge tone="ask">{t.states.damaged}</StateBadge>
  if (site.late > 0) return <StateBadge tone="bad">{t.late(site.late)}</StateBadge>
  if (site.state === 'closed') return <StateBadge tone="none">{t.states.closed}</StateBadge>
  return (
    <StateBadge tone="ok" {...(site.permitTo ? { title: t.permitEnds(dayWords(site.permitTo)) } : {})}>
      {t.states['in-use']}
    </StateBadge>
  )
}
