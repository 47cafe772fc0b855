/** An address group while it is typed. */
import type { GroupQuery } from '@loa/contract/address-groups'
import type { Picked } from './unit-picker.tsx'

export interface GroupDraft {
  name: string
  phrase: string
  query: GroupQuery
  /** Units of the query by their names. */
  named: Picked[]
}

export const emptyGroup: GroupDraft = {
  name: '',
  phrase: '',
  query: { types: [], belowUnitId: null, words: '', areas: [], exceptUnitIds: [], extraUnitIds: [] },
  named: [],
}
