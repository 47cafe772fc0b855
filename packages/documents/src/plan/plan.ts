/** Draws a plan from a dispatch: topics, forms, units, duties, deadlines and links, each with the words it came from. */
import { addresseeResolver } from './addressees.ts'
import { readAttachments } from './attachments.ts'
import { readDeadlines } from './deadlines.ts'
import { readDuties } from './duties.ts'
import { readForms } from './forms.ts'
import { readLinks } from './links.ts'
import { nothingOrdered } from './nothing-ordered.ts'
import type { MakePlan, PlanAddressee } from './plan-types.ts'
import { readMoney, readQuantities } from './quantities.ts'
import { sourceOfField } from './source.ts'
import { readTopics } from './topics.ts'
import { readingWarnings, readWarnings } from './warnings.ts'

/**
 * The plan of a dispatch for the unit that received it. A proposal only: a person confirms it. Addressees are resolved
 * on the day of the context against the units it gives.
 */
export const plan: MakePlan = (tree, context) => {
  const { topics, paragraphs } = readTopics(tree)
  const orders = {
    topics,
    forms: readForms(tree, paragraphs),
    duties: readDuties(tree, paragraphs),
    deadlines: readDeadlines(tree),
    quantities: readQuantities(tree, paragraphs),
    money: readMoney(tree, paragraphs),
  }
  const nothing = nothingOrdered(tree, orders)
  if (nothing !== null) return { ...emptyPlan, warnings: [...readingWarnings(tree), nothing] }

  const resolve = addresseeResolver(context)
  const addressees = tree.addressees.flatMap((text, index): PlanAddressee[] => {
    const source = sourceOfField(tree, `addressees/${index}`)
    return source === null ? [] : [{ text, source, ...resolve(text) }]
  })
  return {
    ...orders,
    addressees,
    attachments: readAttachments(tree),
    links: readLinks(tree),
    warnings: readWarnings(tree, addressees, orders.deadlines),
  }
}

const emptyPlan = {
  topics: [],
  forms: [],
  addressees: [],
  duties: [],
  deadlines: [],
  quantities: [],
  money: [],
  attachments: [],
  links: [],
}
