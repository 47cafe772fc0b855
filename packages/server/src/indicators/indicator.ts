/** The rules of indicators. What counts something keeps its counting unit and is never deleted. Pure. */
import type { IndicatorWords, KeptIndicator } from '@loa/contract/indicators'
import { Problem } from '@loa/contract/problem'

type Kept = Pick<KeptIndicator, 'form' | 'unit' | 'aggregation' | 'decimals' | 'main' | 'uses'>
type Change = Pick<IndicatorWords, 'form' | 'unit' | 'aggregation' | 'decimals'> & {
  main: boolean
  active: boolean
}

/** @throws Problem `indicator.in-use`, `indicator.main` */
export const checkChange = (before: Kept, change: Change): void => {
  const isOther =
    before.form !== change.form ||
    before.unit !== change.unit ||
    before.aggregation !== change.aggregation ||
    // Fewer decimals would round what was recorded.
    change.decimals < before.decimals
  if (before.uses > 0 && isOther) throw new Problem('indicator.in-use', { uses: before.uses })
  // The board adds its columns up; a form without a column would not be seen.
  if (change.main && (change.aggregation !== 'sum' || !change.active)) throw new Problem('indicator.main')
  if (before.main && (!change.main || before.form !== change.form)) throw new Problem('indicator.main')
}

/** `performance-film.children-shows`: the form and its English name; with a number where that is taken. */
export const codeFor = (form: string, nameEn: string, taken: readonly string[]): string => {
  const slug = nameEn
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
  const code = `${form}.${slug || 'indicator'}`
  for (let number = 2; ; number++) {
    const tried = number === 2 ? code : `${code}-${number - 1}`
    if (!taken.includes(tried)) return tried
  }
}
