/** What the plan yields, unit by unit: old → new. A cell opens the exception of its unit. */
import type { Campaign } from '@loa/contract/campaigns'
import type { TargetCell, TargetPreview } from '@loa/contract/targets'
import type { UnitRef } from '@loa/contract/units'
import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useNumbers } from '../figures/indicator-words.ts'
import { Loaded } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { targetWords } from '../words/targets.ts'
import type { Plan, usePreview } from './use-plan.ts'

const ExceptionForm = lazy(async () => ({ default: (await import('./exception-form.tsx')).ExceptionForm }))

interface Chosen {
  unit: UnitRef
  indicator: string
}

export const PreviewTable = ({
  campaign,
  work,
  preview,
  mayEdit,
}: {
  campaign: Campaign
  work: Plan
  preview: ReturnType<typeof usePreview>
  mayEdit: boolean
}) => {
  const t = useWords(targetWords)
  const shell = useWords(shellWords)
  const { number } = useNumbers()
  const [search, change] = useFilter()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const first = preview.data?.pages[0]
  const isChangedOnly = search.show === 'changed'
  return (
    <section className="panel targets-preview" aria-labelledby="preview">
      <header>
        <h2 id="preview">{t.preview}</h2>
        {first && (
          <span className="meta">{t.previewLine(number(first.total), number(first.changed.cells))}</span>
        )}
        <Button
          size="xs"
          variant="default"
          ml="auto"
          aria-pressed={isChangedOnly}
          onClick={() => change({ show: isChangedOnly ? null : 'changed' })}
        >
          {isChangedOnly ? t.showAll : t.showChanged}
        </Button>
      </header>
      {chosen && (
        <Suspense fallback={null}>
          <ExceptionForm
            key={`${chosen.unit.id} ${chosen.indicator}`}
            campaign={campaign}
            chosen={chosen}
            exception={work.draft.exceptions.find(
              (each) => each.unitId === chosen.unit.id && each.indicator === chosen.indicator,
            )}
            onSave={(exception) => {
              work.setException(chosen.unit, chosen.indicator, exception)
              setChosen(null)
            }}
            onClose={() => setChosen(null)}
          />
        </Suspense>
      )}
      <Loaded query={{ ...preview, data: first }}>
        {({ totals }) => (
          <Matrix
            campaign={campaign}
            codes={codesOf(campaign, preview.data?.pages ?? [])}
            rows={preview.data?.pages.flatMap(({ rows }) => rows) ?? []}
            totals={totals}
            onChoose={mayEdit ? setChosen : null}
          />
        )}
      </Loaded>
      {preview.hasNextPage && (
        <footer>
          <Button
            variant="default"
            size="xs"
            onClick={() => preview.fetchNextPage()}
            loading={preview.isFetchingNextPage}
          >
            {shell.more}
          </Button>
        </footer>
      )}
    </section>
  )
}

/** A column for each indicator that something is asked of, in the order of the campaign. */
const codesOf = (campaign: Campaign, pages: TargetPreview[]): string[] => {
  const used = new Set(
    pages.flatMap(({ totals, rows }) => [
      ...Object.keys(totals),
      ...rows.flatMap(({ cells }) => Object.keys(cells)),
    ]),
  )
  return campaign.indicators.map(({ code }) => code).filter((code) => used.has(code))
}

const Matrix = ({
  campaign,
  codes,
  rows,
  totals,
  onChoose,
}: {
  campaign: Campaign
  codes: string[]
  rows: TargetPreview['rows']
  totals: TargetPreview['totals']
  onChoose: ((chosen: Chosen) => void) | null
}) => {
  const t = useWords(targetWords)
  const figures = useWords(figureWords)
  const { number, nameOf, unitOf } = useNumbers()
  const named = codes.map((code) => ({
    code,
    indicator: campaign.indicators.find((each) => each.code === code),
  }))
  if (codes.length === 0) return <p className="targets-text">{t.nothingYet}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard
    <section className="targets-scroll" tabIndex={0} aria-label={t.preview}>
      <table className="table targets-table">
        <thead>
          <tr>
            <th scope="col">{t.unit}</th>
            {named.map(({ code, indicator }) => (
              <th scope="col" className="num" key={code}>
                {indicator ? nameOf(indicator) : code}
                <span className="meta">{indicator && unitOf(indicator)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ unit, cells }) => (
            <tr key={unit.id}>
              <th scope="row" title={unit.fullName}>
                {unit.name}
              </th>
              {named.map(({ code, indicator }) => (
                <td className="num" key={code} data-label={indicator ? nameOf(indicator) : code}>
                  {onChoose ? (
                    <button
                      type="button"
                      className="text-button"
                      aria-label={`${unit.name}, ${indicator ? nameOf(indicator) : code}: ${t.setException}`}
                      onClick={() => onChoose({ unit, indicator: code })}
                    >
                      <CellWords cell={cells[code]} />
                    </button>
                  ) : (
                    <CellWords cell={cells[code]} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            {named.map(({ code }) => {
              const total = totals[code]
              return (
                <td className="num" key={code}>
                  {total === undefined ? '' : total === null ? figures.notAdded : number(total)}
                </td>
              )
            })}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

const CellWords = ({ cell }: { cell: TargetCell | undefined }) => {
  const t = useWords(targetWords)
  const { number } = useNumbers()
  const said = (value: number | null) => (value === null ? t.notAsked : number(value))
  if (!cell) return <span className="meta">{t.notAsked}</span>
  return (
    <span className={cell.isChanged ? 'target-changed' : undefined}>
      {cell.isChanged && <span className="meta">{said(cell.before)} → </span>}
      <b>{said(cell.amount)}</b>
      {cell.isException && <span className="meta"> {t.exceptionShort}</span>}
    </span>
  )
}
