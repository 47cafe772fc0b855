/** The number series of a year: how they were decided on, the last numbers, what is reserved and what is void. */
import {
  commonSeries,
  type DispatchNumber,
  GetNumbers,
  ListKeptNumbers,
  type Numbers,
  ReserveNumber,
  SaveNumberPlan,
  VoidNumber,
} from '@loa/contract/numbers'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { instantWords, todayInVietnam } from '../shell/format.ts'
import { More } from '../shell/more.tsx'
import { Loaded } from '../shell/page.tsx'
import { ReasonForm } from '../shell/reason-form.tsx'
import { useMay } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { dispatchWords } from '../words/dispatches.ts'
import { useWords } from '../words/language.tsx'
import { registerWords } from '../words/registers.ts'

/** 5 → 05, as it is printed. */
export const printed = (number: number): string => String(number).padStart(2, '0')

const useSeriesName = () => {
  const t = useWords(registerWords)
  const { types } = useWords(dispatchWords)
  return (series: string) => (series === commonSeries ? t.commonSeries : (types[series] ?? series))
}

export const NumberBook = ({ year }: { year: number }) => {
  const may = useMay()
  const query = useQuery({
    queryKey: keyOf(GetNumbers, year),
    queryFn: () => call(GetNumbers, { params: { year } }),
  })
  const isThisYear = year === Number(todayInVietnam().slice(0, 4))
  return (
    <Loaded query={query}>
      {(numbers) => (
        <div className="number-book">
          <div>
            <Series numbers={numbers} />
            <Kept year={year} state="reserved" />
            <Kept year={year} state="void" />
          </div>
          <div>
            {isThisYear && may('number.reserve') && <Reserve year={year} />}
            <Plan numbers={numbers} mayPlan={may('number.plan')} />
          </div>
        </div>
      )}
    </Loaded>
  )
}

