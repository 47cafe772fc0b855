/** The units behind a figure, each of which opens, and those that have said nothing. */
import type { Amounts, Total } from '@loa/contract/figures'
import type { UnitRef } from '@loa/contract/units'
import { StateBadge } from '../shell/state.tsx'
import { Parts } from '../units/parts.tsx'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { useNumbers } from './indicator-words.ts'

export const FigureUnits = ({
  units,
  onUnit,
}: {
  units: { unit: UnitRef; parts: UnitRef[]; amounts: Total }[]
  onUnit: (unit: number) => void
}) => {
  const t = useWords(figureWords)
  const { number } = useNumbers()
  if (units.length === 0) return null
  return (
    <table className="table figure-units">
      <thead>
        <tr>
          <th scope="col">{t.unit}</th>
          <th scope="col" className="num">
            {t.declaredHead}
          </th>
          <th scope="col" className="num">
            {t.provedHead}
          </th>
          <th scope="col">{t.notesHead}</th>
        </tr>
      </thead>
      <tbody>
        {units.map(({ unit, parts, amounts }) => (
          <tr key={unit.id}>
            <td>
              <button
                type="button"
                className="text-button"
                title={unit.fullName}
                onClick={() => onUnit(unit.id)}
              >
                {unit.name}
              </button>
              <Parts unit={unit} parts={parts} />
            </td>
            {amounts ? (
              <>
                <td className="num">{number(amounts.declared)}</td>
                <td className="num">{number(amounts.proved)}</td>
                <td>
                  <OpenAmounts amounts={amounts} />
                </td>
              </>
            ) : (
              <td colSpan={3}>{t.notAdded}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What keeps a figure from being all proved: the doubt first, since it needs a person. */
export const OpenAmounts = ({ amounts }: { amounts: Amounts }) => {
  const t = useWords(figureWords)
  const { number } = useNumbers()
  if (amounts.doubted > 0) return <StateBadge tone="ask">{t.someDoubted(number(amounts.doubted))}</StateBadge>
  if (amounts.claimed > 0)
    return <StateBadge tone="claim">{t.someClaimed(number(amounts.claimed))}</StateBadge>
  if (amounts.corrected !== 0)
    return <StateBadge tone="none">{t.someCorrected(number(amounts.corrected))}</StateBadge>
  return <StateBadge tone="ok">{t.allProved}</StateBadge>
}

export const MissingUnits = ({ units }: { units: UnitRef[] }) => {
  const t = useWords(figureWords)
  if (units.length === 0) return <p className="meta">{t.noneMissing}</p>
  return (
    <section>
      <h3>{t.missing(String(units.length))}</h3>
      <ul className="missing-units">
        {units.map((unit) => (
          <li key={unit.id}>
            <StateBadge tone="missing" title={unit.fullName}>
              {unit.name}
            </StateBadge>
          </li>
        ))}
      </ul>
    </section>
  )
}
