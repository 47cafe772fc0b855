/** Draws a plan from a dispatch: topics, forms, units, duties, deadlines and links, each with the words it came from. */
import { resolveAddressee } from './addressees.ts'
import { readDeadlines, readDuties } from './duties.ts'
import { readForms } from './forms.ts'
import { readLinks } from './links.ts'
import type { MakePlan, PlanAddressee } from './plan-types.ts'
import { sourceOfField } from './source.ts'
import { readTopics } from './topics.ts'
import { readWarnings } from './warnings.ts'

/**
 * The plan of a dispatch for the unit that received it. A proposal only: a person confirms it. Addressees are resolved
 * on the day of the context against the units it gives.
 */
export const plan: MakePlan = (tree, context) => {
  const { topics, paragraphs } = readTopics(tree)
  const addressees = tree.addressees.flatMap((text, index): PlanAddressee[] => {
    const source = sourceOfField(tree, `addressees/${index}`)
    return source === null ? [] : [{ text, source, ...resolveAddressee(text, context) }]
  })
  const deadlines = readDeadlines(tree)
  return {
    topics,
    forms: readForms(tree, paragraphs),
    addressees,
    duties: readDuties(tree, paragraphs),
    deadlines,
    links: readLinks(tree),
    warnings: readWarnings(tree, addressees, deadlines),
  }
}
