import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import test, { after, before } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'

const launcher = join(import.meta.dirname, 'launch.mjs')
let folder = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loa-launch-'))
})
after(() => rm(folder, { recursive: true, force: true }))

test('the program runs under Node 26 in the folder given, and its exit status is the launcher’s', async () => {
  const { child, line } = await launched('console.log(process.version, process.cwd()); process.exitCode = 75')
  assert.match(line, /^v26\./)
  assert.ok(line.endsWith(folder))
  assert.deepEqual(await once(child, 'exit'), [75, null])
})

test('Ctrl-C, which comes from the terminal and again from npm, reaches the program once', async () => {
  const { child, lines } = await launched(`
    process.on('SIGINT', () => console.log('interrupted'))
    process.on('SIGTERM', () => process.exit(3))
    setInterval(() => undefined, 1000)
    console.log('ready')`)
  // As a terminal does: to the launcher's whole group.
  process.kill(-child.pid, 'SIGINT')
  await wait(50)
  child.kill('SIGINT')
  await wait(700)
  child.kill('SIGTERM')
  assert.deepEqual(await once(child, 'exit'), [3, null])
  assert.deepEqual(lines, ['ready', 'interrupted'])
})

test('a program that was killed ends the launcher with 137, and a killed launcher ends the program', async () => {
  const stays = 'setInterval(() => undefined, 1000); console.log(process.pid)'
  const killed = await launched(stays)
  process.kill(Number(killed.line), 'SIGKILL')
  assert.deepEqual(await once(killed.child, 'exit'), [137, null])

  const { child } = await launched(stays)
  child.kill('SIGKILL')
  // The program holds our end of the output open for as long as it lives.
  await once(child, 'close', { signal: AbortSignal.timeout(5000) })
})

/** Runs this text as the program of a launcher; resolves when it has said its first line. */
const launched = async (program) => {
  const file = join(folder, 'program.mjs')
  await writeFile(file, program)
  const start = `import { launch } from ${JSON.stringify(launcher)}
    launch([${JSON.stringify(file)}], { cwd: ${JSON.stringify(folder)} })`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', start], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const lines = []
  const reader = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
  await once(reader, 'line')
  return { child, lines, line: lines[0] }
}
