/** One number opened: proved + claimed + doubted = declared → units → activities → photos. */
import { GetFigure } from '@loa/contract/figures'
import { IconX } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { instantWords } from '../shell/format.ts'
import { MoreButton } from '../shell/more.tsx'
import { Loaded } from '../shell/page.tsx'
import type { UnitsOf } from '../units/then-today.tsx'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { FigureActivities } from './figure-activities.tsx'
import { FigureSum } from './figure-sum.tsx'
import { FigureUnits, MissingUnits } from './figure-units.tsx'
import { useNumbers } from './indicator-words.ts'
import { TakenReports } from './taken-reports.tsx'
import type { OpenFigure } from './use-figure.ts'
import { usePaneFocus } from './use-pane-focus.ts'
import './figures.css'

export interface FigurePanelProps {
  campaignId: number
  figure: OpenFigure
  /** Opens another unit of the same figure; absent where the page is about one unit. */
  onUnit?: (unit: number | null) => void
  onClose: () => void
  /** By the units of then, unless the page is read by those of today. */
  units?: UnitsOf
  /** What a report says of it, and when that was taken. */
  frozen?: { declared: number; asOf: string }
}

export const FigurePanel = ({
  campaignId,
  figure,
  onUnit,
  onClose,
  units: unitsOf = 'then',
  frozen,
}: FigurePanelProps) => {
  const t = useWords(figureWords)
  const shell = useWords(shellWords)
  const { number, nameOf, unitOf } = useNumbers()
  const head = usePaneFocus(onClose)
  const params = { id: campaignId, indicator: figure.indicator }
  const query = useInfiniteQuery({
    queryKey: keyOf(GetFigure, params, figure.unit, unitsOf),
    queryFn: ({ pageParam }) =>
      call(GetFigure, {
        params,
        query: {
          units: unitsOf,
          ...(figure.unit ? { unit: figure.unit } : {}),
          ...(pageParam ? { cursor: pageParam } : {}),
        },
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const first = query.data?.pages[0]
  const title = first
    ? first.amounts === null
      ? t.apart(unitOf(first.indicator))
      : first.amounts.activities > 0
        ? t.madeOf(number(first.amounts.declared), unitOf(first.indicator))
        : `${nameOf(first.indicator)}: ${t.notReported.toLocaleLowerCase('vi')}`
    : shell.loading

  return (
    <section className="figure-panel" aria-labelledby="figure-title">
      <header>
        <div>
          <h2 id="figure-title" ref={head} tabIndex={-1}>
            {title}
          </h2>
          {first && (
            <p className="meta">
              {nameOf(first.indicator)} ({unitOf(first.indicator)})
              {first.amounts &&
                first.amounts.activities > 0 &&
                ` · ${t.activities(number(first.amounts.activities))}`}
            </p>
          )}
        </div>
        <button type="button" className="icon-button" aria-label={t.close} title={t.close} onClick={onClose}>
          <IconX size={18} aria-hidden />
        </button>
      </header>
      <Loaded query={{ ...query, data: first }}>
        {({ indicator, amounts, missing }) => {
          const units = query.data?.pages.flatMap((page) => page.units) ?? []
          const [only] = units
          return (
            <>
              {frozen && amounts && frozen.declared !== amounts.declared && figure.unit === null && (
                <p className="note">{t.frozen(number(frozen.declared), instantWords(frozen.asOf))}</p>
              )}
              {amounts === null && <p className="note">{t.notAddedWhy}</p>}
              {amounts !== null && amounts.activities > 0 && <FigureSum amounts={amounts} />}
              {figure.unit === null ? (
                <>
                  <FigureUnits units={units} onUnit={(unit) => onUnit?.(unit)} />
                  <MoreButton list={query} />
                  <MissingUnits units={missing} />
                </>
              ) : (
                <>
                  {onUnit && (
                    <nav className="crumb" aria-label={t.path}>
                      <button type="button" className="text-button" onClick={() => onUnit(null)}>
                        {t.whole}
                      </button>
                      <span aria-hidden>›</span>
                      <b>{only?.unit.fullName}</b>
                    </nav>
                  )}
                  <TakenReports taken={only?.taken ?? []} />
                  {amounts?.activities === 0 && <p className="note">{t.unitMissing}</p>}
                  {amounts?.activities !== 0 && (
                    <FigureActivities
                      filter={{ campaign: campaignId, unit: figure.unit, units: unitsOf }}
                      indicator={indicator}
                      dutyId={only?.dutyId ?? null}
                    />
                  )}
                </>
              )}
            </>
          )
        }}
      </Loaded>
    </section>
  )
}
