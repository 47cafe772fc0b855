/** What one unit did by one indicator in a period: each activity with its photos. Esc closes it. */
import { ListActivities } from '@loa/contract/activities'
import type { Indicator } from '@loa/contract/figures'
import { IconX } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { call, keyOf } from '../api.ts'
import { MoreButton } from '../shell/more.tsx'
import { Loaded } from '../shell/page.tsx'
import { useWords } from '../words/language.tsx'
import { periodFigureWords } from '../words/period-figures.ts'
import { FigureActivity } from './figure-activities.tsx'

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
  const head = useRef<HTMLHeadingElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    head.current?.focus()
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close.current()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const asked = { ...filter, indicator: indicator.code, limit: 20 }
  const query = useInfiniteQuery({
    queryKey: keyOf(ListActivities, asked),
    queryFn: ({ pageParam }) =>
      call(ListActivities, { query: { ...asked, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
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
      <Loaded query={query}>
        {({ pages }) => (
          <>
            <ul className="figure-activities">
              {pages
                .flatMap((page) => page.rows)
                .map((activity) => (
                  <FigureActivity key={activity.id} activity={activity} indicator={indicator} />
                ))}
            </ul>
            <MoreButton list={query} />
          </>
        )}
      </Loaded>
    </section>
  )
}
