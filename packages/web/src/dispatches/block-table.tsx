/** What of a body is no paragraph: tables, and charts as the table of what they draw. */
import { numberWords } from '../shell/format.ts'
import type { AnyBlock } from './draft-fields.ts'

/** A chart as the table of what it draws. */
export const ChartWords = ({ chart }: { chart: Extract<AnyBlock, { kind: 'chart' }> }) => (
  <BlockTable
    block={{
      kind: 'table',
      start: 0,
      end: 0,
      columns: [chart.title, ...chart.series.map(({ name }) => `${name} (${chart.unit})`)].map(
        (title, index) => ({ title, align: index === 0 ? 'left' : 'right', width: 1 }),
      ),
      rows: chart.categories.map((category, at) => [
        category,
        ...chart.series.map(({ values }) => wordsOf(values[at])),
      ]),
      total: null,
    }}
  />
)

const wordsOf = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : numberWords('vi', value)

export const BlockTable = ({ block }: { block: Extract<AnyBlock, { kind: 'table' }> }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
  <section className="block-table" tabIndex={0} lang="vi">
    <table className="table">
      <thead>
        <tr>
          {block.columns.map((column, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may bear the same title
            <th key={index} className={column.align === 'left' ? undefined : 'num'}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...block.rows, ...(block.total ? [block.total] : [])].map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a printed table have no other name
          <tr key={index}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: nor have its cells
              <td key={column} className={block.columns[column]?.align === 'left' ? undefined : 'num'}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
