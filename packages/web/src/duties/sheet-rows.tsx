import type { SheetRow } from '@loa/contract/duty-sheets'
import { StateBadge } from '../shell/state.tsx'
import { dutySheetWords } from '../words/duty-sheets.ts'
import { useWords } from '../words/language.tsx'

const tones = { new: 'ok', changed: 'go', there: 'none', wrong: 'ask' } as const

export const SheetRows = ({ rows }: { rows: SheetRow[] }) => {
  const t = useWords(dutySheetWords)
  return (
    <section className="panel sheet-rows" aria-label={t.state}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t.line}
            </th>
            <th scope="col">{t.indicator}</th>
            <th scope="col" className="num">
              {t.quantity}
            </th>
            <th scope="col">{t.place}</th>
            <th scope="col">{t.day}</th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, state, said, troubles }) => (
            <tr key={line}>
              <td className="num" data-name={t.line}>
                {line}
              </td>
              <td data-name={t.indicator}>{said.indicator}</td>
              <td className="num" data-name={t.quantity}>
                {said.quantity}
              </td>
              <td data-name={t.place}>{said.place}</td>
              <td data-name={t.day}>{said.day}</td>
              <td>
                <StateBadge tone={tones[state]}>{t.states[state]}</StateBadge>
                {troubles.map((trouble) => (
                  <p key={trouble} className="small">
                    {t.troubles[trouble]}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
