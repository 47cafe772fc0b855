/**
 * A page drawn by poppler's pdftoppm, where a scanner packed its pictures as JPEG 2000, which the PDF engine here cannot open. The file through its input, the page from its output, nothing on disk.
 */
import { spawn } from 'node:child_process'
import type { Gray } from './gray.ts'

/** Enough for an engine; a page that is larger than A2 is drawn coarser. */
const usualDpi = 250
const longest = 4200
const milliseconds = 15_000
/** KB of address space. */
const memory = 1_500_000

/** A page of a size in points; `missing` where pdftoppm is not installed, null where it cannot draw it within its time. */
export const drawByPoppler = (
  file: Uint8Array,
  page: number,
  size: { width: number; height: number },
): Promise<Gray | 'missing' | null> =>
  new Promise((resolve) => {
    const dpi = Math.floor(Math.min(usualDpi, (longest * 72) / Math.max(size.width, size.height, 1)))
    const limited =
      'command -v pdftoppm >/dev/null || exit 127; ulimit -t "$1" && ulimit -v "$2" && shift 2 && exec pdftoppm "$@"'
    const seconds = String(milliseconds / 1000 + 1)
    const asked = ['-gray', '-r', String(dpi), '-f', String(page), '-l', String(page), '-']
    const child = spawn('/bin/sh', ['-c', limited, 'sh', seconds, String(memory), ...asked], {
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const parts: Buffer[] = []
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds)
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    // It may end before it has taken all of the file: its exit status says so.
    child.stdin.on('error', () => undefined)
    child.on('error', () => resolve('missing'))
    child.on('close', (status) => {
      clearTimeout(timer)
      resolve(status === 127 ? 'missing' : status === 0 ? grayOf(Buffer.concat(parts), dpi) : null)
    })
    child.stdin.end(file)
  })

/** From a PGM file of eight bits. */
const grayOf = (pgm: Buffer, dpi: number): Gray | null => {
  const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(pgm.toString('latin1', 0, 60))
  if (head === null) return null
  const [width, height] = [Number(head[1]), Number(head[2])]
  const data = new Uint8Array(pgm.subarray(head[0].length))
  return data.length === width * height ? { width, height, data, dpi } : null
}
