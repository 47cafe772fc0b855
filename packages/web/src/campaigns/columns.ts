/** One column a form: it shows one indicator of the form at a time, since counting units are never mixed. */
import type { Campaign } from '@loa/contract/campaigns'
import type { Indicator } from '@loa/contract/figures'
import type { Search } from '../shell/use-filter.ts'

export interface Column {
  form: Indicator['form']
  shown: Indicator
  choices: Indicator[]
}

/** `?visual=visual.panel-area` shows another indicator of the form `visual`. */
export const columnsOf = (campaign: Campaign, search: Search): Column[] =>
  campaign.forms.flatMap(({ form }) => {
    const choices = campaign.indicators.filter((indicator) => indicator.form === form)
    const shown =
      choices.find((indicator) => indicator.code === search[form]) ??
      choices.find((indicator) => indicator.main) ??
      choices[0]
    return shown ? [{ form, shown, choices }] : []
  })
