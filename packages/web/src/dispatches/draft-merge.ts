/** What two people typed into one draft. Pure. */
import { mergedBody } from './body-merge.ts'
import { type DraftFields, type FieldName, fieldNames, isChanged } from './draft-fields.ts'

export interface Beside {
  name: Exclude<FieldName, 'body'>
  theirs: string
}

/** The new version, with one's own words wherever one has typed; in the body paragraph by paragraph. `base`: what it differs from now. */
export const mergedWith = (
  fresh: DraftFields,
  base: DraftFields,
  mine: DraftFields,
): { base: DraftFields; fields: DraftFields; kept: FieldName[]; beside: Beside[] } => {
  const kept = fieldNames.filter((name) => isChanged(base, mine, name))
  const { body, theirs } = mergedBody(base.body, mine.body, fresh.body, () => crypto.randomUUID())
  const fields = { ...fresh, ...Object.fromEntries(kept.map((name) => [name, mine[name]])), body }
  // One field is one text: mine stands, and theirs is shown beside it.
  const beside = kept.flatMap((name) =>
    name !== 'body' && fresh[name] !== base[name] && fresh[name] !== mine[name]
      ? [{ name, theirs: fresh[name] }]
      : [],
  )
  return { base: { ...fresh, body: theirs }, fields, kept, beside }
}
