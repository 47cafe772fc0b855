/** What each version changed for this unit, and the targets as they stand. */
import type { Campaign } from '@loa/contract/campaigns'
import type { DutyTargets, TargetPart } from '@loa/contract/targets'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { useWords } from '../words/language.tsx'
import { targetWords } from '../words/targets.ts'

export const DutyVersions = ({
  versions,
  campaign,
}: {
  versions: DutyTargets['versions']
  campaign: Campaign
}) => {
  const t = useWords(targetWords)
  const { number, nameOf, unitOf } = useNumbers()
  const said = (value: number | null) => (value === null ? t.notAsked : number(value))
  return (
    <>
      {versions.map((version, index) => (
        <section className="panel" key={version.number} aria-labelledby={`version-${version.number}`}>
          <header>
            <h2 id={`version-${version.number}`}>{index === 0 ? t.newest : t.version(version.number)}</h2>
            <span className="meta">{instantWords(version.at)}</span>
          </header>
          <table className="table duty-changes">
            <thead>
              <tr>
                <th scope="col">{t.indicator}</th>
                <th scope="col" className="num">
                  {t.before}
                </th>
                <th scope="col" className="num">
                  {t.after}
                </th>
                <th scope="col">{t.why}</th>
              </tr>
            </thead>
            <tbody>
              {version.changes.map(({ indicator: code, before, after, own, parts, reason }) => {
                const indicator = campaign.indicators.find((each) => each.code === code)
                return (
                  <tr key={code}>
                    <th scope="row">
                      {indicator ? nameOf(indicator) : code}
                      <span className="meta">{indicator && unitOf(indicator)}</span>
                    </th>
                    <td className="num" data-label={t.before}>
                      {said(before)}
                    </td>
                    <td className="num" data-label={t.after}>
                      <b>{said(after)}</b>
                    </td>
                    <td>
                      {reason}
                      {own !== null && <span className="meta"> {t.ownBefore(number(own))}</span>}
                      <PartsSaid parts={parts} campaign={campaign} />
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
          <p className="targets-text small">
            {version.answer
              ? t.answerLine(
                  t.answers[version.answer.answer],
                  version.answer.by,
                  instantWords(version.answer.at),
                  version.answer.reason,
                )
              : t.unanswered}
          </p>
        </section>
      ))}
    </>
  )
}

export const TargetTable = ({
  targets,
  campaign,
}: {
  targets: DutyTargets['targets']
  campaign: Campaign
}) => {
  const t = useWords(targetWords)
  const { number, nameOf, unitOf } = useNumbers()
  return (
    <section className="panel" aria-labelledby="standing">
      <header>
        <h2 id="standing">{t.standing}</h2>
      </header>
      {targets.length === 0 && <p className="targets-text">{t.nothingAsked}</p>}
      <ul className="request-list">
        {targets.map(({ indicator: code, plan, parts }) => {
          const indicator = campaign.indicators.find((each) => each.code === code)
          return (
            <li key={code}>
              <p>
                {indicator ? nameOf(indicator) : code}: <b>{number(plan)}</b> {indicator && unitOf(indicator)}
              </p>
              <PartsSaid parts={parts} campaign={campaign} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const PartsSaid = ({ parts, campaign }: { parts: TargetPart[]; campaign: Campaign }) => {
  const t = useWords(targetWords)
  const { number } = useNumbers()
  if (parts.length === 0) return null
  const topicsOf = (ids: number[]) =>
    ids.length === 0
      ? t.allTopics
      : campaign.topics
          .filter(({ id }) => ids.includes(id))
          .map(({ ordinal }) => ordinal)
          .join(', ')
  return (
    <span className="meta">
      {' '}
      {parts.map(({ topics, amount }) => t.part(topicsOf(topics), number(amount))).join('; ')}
    </span>
  )
}
