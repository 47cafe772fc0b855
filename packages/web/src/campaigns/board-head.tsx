import { IconChevronDown } from '@tabler/icons-react'
import { useNumbers } from '../figures/indicator-words.ts'
import { useFilter } from '../shell/use-filter.ts'
import { campaignWords } from '../words/campaigns.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import type { Column } from './columns.ts'

export const BoardHead = ({
  columns,
  choose,
}: {
  columns: Column[]
  /** Chooses all units that are shown. */
  choose: { isOn: boolean; isSome: boolean; set: (on: boolean) => void } | null
}) => {
  const t = useWords(campaignWords)
  return (
    <thead>
      <tr>
        <th scope="col" className="unit-cell">
          {choose && (
            <input
              type="checkbox"
              className="choose"
              aria-label={t.chooseAll}
              checked={choose.isOn}
              ref={(box) => {
                if (box) box.indeterminate = choose.isSome && !choose.isOn
              }}
              onChange={(event) => choose.set(event.currentTarget.checked)}
            />
          )}
          {t.unit}
        </th>
        <th scope="col">
          {t.step}
          <span className="head-unit">{t.stepHelp}</span>
        </th>
        {columns.map((column) => (
          <ColumnHead key={column.form} column={column} />
        ))}
        <th scope="col" className="num">
          {t.newest}
        </th>
      </tr>
    </thead>
  )
}

/** The form, the counting unit below it, and a menu of the form's other indicators. */
const ColumnHead = ({ column: { form, shown, choices } }: { column: Column }) => {
  const t = useWords(campaignWords)
  const forms = useWords(figureWords)
  const { nameOf, unitOf } = useNumbers()
  const [, change] = useFilter()
  return (
    <th scope="col" title={`${forms.formsInFull[form]}: ${nameOf(shown)}`}>
      {forms.forms[form]}
      {choices.length < 2 ? (
        <span className="head-unit">{unitOf(shown)}</span>
      ) : (
        <span className="column-menu">
          <span aria-hidden>
            {shown.main ? unitOf(shown) : `${nameOf(shown)}`} <IconChevronDown size={12} />
          </span>
          <select
            data-stop
            tabIndex={-1}
            aria-label={t.column(forms.formsInFull[form])}
            value={shown.code}
            onChange={(event) => {
              const chosen = choices.find(({ code }) => code === event.currentTarget.value)
              change({ [form]: chosen?.main ? null : (chosen?.code ?? null) })
            }}
          >
            {choices.map((indicator) => (
              <option key={indicator.code} value={indicator.code}>
                {nameOf(indicator)} ({unitOf(indicator)})
              </option>
            ))}
          </select>
        </span>
      )}
    </th>
  )
}
