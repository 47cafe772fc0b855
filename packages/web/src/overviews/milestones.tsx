import type { Milestone, Overview } from '@loa/contract/overviews'
import { Link } from '@tanstack/react-router'
import { placeOf } from '../home/lines.ts'
import { dayWords } from '../shell/format.ts'
import { useWords } from '../words/language.tsx'
import { overviewWords } from '../words/overviews.ts'

/** The days a campaign turns on, those that are over and those to come. */
export const Milestones = ({ overview: { milestones, today } }: { overview: Overview }) => {
  const t = useWords(overviewWords)
  return (
    <section className="panel" aria-labelledby="overview-milestones">
      <header>
        <h2 id="overview-milestones">{t.milestones}</h2>
      </header>
      {milestones.length === 0 ? (
        <p className="overview-none">{t.noMilestones}</p>
      ) : (
        <ol className="overview-milestones">
          {milestones.map((milestone) => (
            <li
              key={`${milestone.kind} ${milestone.on} ${milestone.what}`}
              className={milestone.on > today ? 'to-come' : undefined}
            >
              <span className="num">{dayWords(milestone.on)}</span> <What milestone={milestone} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

const What = ({ milestone: { kind, what, href } }: { milestone: Milestone }) => {
  const t = useWords(overviewWords)
  const words = `${t.milestone[kind]}${what ? ` ${what}` : ''}`
  return href ? <Link {...placeOf(href)}>{words}</Link> : <span>{words}</span>
}
