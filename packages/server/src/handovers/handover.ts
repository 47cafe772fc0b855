/** The rules by which the duty of a unit that has ended goes on. Pure. */
import type { Handover } from '@loa/contract/handovers'
import { Problem } from '@loa/contract/problem'

/**
 * A duty goes whole to one unit: never cut, never doubled. Where the old unit was divided, one of those that follow it is
 * chosen; where nobody follows, any unit of the day may be.
 * @throws Problem `handover.decided` when somebody chose another already, `handover.not-a-successor`
 */
export const decide = (
  { successors, to, decidedBy }: Pick<Handover, 'successors' | 'to' | 'decidedBy'>,
  toUnitId: number,
): void => {
  if (to !== null && to.id !== toUnitId)
    throw new Problem('handover.decided', { unit: to.fullName, who: decidedBy?.name ?? null })
  if (successors.length > 0 && !successors.some(({ unit }) => unit.id === toUnitId))
    throw new Problem('handover.not-a-successor', {
      units: successors.map(({ unit }) => unit.fullName).join('; '),
    })
}
