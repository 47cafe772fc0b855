/**
 * Runs test files and tells the parent how it went. Started by test.mjs under Node 26; prints one line a file and all of
 * each failure. A skipped or unfinished test counts as failed: here a test runs or does not exist.
 */
import { basename, relative } from 'node:path'
import { run } from 'node:test'
import { root } from './install.mjs'

const files = process.argv.slice(2)
const counts = { passed: 0, failed: 0 }
const names = []
const perFile = new Map(files.map((file) => [file, { passed: 0, failed: 0, output: '' }]))

const quarterOfAnHour = 900_000
const abort = new AbortController()
// Node ends the processes of the files only when told this way.
process.once('SIGTERM', () => abort.abort())
const events = run({ files, concurrency: 3, timeout: quarterOfAnHour, signal: abort.signal })

for await (const { type, data } of events) {
  const file = perFile.get(data.file)
  if (type === 'test:pass' || type === 'test:fail') count(type, data, file)
  if ((type === 'test:stdout' || type === 'test:stderr') && file) file.output += data.message
  if (type === 'test:summary' && file) tell(data, file)
}
process.send?.({ ...counts, names })
process.disconnect?.()

function count(type, data, file) {
  // A suite stands for its tests; a file's own entry appears only where it broke outside of them.
  if (data.details.type === 'suite') return
  if (data.details.error?.failureType === 'subtestsFailed') return
  const isGood = type === 'test:pass' && data.skip === undefined && data.todo === undefined
  const result = isGood ? 'passed' : 'failed'
  counts[result] += 1
  if (file) file[result] += 1
  if (isGood) return
  const place = relative(root, data.file ?? data.name)
  names.push(`${place}: ${data.name}`)
  const error = data.details.error
  const reason = error
    ? (error.cause?.stack ?? error.cause ?? error.message)
    : 'skipped or to do: it did not run'
  console.log(`✖ ${place}:${data.line ?? ''} ${data.name}\n${indent(String(reason))}`)
}

function tell(data, file) {
  const total = file.passed + file.failed
  const mark = file.failed > 0 || !data.success ? '✖' : '✔'
  console.log(`${mark} ${relative(root, data.file)}  ${total} tests, ${Math.round(data.duration_ms)} ms`)
  if (file.failed > 0 && file.output) console.log(indent(`${basename(data.file)} said:\n${file.output}`))
}

function indent(text) {
  return text.replace(/^/gm, '    ')
}
