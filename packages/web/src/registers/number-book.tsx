/** The number series of a year: how they were decided on, the last numbers, what is reserved and what is void. */
import { GetNumbers, type Numbers } from '@loa/contract/numbers'
import { useQuery } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { todayInVietnam } from '../shell/format.ts'
import { Loaded } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { useWords } from '../words/language.tsx'
import { registerWords } from '../words/registers.ts'
import { KeptNumbers } from './kept-numbers.tsx'
import { NumberPlanForm } from './number-plan-form.tsx'
import { printed, useSeriesName } from './number-words.ts'
import { ReserveForm } from './reserve-form.tsx'

export const NumberBook = ({ year }: { year: number }) => {
  const may = useMay()
  const query = useQuery({
    queryKey: keyOf(GetNumbers, year),
    queryFn: () => call(GetNumbers, { params: { year } }),
  })
  const isThisYear = year === Number(todayInVietnam().slice(0, 4))
  return (
    <Loaded query={query}>
      {(numbers) => (
        <div className="number-book">
          <div>
            <Series numbers={numbers} />
            <KeptNumbers year={year} state="reserved" />
            <KeptNumbers year={year} state="void" />
          </div>
          <div>
            {isThisYear && may('number.reserve') && <ReserveForm year={year} />}
            <NumberPlanForm numbers={numbers} mayPlan={may('number.plan')} />
          </div>
        </div>
      )}
    </Loaded>
  )
}

const Series = ({ numbers: { series } }: { numbers: Numbers }) => {
  const t = useWords(registerWords)
  const nameOf = useSeriesName()
  return (
    <section className="panel" aria-labelledby="series">
      <header>
        <h2 id="series">{t.numbers}</h2>
      </header>
      {series.length === 0 ? (
        <p className="meta panel-empty">{t.emptyOut}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.series}</th>
              <th scope="col" className="number">
                {t.last}
              </th>
              <th scope="col" className="number">
                {t.kept}
              </th>
              <th scope="col" className="number">
                {t.voids}
              </th>
            </tr>
          </thead>
          <tbody>
            {series.map((each) => (
              <tr key={each.series}>
                <td>{nameOf(each.series)}</td>
                <td className="number">{printed(each.last)}</td>
                <td className="number">{each.reserved}</td>
                <td className="number">{each.void}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
