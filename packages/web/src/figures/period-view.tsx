/** The table of a period as it was asked for, its CSV, and the pane of what one number is made of. */

import { csvOf } from '@loa/contract/csv'
import type { Indicator } from '@loa/contract/figures'
import type { GetPeriodFigures } from '@loa/contract/period-figures'
import { codeOfPeriod, rangeWords } from '@loa/contract/period-names'
import type { Period } from '@loa/contract/periods'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { MoreButton } from '../shell/more.tsx'
import { Empty } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { Parts } from '../units/parts.tsx'
import { useUnitsOf } from '../units/then-today.tsx'
import { useLanguage, useWords } from '../words/language.tsx'
import { periodFigureWords } from '../words/period-figures.ts'
import { useNumbers } from './indicator-words.ts'
import { PeriodActivities } from './period-activities.tsx'
import { lineOf, type Said } from './period-line.ts'
import { PeriodTable, type TableLine } from './period-table.tsx'

type Answer = z.output<(typeof GetPeriodFigures)['answer']>

export const PeriodView = ({
  pages,
  period,
  list,
}: {
  pages: Answer[]
  period: Period
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}) => {
  const t = useWords(periodFigureWords)
  const { language } = useLanguage()
  const { nameOf, unitOf, number } = useNumbers()
  const [search, change] = useFilter()
  const units = useUnitsOf()
  const [first] = pages
  if (!first) return null
  const indicator = search.indicator
    ? first.indicators.find(({ code }) => code === search.indicator)
    : undefined
  const rows = pages.flatMap((page) => page.rows)
  const lines: TableLine[] = indicator
    ? rows.map(({ unit, parts, cells }) => {
        const line = lineOf(cells[indicator.code])
        return {
          key: String(unit.id),
          name: unit.name,
          title: unit.fullName,
          note: <Parts unit={unit} parts={parts} />,
          line,
          opens: line.declared === null ? null : { unit: String(unit.id) },
          opensWords: t.openActivities(unit.fullName),
        }
      })
    : first.indicators.map((each) => ({
        key: each.code,
        name: nameOf(each),
        countingUnit: unitOf(each),
        line: lineOf(first.totals[each.code]),
        opens: { indicator: each.code },
        opensWords: t.openUnits(nameOf(each)),
      }))
  const total: TableLine | null = indicator
    ? {
        key: 'total',
        name: t.total,
        line: lineOf(first.totals[indicator.code]),
        opens: null,
        opensWords: '',
      }
    : null
  if (!indicator && first.indicators.length === 0)
    return (
      <Empty
        title={t.empty}
        help={t.emptyHelp}
        action={
          <Button component={Link} to="/campaigns">
            {t.toCampaigns}
          </Button>
        }
      />
    )
  const chosen = rows.find(({ unit }) => String(unit.id) === search.unit)?.unit
  return (
    <div className={indicator && chosen ? 'period-panes' : undefined}>
      <div>
        <div className="period-head">
          {indicator && (
            <IndicatorCrumb indicator={indicator} onAll={() => change({ indicator: null, unit: null })} />
          )}
          <span className="meta">{t.reporting(number(first.reporting), number(first.total))}</span>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={() =>
              saveCsv(
                `${t.csvName}-${codeOfPeriod(period)}${indicator ? `-${indicator.code}` : ''}.csv`,
                csvRows({ lines, total, indicator, t, nameOf, unitOf }),
              )
            }
          >
            {t.csv}
          </Button>
        </div>
        <PeriodTable
          head={indicator ? t.unit : t.indicator}
          lines={lines}
          total={total}
          hasUnit={indicator === undefined}
        />
        <MoreButton list={list} />
        <p className="meta">
          {t.rules(rangeWords(first.sinceNewYear, language), rangeWords(first.lastYear, language))}{' '}
          {first.campaign && t.topicRule}
        </p>
      </div>
      {indicator && chosen && (
        <PeriodActivities
          indicator={indicator}
          unitName={chosen.name}
          filter={{
            unit: chosen.id,
            units,
            owner: first.owner.id,
            ...first.period,
            ...(first.campaign ? { campaign: first.campaign.id } : {}),
            ...(first.campaign && search.topic ? { topic: Number(search.topic) } : {}),
          }}
          onClose={() => change({ unit: null })}
        />
      )}
    </div>
  )
}

const IndicatorCrumb = ({ indicator, onAll }: { indicator: Indicator; onAll: () => void }) => {
  const t = useWords(periodFigureWords)
  const { nameOf, unitOf } = useNumbers()
  return (
    <nav className="crumb" aria-label={t.indicator}>
      <button type="button" className="text-button" onClick={onAll}>
        {t.allIndicators}
      </button>
      <span aria-hidden>›</span>
      <b>
        {nameOf(indicator)} ({unitOf(indicator)})
      </b>
    </nav>
  )
}

/** What the table shows, in the same order; numbers as numbers. */
const csvRows = ({
  lines,
  total,
  indicator,
  t,
  nameOf,
  unitOf,
}: {
  lines: TableLine[]
  total: TableLine | null
  indicator: Indicator | undefined
  t: typeof periodFigureWords.vi
  nameOf: (indicator: Indicator) => string
  unitOf: (indicator: Indicator) => string
}) => {
  const said = (value: Said) => (value === 'apart' ? t.notAdded : value)
  const head = [
    indicator ? t.unit : t.indicator,
    t.countingUnit,
    ...[t.plan, t.amount, t.proved, t.sinceNewYear, t.ofPlan, t.lastYear, t.against],
  ]
  const rows = [...lines, ...(total ? [total] : [])].map(({ name, title, countingUnit, line }) => [
    title ?? name,
    countingUnit ?? (indicator ? `${nameOf(indicator)} (${unitOf(indicator)})` : ''),
    line.plan,
    said(line.declared),
    said(line.proved),
    said(line.sinceNewYear),
    line.ofPlan,
    said(line.lastYear),
    line.against,
  ])
  return [head, ...rows]
}

const saveCsv = (name: string, rows: (string | number | null)[][]) => {
  const address = URL.createObjectURL(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
