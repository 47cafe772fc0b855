/** `loa verify`: walks the event log of every unit and names what was changed, removed or put in. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openPool } from '@loa/server/database/database'
import { startEmbedded } from '@loa/server/database/embedded'
import { findRunning } from '@loa/server/database/embedded-running'
import { type Break, findBreaks, listChains } from '@loa/server/events/verify'
import { Usage, type Values, whereTyped } from './usage.ts'

/** Exit status 0 when every chain is whole, 65 when one is not. */
export const verifyCommand = async (_files: string[], values: Values): Promise<number> => {
  const { url, close } = await openDatabase(values)
  const pool = openPool(url, { max: 1 })
  try {
    const found = await pool.transaction('system', async (db) => {
      const chains = await listChains(db)
      const breaks: (Break & { unit: string })[] = []
      for (const { unitId, unit } of chains)
        for (const each of await findBreaks(db, unitId)) breaks.push({ ...each, unit })
      return { units: chains.length, events: chains.reduce((sum, { events }) => sum + events, 0), breaks }
    })
    process.stdout.write(values.json ? `${JSON.stringify(found, null, 2)}\n` : inWords(found))
    return found.breaks.length === 0 ? 0 : 65
  } finally {
    await pool.close()
    await close()
  }
}

/** The office's own PostgreSQL, the one that a running Loa has, or the data folder of one that is stopped. */
const openDatabase = async (values: Values) => {
  const url = process.env.LOA_DATABASE_URL
  if (url && values.data === undefined) return { url, close: async () => {} }
  const folder = resolve(
    whereTyped(),
    typeof values.data === 'string' ? values.data : process.env.LOA_DATA || './data',
  )
  const dataDir = join(folder, 'postgres')
  if (!existsSync(dataDir)) throw new Usage(`Không có cơ sở dữ liệu của Loa trong ${folder}.`)
  const running = findRunning(dataDir)
  if (running) return { url: running, close: async () => {} }
  const database = await startEmbedded({ dataDir })
  return { url: database.url, close: () => database.stop() }
}

const whatWords: Record<Break['what'], string> = {
  changed: 'bị sửa',
  removed: 'bị xóa',
  inserted: 'bị chèn thêm',
}

const inWords = ({
  units,
  events,
  breaks,
}: {
  units: number
  events: number
  breaks: (Break & { unit: string })[]
}): string =>
  breaks.length === 0
    ? `Nhật ký nguyên vẹn: ${events} dòng của ${units} đơn vị.\n`
    : `${breaks
        .map(
          ({ unit, seq, what, event }) =>
            `${unit}, dòng ${seq}: ${whatWords[what]}${event ? ` (sự kiện ${event.id}, ${event.kind}, ${event.subject} ${event.subjectId}, ${event.at})` : ''}`,
        )
        .join('\n')}\nNhật ký không còn nguyên vẹn: ${breaks.length} chỗ.\n`
