import type { TargetPlan } from '@loa/contract/targets'
import { instantWords } from '../shell/format.ts'
import { useWords } from '../words/language.tsx'
import { targetWords } from '../words/targets.ts'

/** Each publication, newest first: how many units it told, and why. */
export const Versions = ({ plan }: { plan: TargetPlan }) => {
  const t = useWords(targetWords)
  if (plan.versions.length === 0) return null
  return (
    <section className="panel" aria-labelledby="versions">
      <header>
        <h2 id="versions">{t.versions}</h2>
      </header>
      <ol className="request-list">
        {plan.versions.map(({ number, kind, note, by, at, units, cells }) => (
          <li key={number}>
            <b>{t.versionLine(number, units, cells)}</b>
            {kind === 'agreed' && <p className="small">{t.agreedVersion(note)}</p>}
            <p className="meta">
              {by} · {instantWords(at)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
