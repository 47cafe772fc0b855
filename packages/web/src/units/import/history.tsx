/** Earlier imports: which lists, who, when, and how each stands. */
import { ListUnitImports, type UnitImport } from '@loa/contract/unit-imports'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../../api.ts'
import { instantWords } from '../../shell/format.ts'
import { Loaded } from '../../shell/page.tsx'
import { StateBadge, type Tone } from '../../shell/state.tsx'
import { useWords } from '../../words/language.tsx'
import { unitImportWords } from '../../words/unit-imports.ts'

const tones: Record<UnitImport['state'], Tone> = {
  reading: 'go',
  ready: 'ask',
  applying: 'go',
  applied: 'ok',
  undoing: 'go',
  undone: 'none',
  failed: 'bad',
}

export const ImportState = ({ state }: Pick<UnitImport, 'state'>) => {
  const t = useWords(unitImportWords)
  return <StateBadge tone={tones[state]}>{t.states[state]}</StateBadge>
}

export const History = () => {
  const t = useWords(unitImportWords)
  const list = useQuery({
    queryKey: keyOf(ListUnitImports),
    queryFn: ({ signal }) => call(ListUnitImports, { query: { limit: 20 }, signal }),
  })
  return (
    <section className="panel import-history" aria-labelledby="import-history">
      <header>
        <h2 id="import-history">{t.history}</h2>
      </header>
      <Loaded query={list}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="small">{t.noHistory}</p>
          ) : (
            <ul>
              {rows.map(({ id, name, state, person, updatedAt }) => (
                <li key={id}>
                  <Link to="/units/import" search={{ import: String(id) }}>
                    {name}
                  </Link>
                  <ImportState state={state} />
                  <span className="meta">{t.by(person ?? 'Loa', instantWords(updatedAt))}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
}
