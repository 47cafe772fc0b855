import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Problem } from '@loa/contract/problem'
import sharp from 'sharp'
import { startDocumentsWorker } from './documents-worker.ts'

const folder = mkdtempSync(join(tmpdir(), 'loa-worker-'))
after(() => rmSync(folder, { recursive: true }))

const scan = join(folder, 'quet.png')
const rows = Array.from(
  { length: 50 },
  (_, row) =>
    `<text x="150" y="${200 + row * 40}" font-size="28">Noi dung tuyen truyen cua dong thu ${row}</text>`,
).join('')
const page = `<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339"><rect width="100%" height="100%" fill="#fff"/>${rows}</svg>`
writeFileSync(scan, await sharp(Buffer.from(page)).png().toBuffer())
const photo = join(folder, 'anh.jpg')
writeFileSync(
  photo,
  await sharp({ create: { width: 400, height: 300, channels: 3, background: '#484' } })
    .jpeg()
    .toBuffer(),
)

test('a photo does not wait for the scan that was sent before it', async () => {
  const worker = startDocumentsWorker()
  try {
    // Both processes are there before the clock runs.
    await worker.do('photo', { path: photo })
    const order: string[] = []
    await Promise.all([
      worker.do('read', { path: scan, name: 'quet.png' }).then(() => order.push('scan')),
      worker.do('photo', { path: photo }).then(() => order.push('photo')),
    ])
    assert.deepEqual(order, ['photo', 'scan'])
  } finally {
    await worker.close()
  }
})

test('a scan that is not done in time is given up', async () => {
  const worker = startDocumentsWorker({ time: 700, memory: 512, idle: 60_000 })
  try {
    await assert.rejects(
      worker.do('read', { path: scan, name: 'quet.png' }),
      (problem) => problem instanceof Problem && problem.code === 'file.too-slow',
    )
  } finally {
    await worker.close()
  }
})
