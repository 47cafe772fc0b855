/** Runs the command as a person would: its own process, in a folder of the test's. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { inflateRawSync } from 'node:zlib'

export const examples = join(import.meta.dirname, '../../../examples')

export interface Said {
  exit: number
  out: string
  err: string
}

/** A command and the folder it stands in, which goes when the tests of the file are over. */
export const openFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'loa-cli-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  // Under npm, INIT_CWD is where the tests were started.
  const { INIT_CWD: _, ...environment } = process.env
  const loa = (...args: string[]): Promise<Said> =>
    new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        [join(import.meta.dirname, 'main.ts'), ...args],
        { cwd: folder, env: environment },
        (_error, out, err) => resolve({ exit: child.exitCode ?? -1, out, err }),
      )
    })
  return { folder, loa, path: (name: string) => join(folder, name) }
}

/** A part of a DOCX or XLSX, found by its name in the zip's table of contents. */
export const partOf = (zip: Buffer, name: string): string => {
  const end = zip.lastIndexOf('PK\u0005\u0006')
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const length = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + length) === name) return inflated(zip, at)
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  throw new Error(`no part ${name}`)
}

const inflated = (zip: Buffer, entry: number): string => {
  const local = zip.readUInt32LE(entry + 42)
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const bytes = zip.subarray(from, from + zip.readUInt32LE(entry + 20))
  return (zip.readUInt16LE(entry + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8')
}
