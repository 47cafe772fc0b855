/** Each minute: the connections that are due hand over and fetch, one after the other. */
import type { Reaction } from '../events/jobs.ts'
import { emptyDropFolder } from '../inboxes/drop-folder.ts'
import { emptyMailbox } from '../inboxes/mailbox.ts'
import { ensureDropFolder, findConnection, leaseDue, saveRun } from './connection-queries.ts'
import { type Run, runCourier } from './courier.ts'
import { openExchange } from './open-exchange.ts'
import { ExchangeTrouble } from './ports.ts'
import { againAt } from './retry.ts'
import { storeOf } from './store.ts'

export const onExchangesDue: Reaction = async (tools) => {
  const done: number[] = []
  let fault: { error: unknown } | null = null
  if (tools.config.LOA_INBOX_FOLDER)
    await tools.pool.transaction('system', (db) => ensureDropFolder(db, tools.now()))
  for (;;) {
    const now = tools.now()
    const leased = await tools.pool.transaction('system', (db) => leaseDue(db, now, done))
    if (!leased) break
    done.push(leased.id)
    const connection = await tools.pool.transaction('system', (db) => findConnection(db, leased.id))
    if (!connection) continue
    // What is wrong with one of them, be it our own fault, keeps none of the others waiting.
    const run = await runOne(tools, connection).catch((error: unknown) => {
      fault ??= { error }
      return { trouble: 'Lỗi ở máy chủ Loa: người quản trị xem nhật ký.' }
    })
    const at = tools.now()
    const wait = new Date(Date.parse(at) + connection.pollMinutes * 60_000).toISOString()
    // A hub that is down is asked again after a minute, two, four …, but never more rarely than once an hour.
    const downFor = connection.troubleSince
      ? (Date.parse(at) - Date.parse(connection.troubleSince)) / 60_000
      : 0
    const nextAt = run.trouble ? againAt(Math.floor(Math.log2(1 + downFor)), at) : wait
    await tools.pool.transaction('system', (db) =>
      saveRun(db, connection.id, { trouble: run.trouble, nextAt, at }),
    )
  }
  if (fault) throw (fault as { error: unknown }).error
}

const runOne = async (
  tools: Parameters<Reaction>[0],
  connection: Parameters<typeof storeOf>[1],
): Promise<Pick<Run, 'trouble'>> => {
  try {
    if (connection.kind === 'mail')
      return await emptyMailbox(tools, connection).then(() => ({ trouble: null }))
    if (connection.kind === 'drop')
      return await emptyDropFolder(tools, connection).then(() => ({ trouble: null }))
    const store = storeOf(tools, connection)
    await store.resume()
    return await runCourier(store, openExchange(tools.config, tools.secret, connection), tools.now)
  } catch (error) {
    if (error instanceof ExchangeTrouble) return { trouble: error.message }
    throw error
  }
}
