/** Before a number is given: one that was reserved for this document. After: the number may be struck while nothing is signed. */
import { type Dispatch, GetDispatch, NumberDispatch } from '@loa/contract/dispatches'
import { commonSeries, GetNumbers, ListKeptNumbers } from '@loa/contract/numbers'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { todayInVietnam } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { registerWords } from '../words/registers.ts'
import { printed } from './number-words.ts'
import { VoidIt } from './void-number.tsx'
import './registers.css'

export const NumberChoice = ({ dispatch }: { dispatch: Dispatch }) => {
  if (dispatch.state === 'numbered') return <Strike dispatch={dispatch} />
  return <Reserved dispatch={dispatch} />
}

const Reserved = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(registerWords)
  const cache = useQueryClient()
  const year = Number(todayInVietnam().slice(0, 4))
  const plan = useQuery({
    queryKey: keyOf(GetNumbers, year),
    queryFn: () => call(GetNumbers, { params: { year } }),
  })
  const kept = useQuery({
    queryKey: keyOf(ListKeptNumbers, { year, of: 'dispatch' }),
    queryFn: () => call(ListKeptNumbers, { params: { year }, query: { state: 'reserved', limit: 200 } }),
  })
  const give = useMutation({
    mutationFn: (reserved: number) =>
      call(NumberDispatch, { params: { id: dispatch.id }, body: { version: dispatch.version, reserved } }),
    onSuccess: (numbered) => {
      cache.setQueryData(keyOf(GetDispatch, dispatch.id), numbered)
      return cache.invalidateQueries({ queryKey: keyOf(ListKeptNumbers, { year, of: 'dispatch' }) })
    },
  })
  const series = plan.data?.plan.kind === 'one' ? commonSeries : dispatch.type
  const fitting = kept.data?.rows.filter((row) => row.series === series) ?? []
  if (fitting.length === 0) return null
  return (
    <section className="panel number-choice" aria-labelledby="reserved">
      <header>
        <h2 id="reserved">{t.useTitle}</h2>
      </header>
      <p className="meta panel-empty">{t.useHelp}</p>
      <ul className="number-rows">
        {fitting.map((row) => (
          <li key={row.id}>
            <Button size="xs" variant="default" loading={give.isPending} onClick={() => give.mutate(row.id)}>
              {t.withReserved(printed(row.number))}
            </Button>
            <span lang="vi">{row.purpose}</span>
          </li>
        ))}
      </ul>
      {give.error && <Trouble error={give.error} />}
    </section>
  )
}

const Strike = ({ dispatch: { numberId, tree, code } }: { dispatch: Dispatch }) => {
  const t = useWords(registerWords)
  if (numberId === null) return null
  return (
    <div className="number-strike">
      <span className="meta">{t.voidThis}</span>{' '}
      <VoidIt number={{ id: numberId, number: Number(tree.number), code }} />
    </div>
  )
}
