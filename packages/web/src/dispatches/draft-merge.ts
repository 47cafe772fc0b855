/** What two people typed into one draft. Pure. */
import { mergedBody } from './body-merge.ts'
import { type DraftFields, type FieldName, fieldNames, isChanged } from './draft-fields.ts'

/** The new version, with one's own words wherever one has typed; in the body paragraph by paragraph. `base`: what it differs from now. */
export const mergedWith = (
  fresh: DraftFields,
  base: DraftFields,
  mine: DraftFields,
): { base: DraftFields; fields: DraftFields; kept: FieldName[] } => {
  const kept = fieldNames.filter((name) => isChanged(base, mine, name))
  const { body, theirs } = mergedBody(base.body, mine.body, fresh.body, () => crypto.randomUUID())
  const fields = { ...fresh, ...Object.fromEntries(kept.map((name) => [name, mine[name]])), body }
  return { base: { ...fresh, body: theirs }, fields, kept }
}
