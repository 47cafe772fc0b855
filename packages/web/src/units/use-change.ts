/** The change being typed: kept here, previewed and written; a preview holds until something is typed again. */
import { ChangeUnits, PreviewUnitChange } from '@loa/contract/successions'
import { GetUnit, type SuccessionKind, successionKinds } from '@loa/contract/units'
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { todayInVietnam } from '../shell/format.ts'
import { useFilter } from '../shell/use-filter.ts'
import { bodyOf, type ChangeDraft, emptyTarget, endingUnits, withKind } from './change-draft.ts'
import type { ChosenUnit } from './unit-pane.tsx'
import { branchQuery } from './use-units.ts'

/** The unit that the address names, if it names one. */
export const useNamedUnit = () => {
  const [search] = useFilter()
  const id = Number(search.unit ?? 0)
  const query = useQuery({
    queryKey: keyOf(GetUnit, id, 'change'),
    queryFn: () => call(GetUnit, { params: { id } }),
    enabled: id > 0,
  })
  return id > 0 ? query : { ...query, data: null }
}

export const kindIn = (word: string | undefined): SuccessionKind =>
  successionKinds.find((kind) => kind === word) ?? 'merge'

/** What is known of the unit stands in the fields already. */
export const draftFor = (named: ChosenUnit | null, kind: SuccessionKind): ChangeDraft => {
  const parent = named?.above.at(-1) ?? null
  const { code, name, fullName, type } = named?.unit ?? { code: '', name: '', fullName: '', type: '' }
  const isSame = kind === 'rename' || kind === 're-parent'
  const target = isSame
    ? { ...emptyTarget(0), code, name, fullName, type, parent }
    : { ...emptyTarget(0), type, parent }
  const draft: ChangeDraft = {
    kind,
    from: named ? [named.unit] : [],
    into: [target],
    act: '',
    effectiveOn: todayInVietnam(),
    children: {},
    carry: {},
  }
  const whole = withKind(draft, kind)
  return {
    ...whole,
    into: whole.into.map((each) => ({ ...each, type: each.type || type, parent: each.parent ?? parent })),
  }
}

export const useChange = (first: ChangeDraft) => {
  const [draft, setDraft] = useState(first)
  const cache = useQueryClient()
  const navigate = useNavigate()
  const ending = endingUnits(draft)
  const branches = useQueries({ queries: ending.map(({ code }) => branchQuery(draft.effectiveOn, code)) })
  const below = branches
    .flatMap(({ data }) => data ?? [])
    .filter(({ id }) => !draft.from.some((unit) => unit.id === id))
  const body = () =>
    bodyOf(
      draft,
      below.map(({ id }) => id),
    )
  const preview = useMutation({
    mutationFn: () => call(PreviewUnitChange, { body: body(), idempotencyKey: '' }),
  })
  const save = useMutation({
    mutationFn: () => call(ChangeUnits, { body: body() }),
    onSuccess: async ({ begun }) => {
      await cache.invalidateQueries()
      const unit = begun[0]?.id ?? draft.from[0]?.id
      navigate({
        to: '/units',
        search: { on: draft.effectiveOn, ...(unit ? { unit: String(unit) } : {}) } as never,
      })
    },
  })
  return {
    draft,
    below,
    preview,
    save,
    edit: (change: Partial<ChangeDraft>) => {
      setDraft((before) => ({ ...before, ...change }))
      preview.reset()
      save.reset()
    },
    /** Who keeps a role is chosen in the preview itself. */
    carry: (carry: ChangeDraft['carry']) => setDraft((before) => ({ ...before, carry })),
    setKind: (kind: SuccessionKind) => {
      setDraft((before) => withKind(before, kind))
      preview.reset()
      save.reset()
    },
  }
}
