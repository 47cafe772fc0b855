/** A photo of 80 megapixels, plain or progressive, is opened in a bounded process: the peak of all of it. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import sharp from 'sharp'
import { startDocumentsWorker } from './documents-worker.ts'

const folder = mkdtempSync(join(tmpdir(), 'loa-photo-'))
after(() => rmSync(folder, { recursive: true }))

for (const [kind, progressive, most] of [
  ['plain', false, 200],
  ['progressive', true, 450],
] as const)
  test(`80 megapixels, ${kind}, take the process of the photos no more than ${most} MB`, async () => {
    const path = join(folder, `${kind}.jpg`)
    await sharp({ create: { width: 10_000, height: 8000, channels: 3, background: '#3a7' } })
      .jpeg({ progressive })
      .toFile(path)
    const worker = startDocumentsWorker()
    try {
      const photo = await worker.do('photo', { path })
      assert.deepEqual([photo?.width, photo?.height], [10_000, 8000])
      const children = execFileSync('ps', ['-o', 'pid=,ni=,args=', '--ppid', String(process.pid)], {
        encoding: 'utf8',
      })
      const [, pid, niceness] = /^ *(\d+) +(\d+) .*worker-process/m.exec(children) ?? []
      const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
      assert.ok(peak > 20 && peak <= most, `${Math.round(peak)} MB`)
      assert.equal(niceness, '10')
    } finally {
      await worker.close()
    }
  })
