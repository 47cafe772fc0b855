/** A change of the directory while it is typed, and as it is sent. Pure. */
import type { PreviewUnitChange } from '@loa/contract/successions'
import type { SuccessionKind } from '@loa/contract/units'
import type { z } from 'zod'
import type { Picked } from './unit-picker.tsx'

export interface TargetDraft {
  /** A number of its own, so that what is typed stays with its fields when another one is taken out. */
  key: number
  existing: Picked | null
  isNew: boolean
  code: string
  name: string
  fullName: string
  type: string
  parent: (Pick<Picked, 'code' | 'fullName'> & { id: number }) | null
  share: 'full' | 'partial'
}

export interface ChangeDraft {
  kind: SuccessionKind
  from: Picked[]
  into: TargetDraft[]
  act: string
  effectiveOn: string
  /** Unit → code that it goes below. */
  children: Record<number, string>
  /** Person, unit and role → place in `into`. */
  carry: Record<string, number>
}

type Body = z.input<(typeof PreviewUnitChange)['body']>

export const emptyTarget = (key: number): TargetDraft => ({
  key,
  existing: null,
  isNew: true,
  code: '',
  name: '',
  fullName: '',
  type: '',
  parent: null,
  share: 'partial',
})

/** As many receiving units as the kind of change takes; what was typed stays where it can. */
export const withKind = (draft: ChangeDraft, kind: SuccessionKind): ChangeDraft => {
  const least = kind === 'abolish' ? 0 : kind === 'split' ? 2 : 1
  const most = kind === 'split' ? draft.into.length : least
  const kept = draft.into.slice(0, Math.max(least, most))
  const next = Math.max(0, ...draft.into.map(({ key }) => key)) + 1
  const added = Array.from({ length: Math.max(0, least - kept.length) }, (_, index) =>
    emptyTarget(next + index),
  )
  const from = kind === 'merge' || kind === 'abolish' ? draft.from : draft.from.slice(0, 1)
  const isFixed = kind === 'rename' || kind === 're-parent'
  const into = [...kept, ...added].map((target) => (isFixed ? { ...target, isNew: true } : target))
  return { ...draft, kind, from, into }
}

/** Codes of units that stand there after the change. */
export const codesAfter = ({ kind, from, into }: ChangeDraft): { code: string; fullName: string }[] => {
  if (kind === 're-parent') return from
  return into.flatMap((target) => {
    const unit = target.isNew ? target : target.existing
    return unit && unit.code !== '' ? [{ code: unit.code, fullName: unit.fullName }] : []
  })
}

/** Units whose code ends with them: what stands below must go somewhere. */
export const endingUnits = (draft: ChangeDraft): Picked[] => {
  const alive = new Set(draft.into.flatMap(({ isNew, code }) => (isNew ? [code] : [])))
  return draft.kind === 're-parent' ? [] : draft.from.filter(({ code }) => !alive.has(code))
}

/** @param below ids of the units below those that end; what was chosen for others before is not sent */
export const bodyOf = (draft: ChangeDraft, below: number[]): Body => ({
  kind: draft.kind,
  from: draft.from.map(({ id }) => id),
  into: draft.into.map(({ existing, isNew, code, name, fullName, type, parent, share }) =>
    isNew
      ? { code: code.trim(), name, fullName, type, parentCode: parent?.code ?? null, share }
      : { unitId: existing?.id, share },
  ),
  act: draft.act,
  effectiveOn: draft.effectiveOn,
  children: below.flatMap((unitId) => {
    const parentCode = draft.children[unitId]
    return parentCode ? [{ unitId, parentCode }] : []
  }),
  carryRoles: Object.entries(draft.carry).flatMap(([key, into]) => {
    const [personId = '', unitId = '', role = ''] = key.split(' ')
    const isKnown = draft.from.some(({ id }) => String(id) === unitId) && into < draft.into.length
    return isKnown
      ? [
          {
            personId,
            unitId: Number(unitId),
            role: role as NonNullable<Body['carryRoles']>[number]['role'],
            into,
          },
        ]
      : []
  }),
})

export const carryKey = ({ personId, unitId, role }: { personId: string; unitId: number; role: string }) =>
  `${personId} ${unitId} ${role}`
