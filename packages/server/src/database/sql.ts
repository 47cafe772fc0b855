/** SQL as text with its values apart: `sql\`select … where id = ${id}\``. A fragment may stand inside another. */
export interface Sql {
  text: string
  values: unknown[]
}

const isSql = (value: unknown): value is Sql & { readonly parts: readonly string[] } =>
  typeof value === 'object' && value !== null && fragment in value

const fragment = Symbol('sql')

interface Fragment extends Sql {
  [fragment]: true
  parts: readonly string[]
  inner: unknown[]
}

/** Values never become part of the text; nested fragments are spliced in, their values renumbered. */
export const sql = (parts: TemplateStringsArray, ...inner: unknown[]): Sql => {
  const values: unknown[] = []
  const write = (texts: readonly string[], given: unknown[]): string =>
    texts.reduce((text, part, index) => {
      if (index === 0) return part
      const value = given[index - 1]
      if (isSql(value)) {
        const nested = value as unknown as Fragment
        return text + write(nested.parts, nested.inner) + part
      }
      values.push(value === undefined ? null : value)
      return `${text}$${values.length}${part}`
    }, '')
  const text = write(parts, inner)
  const made: Fragment = { [fragment]: true, parts, inner, text, values }
  return made
}

/** Conditions that hold together; none at all is `true`. */
export const all = (conditions: (Sql | null | undefined | false | '' | 0)[]): Sql => {
  const wanted = conditions.filter((condition): condition is Sql => Boolean(condition))
  return wanted.reduce((left, right) => sql`${left} and ${right}`, sql`true`)
}

/** A moment within JSON that the database builds, as it stands elsewhere too: ISO 8601 in UTC. */
export const instantJson = (moment: Sql): Sql =>
  sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
