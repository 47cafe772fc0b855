/** The lines of a period: one an indicator, or one a unit of one indicator; every number opens what it is made of. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '../words/language.tsx'
import { periodFigureWords } from '../words/period-figures.ts'
import { useNumbers } from './indicator-words.ts'
import type { PeriodLine, Said } from './period-line.ts'

export interface TableLine {
  key: string
  name: string
  title?: string
  note?: ReactNode
  countingUnit?: string
  line: PeriodLine
  /** Search of the address that opens it, and that in words. */
  opens: Record<string, string> | null
  opensWords: string
}

export const PeriodTable = ({
  head,
  lines,
  total,
  hasUnit,
}: {
  head: string
  lines: TableLine[]
  total: TableLine | null
  hasUnit: boolean
}) => {
  const t = useWords(periodFigureWords)
  return (
    <div className="panel period-scroll">
      <table className="table period-table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {hasUnit && <th scope="col">{t.countingUnit}</th>}
            {[t.plan, t.amount, t.proved, t.sinceNewYear, t.ofPlan, t.lastYear, t.against].map((words) => (
              <th
                key={words}
                scope="col"
                className="num"
                title={words === t.ofPlan ? t.ofPlanLong : undefined}
              >
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, ...each }) => (
            <Line key={key} {...each} hasUnit={hasUnit} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <Line {...total} hasUnit={hasUnit} />
          </tfoot>
        )}
      </table>
    </div>
  )
}

const Line = ({
  name,
  title,
  note,
  countingUnit,
  line,
  opens,
  opensWords,
  hasUnit,
}: TableLine & { hasUnit: boolean }) => {
  const t = useWords(periodFigureWords)
  const { number } = useNumbers()
  const said = (value: Said): ReactNode => {
    if (value === 'apart') return <span className="meta">{t.notAdded}</span>
    return value === null ? null : number(value)
  }
  const percent = (value: number | null) => (value === null ? t.none : t.percent(number(value)))
  const opening = (words: ReactNode) =>
    opens && words !== null ? (
      <Link
        to="."
        search={((search: Record<string, string>) => ({ ...search, ...opens })) as never}
        resetScroll={false}
        className="figure-link"
        aria-label={`${opensWords}${typeof words === 'string' ? ` (${words})` : ''}`}
      >
        {words}
      </Link>
    ) : (
      words
    )
  return (
    <tr>
      <th scope="row" title={title}>
        {opening(name)}
        {note}
      </th>
      {hasUnit && <td data-label={t.countingUnit}>{countingUnit}</td>}
      <td className="num" data-label={t.plan}>
        {line.plan === null ? t.none : number(line.plan)}
      </td>
      <td className="num" data-label={t.amount}>
        {line.declared === null ? (
          <span className="meta">{t.notReported}</span>
        ) : (
          opening(said(line.declared))
        )}
      </td>
      <td className="num" data-label={t.proved}>
        {opening(said(line.proved))}
      </td>
      <td className="num" data-label={t.sinceNewYear}>
        {said(line.sinceNewYear)}
      </td>
      <td className="num" data-label={t.ofPlan}>
        {percent(line.ofPlan)}
      </td>
      <td className="num" data-label={t.lastYear}>
        {line.lastYear === null ? t.none : said(line.lastYear)}
      </td>
      <td className="num" data-label={t.against}>
        {percent(line.against)}
      </td>
    </tr>
  )
}
