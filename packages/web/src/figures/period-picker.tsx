/** Calendar, kind, year and number of a period, or two days; what is chosen stands in the address. */

import { addDays } from '@loa/contract/days'
import { codeOfPeriod, periodName } from '@loa/contract/period-names'
import {
  type Calendar,
  isoWeek,
  type NamedPeriod,
  type Period,
  periodOf,
  previous,
  rangePeriod,
  type YearPart,
  yearPart,
  yearParts,
} from '@loa/contract/periods'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLanguage, useWords } from '../words/language.tsx'
import { periodFigureWords } from '../words/period-figures.ts'

const counts: Record<YearPart, number> = { month: 12, quarter: 4, half: 2, 'nine-months': 1, year: 1 }

export const PeriodPicker = ({
  period,
  today,
  hasCampaign,
  onChange,
}: {
  period: Period
  today: string
  hasCampaign: boolean
  onChange: (code: string) => void
}) => {
  const t = useWords(periodFigureWords)
  const { language } = useLanguage()
  const choose = (chosen: Period) => onChange(codeOfPeriod(chosen))
  const calendar = period.kind === 'range' || period.kind === 'campaign' ? period.kind : period.calendar
  const onCalendar = (wanted: string) => {
    // Where the period lies now, as far as the other calendar has one there.
    const day = period.to < today ? period.to : today
    if (wanted === 'campaign') onChange('campaign')
    else if (wanted === 'range') choose(rangePeriod(period))
    else if (wanted === 'iso') choose(periodOf(day, 'week', 'calendar') ?? period)
    else {
      const kind =
        period.kind === 'range' || period.kind === 'campaign' || period.kind === 'week'
          ? 'month'
          : period.kind
      choose(
        periodOf(day, kind, wanted as Calendar) ??
          yearPart(wanted as Calendar, kind, Number(day.slice(0, 4))),
      )
    }
  }
  return (
    <>
      <NativeSelect
        label={t.calendar}
        value={calendar}
        onChange={(event) => onCalendar(event.currentTarget.value)}
        data={(
          [
            'administrative',
            'calendar',
            'iso',
            ...(hasCampaign ? (['campaign'] as const) : []),
            'range',
          ] as const
        ).map((value) => ({ value, label: t.calendars[value] }))}
      />
      {period.kind === 'range' && (
        <RangeFields key={codeOfPeriod(period)} period={period} onChange={choose} />
      )}
      {period.kind !== 'range' && period.kind !== 'campaign' && (
        <>
          {period.kind !== 'week' && (
            <NativeSelect
              label={t.kind}
              value={period.kind}
              onChange={(event) => {
                const kind = event.currentTarget.value as YearPart
                choose(
                  periodOf(period.to, kind, period.calendar) ?? yearPart(period.calendar, kind, period.year),
                )
              }}
              data={yearParts.map((value) => ({ value, label: t.kinds[value] }))}
            />
          )}
          <NativeSelect
            label={t.number}
            value={codeOfPeriod(period)}
            onChange={(event) => onChange(event.currentTarget.value)}
            data={around(period).map((each) => ({
              value: codeOfPeriod(each),
              label: periodName(each, language),
            }))}
          />
          <Button variant="default" onClick={() => choose(previous(period))}>
            {t.before}
          </Button>
          <Button variant="default" onClick={() => choose(following(period))}>
            {t.after}
          </Button>
        </>
      )}
    </>
  )
}

const following = (period: NamedPeriod): Period => {
  if (period.kind === 'nine-months') return yearPart(period.calendar, period.kind, period.year + 1)
  const day = addDays(period.to, 1)
  return periodOf(day, period.kind, period.kind === 'week' ? 'calendar' : period.calendar) ?? period
}

/** Those of the same year, or the years around it. */
const around = (period: NamedPeriod): NamedPeriod[] => {
  if (period.kind === 'week')
    return Array.from({ length: 53 }, (_, index) => index + 1).flatMap((number) => {
      const week = periodOf(addDays(isoWeek(period.year, 1).from, (number - 1) * 7), 'week', 'calendar')
      return week?.year === period.year ? [week] : []
    })
  const count = counts[period.kind]
  if (count > 1)
    return Array.from({ length: count }, (_, index) =>
      yearPart(period.calendar, period.kind as YearPart, period.year, index + 1),
    )
  return [-4, -3, -2, -1, 0, 1].map((years) =>
    yearPart(period.calendar as Calendar, period.kind as YearPart, period.year + years),
  )
}

const RangeFields = ({ period, onChange }: { period: Period; onChange: (period: Period) => void }) => {
  const t = useWords(periodFigureWords)
  const [days, setDays] = useState({ from: period.from, to: period.to })
  const isWrong = !days.from || !days.to || days.from > days.to
  const change = (part: Partial<typeof days>) => {
    const next = { ...days, ...part }
    setDays(next)
    if (next.from && next.to && next.from <= next.to) onChange(rangePeriod(next))
  }
  return (
    <>
      <TextInput
        type="date"
        label={t.from}
        value={days.from}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t.to}
        value={days.to}
        error={isWrong ? t.wrongRange : undefined}
        onChange={(event) => change({ to: event.currentTarget.value })}
      />
    </>
  )
}
