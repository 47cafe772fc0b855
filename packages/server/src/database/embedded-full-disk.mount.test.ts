import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { promisify } from 'node:util'

const hold = join(import.meta.dirname, '../testing/hold-database.ts')

/** On a small disk of its own, which only this shell sees and which is gone with it. */
const script = `
set -eu
mount -t tmpfs -o size=20m loa "$1"
start() { "$2" "$3" "$1/data" </dev/null || true; }
start "$@"
mount -t tmpfs -o remount,size=400m loa "$1"
start "$@"
cat /dev/zero > "$1/fill" 2>/dev/null || true
start "$@"
rm "$1/fill"
start "$@"
`

test('a full disk is one sentence at the first start and at later ones, and costs nothing that was saved', async () => {
  const place = await mkdtemp(join(tmpdir(), 'loa-disk-'))
  try {
    const shell = ['--map-root-user', '--mount', 'sh', '-c', script, 'sh', place, process.execPath, hold]
    const { stdout } = await promisify(execFile)('unshare', shell)
    const said = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.deepEqual(
      said.map(({ trouble, starts }) => trouble ?? starts),
      ['data.disk-full', 1, 'data.disk-full', 2],
    )
    assert.match(said[0].message, /đã đầy.*\n.* is full: free at least/)
  } finally {
    await rm(place, { recursive: true, force: true })
  }
})
