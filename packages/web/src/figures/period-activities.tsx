/** What one unit did by one indicator in a period: each activity with its photos. Esc closes it. */
import type { Indicator } from '@loa/contract/figures'
import { IconX } from '@tabler/icons-react'
import { useWords } from '../words/language.tsx'
import { periodFigureWords } from '../words/period-figures.ts'
import { FigureActivities } from './figure-activities.tsx'
import { usePaneFocus } from './use-pane-focus.ts'

export const PeriodActivities = ({
  filter,
  indicator,
  unitName,
  onClose,
}: {
  filter: {
    unit: number
    units: 'then' | 'today'
    owner: number
    from: string
    to: string
    campaign?: number
    topic?: number
  }
  indicator: Indicator
  unitName: string
  onClose: () => void
}) => {
  const t = useWords(periodFigureWords)
  const head = usePaneFocus(onClose)
  return (
    <section className="figure-panel" aria-labelledby="period-activities">
      <header>
        <h2 id="period-activities" ref={head} tabIndex={-1}>
          {t.activitiesOf(unitName)}
        </h2>
        <button type="button" className="icon-button" aria-label={t.close} title={t.close} onClick={onClose}>
          <IconX size={18} aria-hidden />
        </button>
      </header>
      <FigureActivities filter={filter} indicator={indicator} />
    </section>
  )
}
