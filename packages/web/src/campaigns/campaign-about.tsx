/** What the campaign says, how, and to whom: folded away above the board. */
import type { Campaign } from '@loa/contract/campaigns'
import { useNumbers } from '../figures/indicator-words.ts'
import { campaignWords } from '../words/campaigns.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'

export const CampaignAbout = ({ campaign }: { campaign: Campaign }) => {
  const t = useWords(campaignWords)
  const forms = useWords(figureWords)
  const { number } = useNumbers()
  return (
    <details className="campaign-about">
      <summary>{t.about}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section aria-label={t.about} tabIndex={0}>
        <section>
          <h2>
            {t.topics} <span className="count">{number(campaign.topics.length)}</span>
          </h2>
          <ol>
            {campaign.topics.map((topic) => (
              <li key={topic.id}>{topic.text}</li>
            ))}
          </ol>
        </section>
        <section>
          <h2>
            {t.forms} <span className="count">{number(campaign.forms.length)}</span>
          </h2>
          <ul>
            {campaign.forms.map(({ form, text }) => (
              <li key={form}>
                <b>{forms.formsInFull[form]}</b>
                {text && <span className="meta"> {text}</span>}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t.groups}</h2>
          <ul>
            {campaign.groups.map(({ text, units }) => (
              <li key={text}>
                {text} <span className="meta">({t.totalUnits(number(units))})</span>
              </li>
            ))}
          </ul>
        </section>
      </section>
    </details>
  )
}
