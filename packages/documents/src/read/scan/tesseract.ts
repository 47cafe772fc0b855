/** tesseract as a child process: the picture through its input, TSV from its output, nothing on disk. */
import { execFile, spawn } from 'node:child_process'
import { type Engine, TooSlow } from './engine.ts'
import { pgmOf } from './gray.ts'

/** Whether tesseract is on this machine and knows Vietnamese; asked once. */
export const hasTesseract = (): Promise<boolean> => {
  known ??= new Promise((resolve) =>
    execFile('tesseract', ['--list-langs'], { timeout: 10_000 }, (trouble, out, err) =>
      resolve(trouble === null && /^vie$/m.test(out + err)),
    ),
  )
  return known
}
let known: Promise<boolean> | undefined

/** KB of address space; a page of 12 megapixels takes a third of it. */
const memory = 1_500_000

export const startTesseract = (): Engine => ({
  name: 'tesseract',
  recognise: (picture, milliseconds) =>
    new Promise((resolve, reject) => {
      // The kernel's limits hold even where we are killed and cannot kill.
      const limited = 'ulimit -t "$1" && ulimit -v "$2" && shift 2 && exec tesseract "$@"'
      const seconds = Math.ceil(milliseconds / 1000) + 1
      const asked = ['-', '-', '-l', 'vie', '--dpi', String(Math.round(picture.dpi)), 'tsv']
      const child = spawn('/bin/sh', ['-c', limited, 'sh', String(seconds), String(memory), ...asked], {
        // More threads make one page slower, not faster, and take the other processors from the server.
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
        stdio: ['pipe', 'pipe', 'ignore'],
      })
      let out = ''
      let isLate = false
      const timer = setTimeout(() => {
        isLate = true
        child.kill('SIGKILL')
      }, milliseconds)
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text
      })
      // It may end before it has taken all of the picture: its exit status says so.
      child.stdin.on('error', () => undefined)
      child.on('error', reject)
      child.on('close', (status) => {
        clearTimeout(timer)
        if (isLate) reject(new TooSlow())
        else resolve(status === 0 ? out : null)
      })
      child.stdin.end(pgmOf(picture))
    }),
  close: async () => undefined,
})
