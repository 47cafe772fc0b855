/** What the files would change, in numbers; each number opens its rows. */
import { successionKinds, type UnitImport, type Verdict } from '@loa/contract/unit-imports'
import { Link } from '@tanstack/react-router'
import { numberWords } from '../../shell/format.ts'
import { useFilter } from '../../shell/use-filter.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { unitImportWords } from '../../words/unit-imports.ts'
import { unitWords } from '../../words/units.ts'

type Summary = NonNullable<UnitImport['summary']>
const changing = ['add', 'change', 'end'] as const

export const Difference = ({ summary }: { summary: Summary }) => {
  const t = useWords(unitImportWords)
  const typeWords = useTypeWords()
  const { rows, types, mappings, successions } = summary
  return (
    <section className="panel import-difference" aria-labelledby="import-difference">
      <header>
        <h2 id="import-difference">{t.difference}</h2>
      </header>
      <div className="import-scroll">
        <table className="table" aria-labelledby="import-difference">
          <thead>
            <tr>
              <th scope="col">{t.type}</th>
              {changing.map((verdict) => (
                <th scope="col" className="num" key={verdict}>
                  {t.verdicts[verdict]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {types.map((of) => (
              <tr key={of.type}>
                <th scope="row">{typeWords(of.type)}</th>
                {changing.map((verdict) => (
                  <td className="num" key={verdict}>
                    <Count
                      value={of[verdict]}
                      filter={{ verdict, type: of.type }}
                      label={`${t.verdicts[verdict]}, ${typeWords(of.type)}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
            <tr className="total">
              <th scope="row">{t.total}</th>
              {changing.map((verdict) => (
                <td className="num" key={verdict}>
                  <Count value={rows[verdict]} filter={{ verdict }} label={t.verdicts[verdict]} />
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      <dl className="import-sums">
        {(['problem', 'same'] as const).map((verdict) => (
          <Sum key={verdict} name={t.verdicts[verdict]} value={rows[verdict]} filter={{ verdict }} />
        ))}
        {mappings.add + mappings.same + mappings.problem > 0 &&
          (['add', 'same', 'problem'] as const).map((verdict) => (
            <Sum
              key={`mapping-${verdict}`}
              name={`${t.mappings}: ${t.mappingVerdicts[verdict]}`}
              value={mappings[verdict]}
              filter={{ verdict, kind: 'mapping' }}
            />
          ))}
        {successionKinds
          .filter((kind) => successions[kind] > 0)
          .map((kind) => (
            <Sum key={kind} name={`${t.successions}: ${t.kinds[kind]}`} value={successions[kind]} />
          ))}
      </dl>
    </section>
  )
}

interface Filter {
  verdict: Verdict
  type?: string
  kind?: 'mapping'
}

const Sum = ({ name, value, filter }: { name: string; value: number; filter?: Filter }) => (
  <div>
    <dt>{name}</dt>
    <dd className="num">
      <Count value={value} filter={filter} label={name} />
    </dd>
  </div>
)

/** Zero is "0" and opens nothing. */
const Count = ({ value, filter, label }: { value: number; filter?: Filter | undefined; label: string }) => {
  const { language } = useLanguage()
  const [search] = useFilter()
  const words = numberWords(language, value)
  if (value === 0 || !filter) return words
  const isShown =
    search.verdict === filter.verdict && search.type === filter.type && search.kind === filter.kind
  return (
    <Link
      to="/units/import"
      search={{ import: search.import ?? '', ...filter }}
      resetScroll={false}
      className="figure-link"
      aria-label={`${label}: ${words}`}
      aria-current={isShown ? 'true' : undefined}
    >
      {words}
    </Link>
  )
}

export const useTypeWords = (): ((type: string) => string) => {
  const t = useWords(unitImportWords)
  const units = useWords(unitWords)
  return (type) => units.types[type] ?? t.moreTypes[type] ?? type
}
