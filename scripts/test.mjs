/**
 * `npm test`: everything that CI checks, on a machine where nothing has been prepared. `npm test -- WORD …` runs only the
 * test files with such a word in their path, on the pages as they were built last. The last line is always `N passed, N failed`.
 */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { installPrograms, whyNot } from './debian.mjs'
import { ensureInstalled, node, root } from './install.mjs'
import { ensureWeb } from './web.mjs'

const words = process.argv.slice(2)
const total = { passed: 0, failed: 0, names: [] }
const add = ({ passed = 0, failed = 0, names = [] }) => {
  total.passed += passed
  total.failed += failed
  total.names.push(...names)
}

let stopped = false
let stopRunner = () => undefined
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(signal))

ensureInstalled()
const all = findTests().filter(
  (file) => words.length === 0 || words.some((word) => relative(root, file).includes(word)),
)
const [aptSaid] = await Promise.all([installPrograms(all), words.length === 0 ? runChecks() : undefined])
const notRun = all.flatMap((file) => (whyNot(file) ? [`${relative(root, file)} (${whyNot(file)})`] : []))
if (!stopped) add(await withDatabase(runTests))
finish()

/** Each static check counts as one. */
async function runChecks() {
  const bin = (path) => join(root, 'node_modules', path)
  const tsc = bin('typescript/bin/tsc')
  const checks = [
    ['lint', bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
    ['types', tsc, '-p', '.'],
  ]
  if (existsSync(join(root, 'packages/web/tsconfig.json')))
    checks.push(['web types', tsc, '-p', 'packages/web'])
  if (hasKnipConfig()) checks.push(['unused code', bin('knip/bin/knip.js'), '--no-progress'])
  if (existsSync(join(root, 'packages/web/index.html'))) report('web build', ensureWeb(), '')
  for (const [name, program, ...args] of checks) {
    if (stopped) return
    const { status, output } = await run(program, args)
    report(name, status === 0, output)
  }
}

function report(name, isGood, output) {
  console.log(`${isGood ? '✔' : '✖'} ${name}${isGood ? '' : `\n${output}`}`)
  add(isGood ? { passed: 1 } : { failed: 1, names: [name] })
}

function hasKnipConfig() {
  const isThere = ['knip.json', 'knip.jsonc', 'knip.ts'].some((file) => existsSync(join(root, file)))
  return isThere || 'knip' in JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
}

function findTests() {
  const packages = readdirSync(join(root, 'packages')).map((name) => join(root, 'packages', name, 'src'))
  return [join(root, 'scripts'), ...packages]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((path) => join(folder, path)))
    .filter((path) => /\.test\.(tsx?|mjs)$/.test(path))
    .sort()
}

/** One PostgreSQL for all tests; it ends when we close its input, and so also when we are killed. */
async function withDatabase(work) {
  const serve = join(root, 'packages/server/src/testing/serve-database.ts')
  // In a group of its own: Ctrl-C is for the tests, which end before their database does.
  const server = spawn(node(), [serve], { stdio: ['pipe', 'pipe', 'inherit'], detached: true })
  const ended = new Promise((resolve) => server.on('exit', resolve))
  try {
    const line = await Promise.race([
      new Promise((resolve) => createInterface({ input: server.stdout }).once('line', resolve)),
      ended,
    ])
    if (typeof line !== 'string') return { failed: 1, names: ['the PostgreSQL for the tests did not start'] }
    const { adminUrl, url, folder } = JSON.parse(line)
    return await work({
      LOA_TEST_DATABASE_URL: adminUrl,
      LOA_TEST_DATABASE_APP_URL: url,
      // What a broken-off test leaves goes with it.
      TMPDIR: folder,
    })
  } finally {
    server.stdin.end()
    await ended
  }
}

async function runTests(environment) {
  const files = all.filter((file) => whyNot(file) === undefined)
  if (files.length === 0) return {}
  const runner = spawn(node(), [join(root, 'scripts/run-tests.mjs'), ...files], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  let result = { failed: 1, names: ['the test runner ended before its time'] }
  runner.on('message', (message) => {
    result = message
  })
  stopRunner = () => runner.kill('SIGTERM')
  await new Promise((resolve) => runner.on('close', resolve))
  return result
}

function run(program, args) {
  return new Promise((resolve) => {
    const child = spawn(node(), [program, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    child.on('close', (status) => resolve({ status, output }))
  })
}

/** What runs is ended, what is shared is put away, and the sum is still told. */
function stop(signal) {
  stopped = true
  process.exitCode = signal === 'SIGINT' ? 130 : 143
  stopRunner()
}

function finish() {
  if (notRun.length > 0) console.log(`\nNot run:\n  ${notRun.join('\n  ')}${aptSaid ? `\n  ${aptSaid}` : ''}`)
  // Whoever runs CI has promised a machine on which everything can run.
  if (process.env.CI === 'true') add({ failed: notRun.length, names: notRun })
  if (total.names.length > 0) console.log(`\nFailed:\n  ${total.names.join('\n  ')}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  if (total.failed > 0) process.exitCode ||= 1
}
