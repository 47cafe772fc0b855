/** One unit: what it is, what stands below it, how it came to be and what became of it. */
import type { GetUnit } from '@loa/contract/units'
import { IconAlertTriangle, IconChevronRight } from '@tabler/icons-react'
import { Fragment } from 'react'
import type { z } from 'zod'
import { dayWords } from '../shell/format.ts'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { unitWords } from '../words/units.ts'
import { UnitContacts } from './unit-contacts.tsx'
import { DayMark, useDaysWords } from './unit-days.tsx'
import { UnitFacilities } from './unit-facilities.tsx'
import { UnitHistory } from './unit-history.tsx'
import { UnitLink } from './unit-link.tsx'
import { UnitMap } from './unit-map.tsx'

export type ChosenUnit = z.output<(typeof GetUnit)['answer']>

export const UnitPane = ({ chosen, day, keeps }: { chosen: ChosenUnit; day: string; keeps: boolean }) => {
  const t = useWords(unitWords)
  const daysWords = useDaysWords()
  const { unit, above, contacts, facilities, on } = chosen
  return (
    <div className="unit-pane">
      <section className="panel" aria-label={unit.fullName}>
        <header>
          <h2 lang="vi">{unit.fullName}</h2>
          <DayMark unit={unit} on={day} />
        </header>
        {on !== day && <NotOnDay on={on} day={day} />}
        <div className="unit-about">
          <dl>
            <dt>{t.code}</dt>
            <dd>{unit.code}</dd>
            <dt>{t.type}</dt>
            <dd>{t.types[unit.type] ?? unit.type}</dd>
            <dt>{t.parent}</dt>
            <dd className="unit-path" lang="vi">
              {above.length === 0 && <span className="meta">{t.top}</span>}
              {above.map(({ id, fullName }, index) => (
                <Fragment key={id}>
                  {index > 0 && <IconChevronRight size={12} aria-hidden />}
                  <UnitLink id={id}>{fullName}</UnitLink>
                </Fragment>
              ))}
            </dd>
            <dt>{t.days}</dt>
            <dd>{daysWords(unit)}</dd>
          </dl>
          <UnitContacts key={unit.id} unit={unit} contacts={contacts} keeps={keeps} />
          <UnitFacilities key={`facilities ${unit.id}`} unit={unit} facilities={facilities} keeps={keeps} />
        </div>
      </section>
      {unit.children > 0 && <UnitMap unit={unit} on={on} />}
      <UnitHistory unit={unit} keeps={keeps} />
    </div>
  )
}

const NotOnDay = ({ on, day }: { on: string; day: string }) => {
  const t = useWords(unitWords)
  const [, change] = useFilter()
  return (
    <div className="note ask" role="note">
      <IconAlertTriangle size={16} aria-hidden />
      <div>
        <b>{t.notOnDay(dayWords(day))}</b>
        <p>{t.notOnDayHelp}</p>
        <button type="button" className="word-button" onClick={() => change({ on })}>
          {t.goToDay(dayWords(on))}
        </button>
      </div>
    </div>
  )
}
