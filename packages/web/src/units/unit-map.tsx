/** What stands below a unit as tiles of equal size, where that is known in their places; and the same as a list. */
import type { UnitNode } from '@loa/contract/units'
import { useQuery } from '@tanstack/react-query'
import { numberWords } from '../shell/format.ts'
import { Loaded } from '../shell/page.tsx'
import { useLanguage, useWords } from '../words/language.tsx'
import { unitWords } from '../words/units.ts'
import { placed } from './hai-duong-tiles.ts'
import { UnitLink } from './unit-link.tsx'
import { branchQuery } from './use-units.ts'

export const UnitMap = ({ unit, on }: { unit: UnitNode; on: string }) => {
  const t = useWords(unitWords)
  const { language } = useLanguage()
  const below = useQuery(branchQuery(on, unit.code))
  return (
    <section className="panel" aria-label={t.map}>
      <header>
        <h2>{t.map}</h2>
        <span className="meta">{t.children(numberWords(language, unit.children))}</span>
      </header>
      <Loaded query={below}>{(units) => <Tiles parent={unit} units={units} />}</Loaded>
    </section>
  )
}

const Tiles = ({ parent, units }: { parent: UnitNode; units: UnitNode[] }) => {
  const t = useWords(unitWords)
  const { map, rest } = placed(units, parent.code)
  return (
    <div className="unit-map">
      <div className="tiles-part">
        {map.length > 0 && (
          <>
            <p className="meta">{t.mapHelp}</p>
            <div className="tile-map">
              {map.map(({ unit, column, row }) => (
                <Tile key={unit.id} unit={unit} style={{ gridColumn: column, gridRow: row }} />
              ))}
            </div>
          </>
        )}
        {rest.length > 0 && (
          <>
            <p className="meta">{map.length > 0 ? t.others : t.gridHelp}</p>
            <div className="tile-grid">
              {rest.map((unit) => (
                <Tile key={unit.id} unit={unit} />
              ))}
            </div>
          </>
        )}
      </div>
      <div className="map-list">
        <h3>{t.sameList}</h3>
        <ul>
          {units.map((unit) => (
            <li key={unit.id}>
              <UnitLink id={unit.id}>
                <span lang="vi">{unit.fullName}</span>
              </UnitLink>
              <span className="meta">
                <Below unit={unit} />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

const Tile = ({ unit, style }: { unit: UnitNode; style?: { gridColumn: number; gridRow: number } }) => (
  <div style={style} className="tile">
    <UnitLink id={unit.id}>
      <b lang="vi">{unit.name.length < 16 ? unit.fullName : unit.name}</b>
      <span className="meta">
        <Below unit={unit} />
      </span>
    </UnitLink>
  </div>
)

const Below = ({ unit }: { unit: UnitNode }) => {
  const t = useWords(unitWords)
  const { language } = useLanguage()
  return unit.children > 0 ? t.children(numberWords(language, unit.children)) : t.noChildren
}
