/** The history of a unit: one line, and the same as a list with the legal acts; an act written by hand can be undone. */
import { UndoUnitChange } from '@loa/contract/successions'
import { GetUnitLife, type UnitLife, type UnitNode } from '@loa/contract/units'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Fragment } from 'react'
import { call, keyOf } from '../api.ts'
import { dayWords } from '../shell/format.ts'
import { Loaded } from '../shell/page.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { unitWords } from '../words/units.ts'
import { eventsOf, type LifeEvent } from './life-events.ts'
import { LifeLine } from './life-line.tsx'
import { UnitLink } from './unit-link.tsx'

export const UnitHistory = ({ unit, keeps }: { unit: UnitNode; keeps: boolean }) => {
  const t = useWords(unitWords)
  const life = useQuery({
    queryKey: keyOf(GetUnitLife, unit.id),
    queryFn: () => call(GetUnitLife, { params: { id: unit.id } }),
  })
  return (
    <section className="panel" aria-label={t.history}>
      <header>
        <h2>{t.history}</h2>
      </header>
      <Loaded query={life}>
        {(data) => (
          <div className="panel-words">
            <LifeLine life={data} name={unit.fullName} />
            {data.isCut && <p className="meta">{t.isCut}</p>}
            {data.successions.length === 0 ? (
              <p>{t.noHistory}</p>
            ) : (
              <ol className="life-list">
                {eventsOf(data.successions).map((event) => (
                  <Event key={event.key} event={event} life={data} keeps={keeps} unitId={unit.id} />
                ))}
              </ol>
            )}
          </div>
        )}
      </Loaded>
    </section>
  )
}

interface EventProps {
  event: LifeEvent
  life: UnitLife
  keeps: boolean
  unitId: number
}

const Event = ({ event: { kind, from, to, act, effectiveOn, undo }, life, keeps, unitId }: EventProps) => {
  const t = useWords(unitWords)
  const names = (parts: { id: number; share: 'full' | 'partial' }[]) =>
    parts.map(({ id, share }, index) => {
      const unit = life.units.find((each) => each.id === id)
      return (
        unit && (
          <Fragment key={id}>
            {index > 0 && ', '}
            <UnitLink id={id} isCurrent={id === unitId}>
              <span lang="vi">{unit.fullName}</span>
            </UnitLink>
            {share === 'partial' && ` (${t.shares.partial})`}
          </Fragment>
        )
      )
    })
  return (
    <li>
      <b className="life-day">{dayWords(effectiveOn)}</b>
      <div>
        <p>
          {t.kinds[kind]}: {names(from)} → {to.length === 0 ? t.nobodyFollows : names(to)}
        </p>
        <p className="meta" lang="vi">
          {act || t.noAct}
        </p>
      </div>
      {keeps && undo !== null && (
        <Undo
          changeId={undo}
          what={`${t.kinds[kind]} ${dayWords(effectiveOn)}`}
          from={from[0]?.id ?? unitId}
        />
      )}
    </li>
  )
}

const Undo = ({ changeId, what, from }: { changeId: number; what: string; from: number }) => {
  const t = useWords(unitWords)
  const cache = useQueryClient()
  const [, change] = useFilter()
  const undo = useMutation({
    mutationFn: () => call(UndoUnitChange, { params: { id: changeId }, body: {} }),
    onSuccess: () => {
      // The unit that is shown may be one that the act began, and so is gone.
      change({ unit: String(from) })
      cache.invalidateQueries()
    },
  })
  return (
    <div className="life-undo">
      <Button
        size="xs"
        variant="default"
        aria-label={t.undoLabel(what)}
        onClick={() => undo.mutate()}
        loading={undo.isPending}
      >
        {t.undo}
      </Button>
      {undo.error && <Trouble error={undo.error} />}
    </div>
  )
}
