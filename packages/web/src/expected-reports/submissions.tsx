/** What there is to look at, what was said about it, and every submission as it was handed in. */
import type { ExpectedReport } from '@loa/contract/expected-reports'
import { Link } from '@tanstack/react-router'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { expectedWords } from '../words/expected-reports.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'

const useNames = (report: ExpectedReport) => {
  const { nameOf } = useNumbers()
  return (code: string | null) => {
    const found = report.indicators.find((each) => each.code === code)
    return found ? nameOf(found) : (code ?? '')
  }
}

export const Findings = ({ report }: { report: ExpectedReport }) => {
  const t = useWords(expectedWords)
  const forms = useWords(figureWords).formsInFull
  const nameOf = useNames(report)
  const { number } = useNumbers()
  return (
    <section className="panel" aria-labelledby="findings">
      <header>
        <h2 id="findings">{t.findings}</h2>
        <span className="count">{report.findings.length}</span>
      </header>
      <ul className="submission-list">
        {report.findings.length === 0 && <li className="small">{t.noFindings}</li>}
        {report.findings.map(({ kind, indicator, form, before, now }) => (
          <li key={`${kind}${indicator}${form}`} className="small">
            <StateBadge tone={kind === 'not-reported' || kind === 'gaps' ? 'missing' : 'ask'}>
              {t.finding[kind](form ? forms[form] : nameOf(indicator), number(now ?? 0), number(before ?? 0))}
            </StateBadge>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const Submissions = ({ report }: { report: ExpectedReport }) => {
  const t = useWords(expectedWords)
  const forms = useWords(figureWords).formsInFull
  const nameOf = useNames(report)
  const { number } = useNumbers()
  if (report.submitted.length === 0) return null
  return (
    <section className="panel" aria-labelledby="submissions">
      <header>
        <h2 id="submissions">{t.versions}</h2>
        <span className="count">{report.submitted.length}</span>
      </header>
      <ol className="submission-list">
        {report.submitted.map((each) => {
          const said = (says: 'none' | 'not-reported') =>
            each.forms
              .filter((form) => form.says === says)
              .map(({ form, reason }) => `${forms[form]}${reason ? ` (${reason})` : ''}`)
              .join('; ')
          const comments = report.comments.filter(({ number: of }) => of === each.number)
          return (
            <li key={each.number}>
              <b>{t.version(number(each.number))}</b>{' '}
              <span className="meta">
                {[each.by?.name, instantWords(each.at)].filter(Boolean).join(' · ')}
              </span>
              {each.dispatchId && (
                <p className="small">
                  <Link to="/dispatches/$id" params={{ id: String(each.dispatchId) }}>
                    {t.document(each.dispatchCode ?? '')}
                  </Link>
                </p>
              )}
              {each.changes.map(({ indicator, before, after }) => (
                <p className="small" key={indicator}>
                  {t.changes(
                    nameOf(indicator),
                    before === null ? t.nothing : number(before),
                    after === null ? t.nothing : number(after),
                  )}
                </p>
              ))}
              {said('none') && <p className="small">{t.formNone(said('none'))}</p>}
              {said('not-reported') && <p className="small">{t.formOpen(said('not-reported'))}</p>}
              {each.gaps.length > 0 && <p className="small">{t.gapsDeclared(number(each.gaps.length))}</p>}
              {each.narrative && (
                <p className="small narrative" lang="vi">
                  {each.narrative}
                </p>
              )}
              {comments.map((comment) => (
                <p className="note bad" key={comment.id}>
                  <span>
                    {comment.indicator && <b>{nameOf(comment.indicator)}: </b>}
                    <q lang="vi">{comment.text}</q>{' '}
                    <span className="meta">
                      {comment.person.name} · {instantWords(comment.at)}
                    </span>
                  </span>
                </p>
              ))}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
