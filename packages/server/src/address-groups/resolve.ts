/** Addressees whose words are those of a saved group get the units of the group on that day. */
import type { PlanAddressee } from '@loa/documents'
import type { Database } from '../database/database.ts'
import { cleanPhrase, membersOf } from './address-group.ts'
import { groundOf, groupsForPhrases } from './queries.ts'

export type GroupedAddressee = PlanAddressee & { group?: { id: number; name: string } }

/** What the words alone would have meant stays as another reading. A group that is empty on the day says nothing. */
export const withGroups = async (
  db: Database,
  addressees: PlanAddressee[],
  { owners, on }: { owners: number[]; on: string },
): Promise<GroupedAddressee[]> => {
  const found = await groupsForPhrases(
    db,
    owners,
    addressees.map(({ text }) => cleanPhrase(text)),
  )
  const grouped: GroupedAddressee[] = [...addressees]
  for (const { id, name, query, place } of found) {
    const addressee = addressees[place - 1]
    const members = membersOf(query, await groundOf(db, query.words, on)).in
    if (!addressee || members.length === 0) continue
    const read = addressee.units.length > 0 ? [{ reading: addressee.text, units: addressee.units }] : []
    grouped[place - 1] = {
      ...addressee,
      units: members.map(({ code, validFrom, fullName }) => ({ code, validFrom, name: fullName })),
      alternatives: [...read, ...addressee.alternatives],
      group: { id, name },
    }
  }
  return grouped
}
