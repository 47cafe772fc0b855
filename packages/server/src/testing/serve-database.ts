/**
 * The PostgreSQL of a whole test run, for scripts/test.mjs, and a folder for what its tests write. Prints both as one line of
 * JSON; stops and removes them when its input ends, which it does however the runner ends.
 */
import { startThrowawayServer } from './database-server.ts'

const { adminUrl, url, folder, stop } = await startThrowawayServer()
console.log(JSON.stringify({ adminUrl, url, folder }))

process.stdin
  .once('end', async () => {
    await stop()
    process.exit()
  })
  .resume()
