/** The days off of a year: by law, each with its rule; what is decided for the year; and the days entered by hand. */
import { GetHolidays, type Holidays, type OwnHoliday } from '@loa/contract/holidays'
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { dayWords, todayInVietnam } from '../shell/format.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { StateBadge } from '../shell/state.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { holidayWords } from '../words/holidays.ts'
import { useWords } from '../words/language.tsx'
import { HolidayForm, RemoveButton } from './holiday-form.tsx'
import { YearForm } from './year-form.tsx'
import './holidays.css'

export const HolidaysPage = () => {
  const t = useWords(holidayWords)
  const [search, change] = useFilter()
  const now = Number(todayInVietnam().slice(0, 4))
  const year = Math.min(2100, Math.max(2000, Number(search.year) || now))
  const query = useQuery({
    queryKey: keyOf(GetHolidays, year),
    queryFn: () => call(GetHolidays, { params: { year } }),
  })
  const years = [...new Set([year, now - 2, now - 1, now, now + 1, now + 2])].sort()
  return (
    <Page title={`${t.title} ${year}`} state={t.lead}>
      <div className="holidays-bar">
        <NativeSelect
          label={t.year}
          value={String(year)}
          onChange={(event) => change({ year: event.currentTarget.value })}
          data={years.map(String)}
        />
      </div>
      <Loaded query={query}>
        {(holidays) => (
          <div className="holidays" key={year}>
            <Legal holidays={holidays} />
            <div>
              <YearForm key={`${holidays.year.tetBefore}${holidays.year.act}`} holidays={holidays} />
              <Own holidays={holidays} />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}

/** Thứ Sáu, 02/5/2025. */
const useDayName = () => {
  const t = useWords(holidayWords)
  return (day: string) => `${t.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}, ${dayWords(day)}`
}

const Legal = ({ holidays: { legal, year } }: { holidays: Holidays }) => {
  const t = useWords(holidayWords)
  const say = useDayName()
  const isDecided = (rule: string) => rule === 'tet' || rule === 'national'
  return (
    <section className="panel" aria-labelledby="legal">
      <header>
        <h2 id="legal">{t.legal}</h2>
        <span className="count">{legal.length}</span>
      </header>
      <table className="table stacked">
        <thead>
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.basis}</th>
          </tr>
        </thead>
        <tbody>
          {legal.map(({ day, rule, of }) => (
            <tr key={day}>
              <td>
                <b>{say(day)}</b>
              </td>
              <td>{t.rules[rule]}</td>
              <td className="meta">
                {of ? t.inLieuOf(dayWords(of)) : isDecided(rule) && year.act ? t.byAct(year.act) : t.law}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Own = ({ holidays: { own, keeps, year } }: { holidays: Holidays }) => {
  const t = useWords(holidayWords)
  const say = useDayName()
  const [edited, setEdited] = useState<OwnHoliday | null>(null)
  return (
    <section className="panel" aria-labelledby="own">
      <header>
        <h2 id="own">{t.own}</h2>
        <span className="count">{own.length}</span>
      </header>
      <p className="meta holidays-help">
        {own.length > 0 ? t.ownHelp : `${t.ownEmpty} ${keeps ? t.ownEmptyKeeps : ''}`}
      </p>
      {own.length > 0 && (
        <ul className="holidays-own">
          {own.map((each) => (
            <li key={each.day}>
              <div>
                <b>{say(each.day)}</b>{' '}
                <StateBadge tone={each.kind === 'off' ? 'none' : 'go'}>{t.kinds[each.kind]}</StateBadge>
                <div>{each.name}</div>
                {each.note && <div className="meta">{each.note}</div>}
              </div>
              {keeps && <RemoveButton year={year.year} own={each} onEdit={() => setEdited(each)} />}
            </li>
          ))}
        </ul>
      )}
      {keeps && (
        <HolidayForm
          key={edited?.day ?? `new ${own.length}`}
          year={year.year}
          own={edited}
          onClose={() => setEdited(null)}
        />
      )}
    </section>
  )
}
