/** Numbers of a year that are reserved, or void. */
import { ListKeptNumbers } from '@loa/contract/numbers'
import { useInfiniteQuery } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { instantWords } from '../shell/format.ts'
import { More } from '../shell/more.tsx'
import { useMay } from '../shell/session.ts'
import { useWords } from '../words/language.tsx'
import { registerWords } from '../words/registers.ts'
import { printed, useSeriesName } from './number-words.ts'
import { VoidIt } from './void-number.tsx'

const useKept = (year: number, state: 'reserved' | 'void') =>
  useInfiniteQuery({
    queryKey: keyOf(ListKeptNumbers, { year, state }),
    queryFn: ({ pageParam }) =>
      call(ListKeptNumbers, { params: { year }, query: { state, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

export const KeptNumbers = ({ year, state }: { year: number; state: 'reserved' | 'void' }) => {
  const t = useWords(registerWords)
  const nameOf = useSeriesName()
  const list = useKept(year, state)
  const mayVoid = useMay()('number.void') && state === 'reserved'
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? []
  const title = state === 'void' ? t.voids : t.kept
  return (
    <section className="panel" aria-labelledby={state}>
      <header>
        <h2 id={state}>{title}</h2>
        <span className="count">{list.data?.pages[0]?.total ?? ''}</span>
      </header>
      {rows.length === 0 && <p className="meta panel-empty">{state === 'void' ? t.voidsNone : t.keptNone}</p>}
      <ul className="number-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <b>{row.code ?? printed(row.number)}</b>
            <span lang="vi">{row.reason ?? row.purpose}</span>
            <span className="meta">
              {nameOf(row.series)} · {t.by(row.takenBy ?? 'Loa', instantWords(row.takenAt))}
            </span>
            {mayVoid && <VoidIt number={row} />}
          </li>
        ))}
      </ul>
      <More list={list} />
    </section>
  )
}