const Series = ({ numbers: { series } }: { numbers: Numbers }) => {
  const t = useWords(registerWords)
  const nameOf = useSeriesName()
  return (
    <section className="panel" aria-labelledby="series">
      <header>
        <h2 id="series">{t.numbers}</h2>
      </header>
      {series.length === 0 ? (
        <p className="meta panel-empty">{t.emptyOut}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.series}</th>
              <th scope="col" className="number">
                {t.last}
              </th>
              <th scope="col" className="number">
                {t.kept}
              </th>
              <th scope="col" className="number">
                {t.voids}
              </th>
            </tr>
          </thead>
          <tbody>
            {series.map((each) => (
              <tr key={each.series}>
                <td>{nameOf(each.series)}</td>
                <td className="number">{printed(each.last)}</td>
                <td className="number">{each.reserved}</td>
                <td className="number">{each.void}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const useKept = (year: number, state: 'reserved' | 'void') =>
  useInfiniteQuery({
    queryKey: keyOf(ListKeptNumbers, { year, state }),
    queryFn: ({ pageParam }) =>
      call(ListKeptNumbers, { params: { year }, query: { state, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })

const Kept = ({ year, state }: { year: number; state: 'reserved' | 'void' }) => {
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

export const VoidIt = ({ number }: { number: Pick<DispatchNumber, 'id' | 'number' | 'code'> }) => {
  const t = useWords(registerWords)
  const cache = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const strike = useMutation({
    mutationFn: (reason: string) => call(VoidNumber, { params: { id: number.id }, body: { reason } }),
    onSuccess: () => cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  })
  const name = t.voidNamed(number.code ?? printed(number.number))
  if (!isOpen)
    return (
      <Button size="xs" variant="default" aria-label={name} onClick={() => setOpen(true)}>
        {t.voidAct}
      </Button>
    )
  return (
    <ReasonForm
      label={t.voidReason}
      help={t.voidHelp}
      act={t.voidAct}
      name={name}
      doing={strike}
      onStop={() => setOpen(false)}
    />
  )
}

const Reserve = ({ year }: { year: number }) => {
  const t = useWords(registerWords)
  const { types } = useWords(dispatchWords)
  const cache = useQueryClient()
  // One key for one wish: pressed again after a lost answer, it is the same number.
  const [key, setKey] = useState(() => crypto.randomUUID())
  const [type, setType] = useState('cong-van')
  const [purpose, setPurpose] = useState('')
  const reserve = useMutation({
    mutationFn: () => call(ReserveNumber, { params: { key }, body: { type, purpose } }),
    onSuccess: async () => {
      setKey(crypto.randomUUID())
      setPurpose('')
      await cache.invalidateQueries({ queryKey: keyOf(GetNumbers, year) })
      await cache.invalidateQueries({ queryKey: keyOf(ListKeptNumbers, { year, state: 'reserved' }) })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reserve.mutate()
  }
  return (
    <section className="panel" aria-labelledby="reserve">
      <header>
        <h2 id="reserve">{t.reserve}</h2>
      </header>
      <form className="registers-form" onSubmit={submit} aria-labelledby="reserve">
        <p className="meta">{t.reserveHelp}</p>
        <NativeSelect
          label={t.type}
          value={type}
          onChange={(event) => setType(event.currentTarget.value)}
          data={Object.entries(types).map(([value, label]) => ({ value, label }))}
        />
        <TextInput
          label={t.purpose}
          lang="vi"
          required
          minLength={3}
          maxLength={500}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        {reserve.error && <Trouble error={reserve.error} />}
        {reserve.data && (
          <p className="note ok" role="status">
            {t.reservedNow(printed(reserve.data.number))}
          </p>
        )}
        <div className="form-acts">
          <Button type="submit" variant="default" loading={reserve.isPending}>
            {t.reserveAct}
          </Button>
        </div>
      </form>
    </section>
  )
}

const Plan = ({ numbers: { year, plan, nextPlan }, mayPlan }: { numbers: Numbers; mayPlan: boolean }) => {
  const t = useWords(registerWords)
  const cache = useQueryClient()
  const [kind, setKind] = useState(nextPlan?.kind ?? plan.kind)
  const [fromYear, setFromYear] = useState(year + 1)
  const [act, setAct] = useState('')
  const save = useMutation({
    mutationFn: () => call(SaveNumberPlan, { params: { year: fromYear }, body: { kind, act } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: keyOf(GetNumbers, year) }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <section className="panel" aria-labelledby="plan">
      <header>
        <h2 id="plan">{t.plan}</h2>
      </header>
      <form className="registers-form" onSubmit={submit} aria-labelledby="plan">
        <p>
          <b>{t.kinds[plan.kind]}.</b>{' '}
          {plan.act === null || plan.fromYear === null ? t.planNone : t.planBy(plan.act, plan.fromYear)}
          {nextPlan && ` ${t.planNext(t.kinds[nextPlan.kind])}`}
        </p>
        {mayPlan && (
          <>
            <NativeSelect
              label={t.kind}
              value={kind}
              onChange={(event) => setKind(event.currentTarget.value === 'one' ? 'one' : 'per-type')}
              data={Object.entries(t.kinds).map(([value, label]) => ({ value, label }))}
            />
            <NativeSelect
              label={t.fromYear}
              value={String(fromYear)}
              onChange={(event) => setFromYear(Number(event.currentTarget.value))}
              data={[year, year + 1].map(String)}
            />
            <TextInput
              label={t.act}
              description={t.actHelp}
              lang="vi"
              required
              minLength={3}
              maxLength={300}
              value={act}
              onChange={(event) => setAct(event.currentTarget.value)}
            />
            {save.error && <Trouble error={save.error} />}
            {save.isSuccess && (
              <p className="note ok" role="status">
                {t.saved}
              </p>
            )}
            <div className="form-acts">
              <Button type="submit" variant="default" loading={save.isPending}>
                {t.savePlan}
              </Button>
            </div>
          </>
        )}
      </form>
    </section>
  )
}
