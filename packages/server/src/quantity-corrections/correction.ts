/** What a correction may say of a number. Pure. */
import type { Activity, Quantity } from '@loa/contract/activities'
import type { Indicator } from '@loa/contract/figures'
import { Problem } from '@loa/contract/problem'

interface Given {
  indicator: string
  quantity: number
  outOf?: number | undefined
  things: string[]
  reason: string
}
export type Corrected = Pick<Quantity, 'indicator' | 'quantity' | 'outOf' | 'things'> & { reason: string }

/**
 * Another number of the same thing, in the same counting unit, also none of it. Words like "hơn" stay with what people
 * typed: a number put right is said exactly.
 * @throws Problem `activity.reason-missing`, `activity.wrong-indicator`, `activity.wrong-quantity`
 */
export const correct = (
  activity: Pick<Activity, 'quantities'>,
  counting: Pick<Indicator, 'name' | 'aggregation' | 'decimals'>,
  { indicator, quantity, outOf, things, reason }: Given,
): Corrected => {
  const typed = activity.quantities.find((each) => each.indicator === indicator)
  if (!typed) throw new Problem('activity.wrong-indicator', { indicator: counting.name })
  if (!reason) throw new Problem('activity.reason-missing')
  const wrong = (why: string) =>
    new Problem('activity.wrong-quantity', { indicator: counting.name, why }, [
      { path: 'body.quantity', message: why },
    ])
  if (counting.aggregation === 'distinct')
    return { indicator, quantity: things.length, outOf: null, things, reason }
  if (Number(quantity.toFixed(counting.decimals)) !== quantity) throw wrong('decimals')
  if (counting.aggregation !== 'ratio') return { indicator, quantity, outOf: null, things: [], reason }
  const whole = outOf ?? typed.outOf
  if (whole === null || whole < quantity) throw wrong('outOf')
  return { indicator, quantity, outOf: whole, things: [], reason }
}
