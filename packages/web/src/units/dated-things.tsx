/** What a unit has, each with its days; keepers of the directory add one and end it. */
import type { UnitNode } from '@loa/contract/units'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { todayInVietnam } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { unitWords } from '../words/units.ts'
import { useDaysWords } from './unit-days.tsx'

interface Thing<Kind extends string> {
  id: number
  kind: Kind
  words: string
  validFrom: string | null
  validTo: string | null
}

interface Words<Kind extends string> {
  title: string
  /** Said where there is none. */
  none?: string
  kinds: Record<Kind, string>
  kind: string
  words: string
  add: string
}

interface Props<Kind extends string> {
  unit: UnitNode
  things: Thing<Kind>[]
  keeps: boolean
  words: Words<Kind>
  /** The kind that is chosen at first, and how many letters the words may have. */
  usual: Kind
  longest: number
  onAdd: (thing: { kind: Kind; words: string; validFrom: string | null }) => Promise<unknown>
  onEnd: (id: number, validTo: string) => Promise<unknown>
}

export const DatedThings = <Kind extends string>(props: Props<Kind>) => {
  const { unit, things, keeps, words } = props
  const daysWords = useDaysWords()
  const [isAdding, setIsAdding] = useState(false)
  return (
    <div className="unit-contacts">
      <h3>{words.title}</h3>
      {things.length === 0 && words.none && <p className="meta">{words.none}</p>}
      <ul>
        {things.map((thing) => (
          <li key={thing.id}>
            <span className="meta">{words.kinds[thing.kind]}</span>
            <span>{thing.words}</span>
            {(thing.validFrom || thing.validTo) && <span className="meta">{daysWords(thing)}</span>}
            {keeps && thing.validTo === null && (
              <End words={thing.words} onEnd={() => props.onEnd(thing.id, lastDay(unit))} />
            )}
          </li>
        ))}
      </ul>
      {keeps &&
        (isAdding ? (
          <ThingForm {...props} onDone={() => setIsAdding(false)} />
        ) : (
          <Button size="xs" variant="default" onClick={() => setIsAdding(true)}>
            {words.add}
          </Button>
        ))}
    </div>
  )
}

/** Until today; of a unit that ended, until its last day. */
const lastDay = ({ validTo }: UnitNode): string => {
  const today = todayInVietnam()
  return validTo !== null && validTo < today ? validTo : today
}

const End = ({ words, onEnd }: { words: string; onEnd: () => Promise<unknown> }) => {
  const t = useWords(unitWords)
  const cache = useQueryClient()
  const end = useMutation({ mutationFn: onEnd, onSuccess: () => cache.invalidateQueries() })
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t.endContactLabel(words)}
        onClick={() => end.mutate()}
        loading={end.isPending}
      >
        {t.endContact}
      </Button>
      {end.error && <Trouble error={end.error} />}
    </>
  )
}

const ThingForm = <Kind extends string>({
  words,
  usual,
  longest,
  onAdd,
  onDone,
}: Props<Kind> & { onDone: () => void }) => {
  const t = useWords(unitWords)
  const shell = useWords(shellWords)
  const cache = useQueryClient()
  const kinds = Object.keys(words.kinds) as Kind[]
  const [thing, setThing] = useState({ kind: String(usual), words: '', validFrom: '' })
  const add = useMutation({
    mutationFn: () =>
      onAdd({ kind: thing.kind as Kind, words: thing.words, validFrom: thing.validFrom || null }),
    onSuccess: async () => {
      await cache.invalidateQueries()
      onDone()
    },
  })
  const field = (name: keyof typeof thing) => ({
    value: thing[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setThing((before) => ({ ...before, [name]: value }))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <form className="contact-form" onSubmit={submit}>
      <NativeSelect
        label={words.kind}
        {...field('kind')}
        data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <TextInput label={words.words} required maxLength={longest} {...field('words')} />
      <TextInput label={t.contactFrom} type="date" {...field('validFrom')} />
      <div className="form-acts">
        <Button type="submit" size="xs" loading={add.isPending}>
          {t.saveContact}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {shell.cancel}
        </Button>
      </div>
      {add.error && <Trouble error={add.error} />}
    </form>
  )
}
