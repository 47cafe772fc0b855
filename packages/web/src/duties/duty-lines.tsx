/** What the unit plans, what it declared and what is proved, line by line. */
import type { Duty } from '@loa/contract/duties'
import type { Indicator } from '@loa/contract/figures'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { OpenAmounts } from '../figures/figure-units.tsx'
import { useNumbers } from '../figures/indicator-words.ts'
import { figureHref } from '../figures/use-figure.ts'
import { ProofBar, StateBadge } from '../shell/state.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { dutyWords } from '../words/duties.ts'
import { useWords } from '../words/language.tsx'
import { DutyPlan } from './duty-plan.tsx'
import type { Part } from './use-part.ts'

export interface DutyLinesProps {
  duty: Duty
  indicators: Indicator[]
  part: Part
  isPlanning: boolean
  onPlanning: (isPlanning: boolean) => void
  onFigure: (indicator: string) => void
}

export const DutyLines = (props: DutyLinesProps) => {
  const t = useWords(dutyWords)
  const { duty, indicators, part, isPlanning, onPlanning, onFigure } = props
  const [isSaved, setSaved] = useState(false)
  return (
    <section className="panel" aria-labelledby="duty-lines">
      <header>
        <h2 id="duty-lines">{t.lines}</h2>
        {duty.lines.some(({ isGiven }) => isGiven) && (
          <Link to="/duties/$id/targets" params={{ id: String(duty.id) }} className="small">
            {t.targets}
          </Link>
        )}
        {part.mayPlan && !isPlanning && (
          <Button variant="default" size="xs" ml="auto" onClick={() => onPlanning(true)}>
            {t.editPlan}
          </Button>
        )}
      </header>
      <div role="status">{isSaved && !isPlanning && <p className="note ok">{t.saved}</p>}</div>
      {isPlanning ? (
        <DutyPlan
          duty={duty}
          indicators={indicators}
          onClose={(saved) => {
            setSaved(saved)
            onPlanning(false)
          }}
        />
      ) : (
        <Lines duty={duty} indicators={indicators} onFigure={onFigure} />
      )}
    </section>
  )
}

const Lines = ({ duty, indicators, onFigure }: Pick<DutyLinesProps, 'duty' | 'indicators' | 'onFigure'>) => {
  const t = useWords(dutyWords)
  return (
    <>
      <table className="table duty-lines">
        <thead>
          <tr>
            <th scope="col">{t.form}</th>
            <th scope="col" className="num">
              {t.planned}
            </th>
            <th scope="col" className="num">
              {t.declared}
            </th>
            <th scope="col" className="num">
              {t.proved}
            </th>
            <th scope="col">{t.bar}</th>
            <th scope="col">{t.why}</th>
          </tr>
        </thead>
        <tbody>
          {duty.lines.map((line) => {
            const indicator = indicators.find(({ code }) => code === line.indicator)
            return indicator ? (
              <Line key={line.indicator} {...{ line, indicator, onFigure, unit: duty.unit.id }} />
            ) : null
          })}
        </tbody>
      </table>
      <footer>{t.sum}</footer>
    </>
  )
}

const Line = ({
  line,
  indicator,
  unit,
  onFigure,
}: {
  line: Duty['lines'][number]
  indicator: Indicator
  unit: number
  onFigure: (indicator: string) => void
}) => {
  const t = useWords(dutyWords)
  const { number, nameOf, unitOf } = useNumbers()
  const [search] = useFilter()
  const { plan, amounts } = line
  const figure = (value: number, words: string) => (
    <a
      className="figure-link"
      href={figureHref(search, indicator.code, unit)}
      aria-label={`${nameOf(indicator)}, ${words}: ${number(value)}`}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onFigure(indicator.code)
      }}
    >
      {number(value)}
    </a>
  )
  return (
    <tr>
      <th scope="row">
        {nameOf(indicator)}
        <span className="meta">{unitOf(indicator)}</span>
      </th>
      <td className="num" data-label={t.planned}>
        {plan === null ? <span className="meta">{t.noPlan}</span> : number(plan)}
        {line.isGiven && <span className="meta"> {t.isGiven}</span>}
      </td>
      {amounts ? (
        <>
          <td className="num" data-label={t.declared}>
            {figure(amounts.declared, t.declared)}
          </td>
          <td className="num" data-label={t.proved}>
            {figure(amounts.proved, t.proved)}
          </td>
          <td className="duty-bar">
            <ProofBar amounts={amounts} plan={plan} />
          </td>
        </>
      ) : (
        <td className="hatch duty-nothing" colSpan={3} />
      )}
      <td>
        {amounts ? (
          <OpenAmounts amounts={amounts} />
        ) : (
          <StateBadge tone="missing">{t.notReported}</StateBadge>
        )}
      </td>
    </tr>
  )
}
