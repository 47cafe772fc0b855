/** The database: a pool that only the endpoint and the job runner hold, and the transaction that handlers get. */
import pg from 'pg'
import { z } from 'zod'
import type { Sql } from './sql.ts'

/** One open transaction. Rows come back in camelCase, checked by the schema that the query names. */
export interface Database {
  /** Exactly one row, else an error: use it where the row must be there. */
  one<T extends z.ZodType>(schema: T, query: Sql): Promise<z.output<T>>
  /** The row, or null. */
  maybe<T extends z.ZodType>(schema: T, query: Sql): Promise<z.output<T> | null>
  many<T extends z.ZodType>(schema: T, query: Sql): Promise<z.output<T>[]>
  /** A write whose rows nobody needs; the number of rows it touched. */
  run(query: Sql): Promise<number>
  /** For libraries that bring their own SQL into this transaction (pg-boss). */
  raw(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[]; rowCount: number | null }>
}

/** In whose eyes a transaction reads: row-level security compares every row with it. */
export type Sight =
  | {
      units: readonly number[]
      /** The person keeps the directory of units. */
      keepsDirectory?: boolean
      /** Where the request comes from, for the event log. */
      address?: string
    }
  | 'system'

export interface DatabasePool {
  /** Begin, run, commit; whatever throws undoes all of it. */
  transaction<T>(sight: Sight, run: (db: Database) => Promise<T>): Promise<T>
  /** One read outside a transaction, for tables that are not under row-level security: nothing else is seen. */
  read<T>(run: (db: Database) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.NUMERIC, Number)
types.setTypeParser(pg.types.builtins.DATE, (day: string) => day)
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (instant: string) => new Date(instant).toISOString())
/** numeric[] and bigint[] are not used; text[] and int[] keep the driver's parsers. */

export const openPool = (url: string, options: { max?: number; role?: string } = {}): DatabasePool => {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 8,
    types,
    idleTimeoutMillis: 30_000,
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
  })
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => {})
  return {
    async transaction(sight, run) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        await client.query(`begin; ${seeing(sight)}`)
        const result = await run(overClient(client))
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch((rollback: Error) => {
          broken = rollback
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
    async read(run) {
      const client = await pool.connect()
      try {
        return await run(overClient(client))
      } finally {
        client.release()
      }
    },
    close: () => pool.end(),
  }
}

/** A pool of one connection whose transactions are savepoints of an outer one: tests roll the outer one back. */
export const nestedPool = (client: pg.ClientBase): DatabasePool => {
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work)
    turn = next.catch(() => {})
    return next
  }
  return {
    read: (run) => inTurn(() => run(overClient(client))),
    transaction(sight, run) {
      const next = turn.then(async () => {
        await client.query(`savepoint request; ${seeing(sight)}`)
        try {
          const result = await run(overClient(client))
          await client.query('release savepoint request')
          return result
        } catch (error) {
          await client.query('rollback to savepoint request')
          throw error
        }
      })
      turn = next.catch(() => {})
      return next
    },
    close: async () => {},
  }
}

export { types as databaseTypes }

/** In one round trip with what comes before it, so without parameters: whole numbers, fixed words and an address only. */
const seeing = (sight: Sight): string => {
  const units = sight === 'system' ? [] : sight.units
  if (!units.every(Number.isSafeInteger)) throw new TypeError('units are seen by their ids')
  const keeps = sight !== 'system' && sight.keepsDirectory === true
  const address = sight === 'system' ? '' : (/^[\da-f.:]{2,45}$/i.exec(sight.address ?? '')?.[0] ?? '')
  return `select set_config('loa.system', '${sight === 'system' ? 'on' : 'off'}', true),
    set_config('loa.directory', '${keeps ? 'on' : 'off'}', true), set_config('loa.address', '${address}', true),
    set_config('loa.units', '{${units.join(',')}}', true)`
}

const overClient = (client: pg.ClientBase): Database => {
  const rows = async <T extends z.ZodType>(schema: T, { text, values }: Sql) => {
    const result = await client.query({ name: nameOf(text), text, values })
    return z.array(schema).parse(camelRows(result.rows))
  }
  return {
    many: rows,
    async maybe(schema, query) {
      return (await rows(schema, query))[0] ?? null
    },
    async one(schema, query) {
      const found = await rows(schema, query)
      if (found.length !== 1) throw new Error(`expected one row, got ${found.length}: ${query.text}`)
      return found[0] as z.output<typeof schema>
    },
    async run({ text, values }) {
      return (await client.query({ name: nameOf(text), text, values })).rowCount ?? 0
    },
    raw: (text, values) => client.query({ text, values }),
  }
}

/**
 * A name lets PostgreSQL keep the parsed statement (1.2 times the requests a second, docs/decisions/0001). Texts are few,
 * values stand apart from them; should a text be built per call after all, it goes without a name.
 */
const nameOf = (text: string): string | undefined => {
  const known = statements.get(text)
  if (known !== undefined || statements.size >= 500) return known
  const made = `s${statements.size + 1}`
  statements.set(text, made)
  return made
}
const statements = new Map<string, string>()

const names = new Map<string, string>()
const camel = (name: string): string => {
  const known = names.get(name)
  if (known !== undefined) return known
  const made = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  names.set(name, made)
  return made
}
/** The names of the first row are those of all: a directory has 25,000 rows. */
const camelRows = (rows: Record<string, unknown>[]) => {
  const columns = Object.keys(rows[0] ?? {}).map((name) => [name, camel(name)] as const)
  return rows.map((row) => {
    const made: Record<string, unknown> = {}
    for (const [name, next] of columns) made[next] = row[name]
    return made
  })
}
