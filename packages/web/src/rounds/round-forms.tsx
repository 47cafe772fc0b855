/** A round is opened by the days of the decree, or by other days; its due times may be moved. */
import { ChangeRound, type ListRounds, OpenRound, type Round, type RoundKind } from '@loa/contract/rounds'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { z } from 'zod'
import { call } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { roundWords } from '../words/rounds.ts'

type Proposed = z.output<(typeof ListRounds)['answer']>['proposed']

/** An instant as `datetime-local` takes it, in Việt Nam, and back. */
const localOf = (instant: string | null): string =>
  instant ? new Date(Date.parse(instant) + 7 * 3_600_000).toISOString().slice(0, 16) : ''
const instantOf = (local: string): string => `${local}:00+07:00`

export const OpenRoundForm = ({
  campaignId,
  proposed,
  isFirst,
}: {
  campaignId: number
  proposed: Proposed
  isFirst: boolean
}) => {
  const t = useWords(roundWords)
  const cache = useQueryClient()
  const [, change] = useFilter()
  const begin = (kind: RoundKind) => {
    const found = proposed.find((each) => each.kind === kind)
    return {
      kind,
      from: found?.from ?? '',
      to: found?.to ?? '',
      cutOff: found?.cutOff ?? '',
      dueAt: localOf(found?.dueAt ?? null),
      upDueAt: '',
    }
  }
  const [typed, setTyped] = useState(() => begin('month'))
  const [isOpen, setOpen] = useState(isFirst)
  const open = useMutation({
    mutationFn: () =>
      call(OpenRound, {
        params: { id: campaignId },
        body: {
          kind: typed.kind,
          from: typed.from || null,
          to: typed.to,
          cutOff: typed.cutOff,
          dueAt: instantOf(typed.dueAt),
          upDueAt: typed.upDueAt ? instantOf(typed.upDueAt) : null,
        },
      }),
    onSuccess: (round) => {
      cache.invalidateQueries()
      setOpen(false)
      change({ round: String(round.id) })
    },
  })
  const field = (name: 'from' | 'to' | 'cutOff' | 'dueAt' | 'upDueAt', label: string, isNeeded = true) => (
    <TextInput
      type={name === 'dueAt' || name === 'upDueAt' ? 'datetime-local' : 'date'}
      label={label}
      required={isNeeded}
      value={typed[name]}
      onChange={(event) => {
        const { value } = event.currentTarget
        setTyped((all) => ({ ...all, [name]: value }))
      }}
    />
  )
  return (
    <details
      className="panel round-form"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t.openNew}</summary>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          open.mutate()
        }}
      >
        <p className="small">{t.openHelp}</p>
        <div className="round-fields">
          <NativeSelect
            label={t.kind}
            value={typed.kind}
            onChange={(event) => setTyped(begin(event.currentTarget.value as RoundKind))}
            data={proposed.map(({ kind }) => ({ value: kind, label: t.kinds[kind] }))}
          />
          {field('from', t.from, false)}
          {field('to', t.to)}
          {field('cutOff', t.cutOffDay)}
          {field('dueAt', t.dueAt)}
          {field('upDueAt', t.upDueAt, false)}
        </div>
        {open.error && <Trouble error={open.error} />}
        <Button type="submit" variant={isFirst ? 'filled' : 'default'} loading={open.isPending}>
          {t.doOpen}
        </Button>
      </form>
    </details>
  )
}

export const ChangeDue = ({ round }: { round: Round }) => {
  const t = useWords(roundWords)
  const cache = useQueryClient()
  const [dueAt, setDue] = useState(() => localOf(round.dueAt))
  const [upDueAt, setUpDue] = useState(() => localOf(round.upDueAt))
  const save = useMutation({
    mutationFn: () =>
      call(ChangeRound, {
        params: { id: round.id },
        body: {
          version: round.version,
          dueAt: instantOf(dueAt),
          upDueAt: upDueAt ? instantOf(upDueAt) : null,
        },
      }),
    onSettled: () => cache.invalidateQueries(),
  })
  return (
    <details className="round-due">
      <summary>{t.change}</summary>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <div className="round-fields">
          <TextInput
            type="datetime-local"
            label={t.dueAt}
            required
            value={dueAt}
            onChange={(event) => setDue(event.currentTarget.value)}
          />
          <TextInput
            type="datetime-local"
            label={t.upDueAt}
            value={upDueAt}
            onChange={(event) => setUpDue(event.currentTarget.value)}
          />
        </div>
        {save.error && <Trouble error={save.error} />}
        <Button type="submit" size="xs" variant="default" loading={save.isPending}>
          {t.save}
        </Button>
      </form>
    </details>
  )
}
