/** A file of 200 pages is read in 150 MB: the peak of the whole process, Node itself included. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { read } from '@loa/documents/read'
import { writeDocx, writePdf } from '@loa/documents/write'
import { startDocumentsWorker } from './documents-worker.ts'

const folder = mkdtempSync(join(tmpdir(), 'loa-memory-'))
after(() => rmSync(folder, { recursive: true }))

const clause =
  'Rà soát, thay thế các biển cảnh báo đã cũ tại bến khách ngang sông; bố trí áo phao đủ cho số người được phép chở và nhắc người đi đò mặc áo trước khi rời bến, thực hiện Công văn số 655/MT-NS ngày 06/4/2023 của Cục Quản lý môi trường y tế.'
const text = [
  'UBND TỈNH ĐỒNG MÂY\nSỞ Y TẾ\nSố: 312/SYT-NVY\nV/v tuyên truyền Tuần lễ nước sạch',
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐồng Mây, ngày 19 tháng 4 năm 2023',
  'Kính gửi: Trung tâm Y tế các huyện, thành phố.',
  ...Array.from({ length: 2200 }, (_, item) => `${item + 1}. ${clause}`),
  'Nơi nhận:\n- Như trên;\n- Lưu: VT, NVY.\nGIÁM ĐỐC\n\nHà Thị Mỵ',
].join('\n\n')
const { tree } = await read(new TextEncoder().encode(text), 'a.txt')
assert.ok(tree)
const files: [string, Uint8Array][] = [
  ['dai.txt', new TextEncoder().encode(text)],
  ['dai.docx', await writeDocx(tree)],
  ['dai.pdf', await writePdf(tree)],
]

for (const [name, bytes] of files)
  test(`200 pages of ${name} take the process of the documents no more than 150 MB`, async () => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    const worker = startDocumentsWorker()
    try {
      const { tree, layout } = await worker.do('read', { path, name })
      assert.equal(tree?.code, '312/SYT-NVY')
      if (name.endsWith('.pdf')) assert.ok((layout?.pages.length ?? 0) >= 200)
      const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(process.pid)], {
        encoding: 'utf8',
      })
      const pid = /(\d+) .*worker-process/.exec(children)?.[1]
      const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
      assert.ok(peak > 20 && peak <= 150, `${Math.round(peak)} MB`)
    } finally {
      await worker.close()
    }
  })
