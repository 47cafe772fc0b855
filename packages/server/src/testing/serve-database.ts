/**
 * The PostgreSQL of a whole test run, for scripts/test.mjs: prints its two addresses as one line of JSON and stops when
 * its input ends, which it does however the runner ends.
 */
import { startThrowawayServer } from './database-server.ts'

// Ctrl-C reaches the whole group; the tests are to end before their database does.
process.on('SIGINT', () => undefined)

const { adminUrl, url, stop } = await startThrowawayServer()
console.log(JSON.stringify({ adminUrl, url }))

const end = async () => {
  await stop()
  process.exit()
}
process.once('SIGTERM', end)
process.stdin.once('end', end).resume()
