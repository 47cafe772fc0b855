/** Cách đánh số: one series for all types or one for each, by whose decision and from which year. */
import { GetNumbers, type Numbers, SaveNumberPlan } from '@loa/contract/numbers'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { registerWords } from '../words/registers.ts'

export const NumberPlanForm = ({
  numbers: { year, plan, nextPlan },
  mayPlan,
}: {
  numbers: Numbers
  mayPlan: boolean
}) => {
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
