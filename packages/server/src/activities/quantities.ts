/** What an activity counts: several quantities of one form, each in its own counting unit. Pure. */
import type { GivenQuantity, Quantity } from '@loa/contract/activities'
import type { Indicator } from '@loa/contract/figures'
import type { Form } from '@loa/contract/plans'
import { Problem } from '@loa/contract/problem'
import type { z } from 'zod'

type Given = z.output<typeof GivenQuantity>

/** As sent now, or the one quantity of an app that knew of no more. @throws Problem `request.invalid` */
export const givenQuantities = (input: {
  quantities?: Given[] | undefined
  indicator?: string | undefined
  quantity?: number | undefined
}): Given[] => {
  if (input.quantities) return input.quantities
  if (input.indicator !== undefined && input.quantity !== undefined)
    return [
      {
        indicator: input.indicator,
        quantity: input.quantity,
        outOf: null,
        qualifier: 'exact',
        things: [],
      },
    ]
  throw new Problem('request.invalid', {}, [{ path: 'body.quantities', message: 'required' }])
}

/**
 * Counting units never mix: one form, each indicator once. Things counted by name count once, whatever number was sent.
 * @throws Problem `activity.wrong-indicator`, `activity.mixed-forms`, `activity.wrong-quantity`
 */
export const checkQuantities = (
  given: Given[],
  indicators: readonly Pick<Indicator, 'code' | 'form' | 'aggregation' | 'decimals' | 'name'>[],
): { form: Form; quantities: Quantity[] } => {
  const known = new Map(indicators.map((indicator) => [indicator.code, indicator]))
  const strange = given.filter(({ indicator }) => !known.has(indicator)).map(({ indicator }) => indicator)
  if (strange.length > 0) throw new Problem('activity.wrong-indicator', { indicator: strange.join(', ') })
  const forms = new Set(given.map(({ indicator }) => known.get(indicator)?.form))
  const [form] = forms
  if (!form || forms.size > 1) throw new Problem('activity.mixed-forms', { forms: [...forms].join(', ') })

  const seen = new Set<string>()
  const quantities = given.map((quantity, index): Quantity => {
    const indicator = known.get(quantity.indicator)
    const wrong = (why: string) =>
      new Problem('activity.wrong-quantity', { indicator: indicator?.name ?? quantity.indicator, why }, [
        { path: `body.quantities.${index}`, message: why },
      ])
    if (!indicator || seen.has(quantity.indicator)) throw wrong('twice')
    seen.add(quantity.indicator)
    if (Number(quantity.quantity.toFixed(indicator.decimals)) !== quantity.quantity) throw wrong('decimals')
    if (indicator.aggregation === 'distinct') {
      const things = eachOnce(quantity.things)
      if (things.length === 0) throw wrong('things')
      return { ...quantity, quantity: things.length, outOf: null, things }
    }
    if (indicator.aggregation === 'ratio') {
      if (quantity.outOf === null || quantity.outOf < quantity.quantity) throw wrong('outOf')
      return { ...quantity, things: [] }
    }
    return { ...quantity, outOf: null, things: [] }
  })
  return { form, quantities }
}

/** "34C-123.45" and "34c 12345 " are one car. */
const sameThing = (name: string): string =>
  name
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[\s.,-]+/gu, '')

const eachOnce = (things: readonly string[]): string[] => {
  const named = new Map<string, string>()
  for (const thing of things) {
    const key = sameThing(thing)
    if (key && !named.has(key)) named.set(key, thing.normalize('NFC').trim())
  }
  return [...named.values()]
}

/** Word for word the same numbers. */
export const isSameQuantities = (a: readonly Quantity[], b: readonly Quantity[]): boolean =>
  JSON.stringify(a.map(inOrder)) === JSON.stringify(b.map(inOrder))

const inOrder = ({ indicator, quantity, outOf, qualifier, things }: Quantity) => [
  indicator,
  quantity,
  outOf,
  qualifier,
  things,
]
