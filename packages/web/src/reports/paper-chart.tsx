/** The chart of a report on the screen: bars and, in the same rows, the numbers they are drawn from. */
import type { PageBlock } from '@loa/contract/report-outline'
import { numberWords } from '../shell/format.ts'

type Chart = Extract<PageBlock, { kind: 'chart' }>['chart']

export const PaperChart = ({ chart }: { chart: Chart }) => {
  const lengthOf = (at: number) => chart.series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)
  const whole = Math.max(100, ...chart.categories.map((_, at) => lengthOf(at)))
  return (
    <table className="paper-chart">
      <caption>{chart.title}</caption>
      <thead>
        <tr>
          <td />
          <td />
          {chart.series.map(({ name }) => (
            <th key={name} scope="col">
              {name} ({chart.unit})
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chart.categories.map((category, at) => (
          <tr key={category}>
            <th scope="row">{category}</th>
            <td className="paper-chart-bar">
              <span className="proof-bar" aria-hidden>
                {chart.series.map(({ name, look, values }) => (
                  <i key={name} className={look} style={{ width: `${(100 * (values[at] ?? 0)) / whole}%` }} />
                ))}
              </span>
            </td>
            {chart.series.map(({ name, values }) => (
              <td key={name} className="num">
                {wordsOf(values[at])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const wordsOf = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : numberWords('vi', value)
