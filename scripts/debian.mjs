import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What tests need from the machine, by the ending of the test's file name. */
const needs = [
  { ending: '.e2e.test.ts', programs: { chromium: ['chromium'] } },
  {
    ending: '.scan.test.ts',
    programs: {
      tesseract: ['tesseract-ocr', 'tesseract-ocr-vie'],
      pdftoppm: ['poppler-utils'],
      opj_compress: ['libopenjp2-tools'],
    },
  },
  {
    ending: '.debian.test.ts',
    programs: {
      soffice: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
      pdftotext: ['poppler-utils'],
      qpdf: ['qpdf'],
      khal: ['khal'],
      xmllint: ['libxml2-utils'],
      dovecot: ['dovecot-imapd'],
      'pkcs11-tool': ['opensc'],
      'softhsm2-util': ['softhsm2'],
    },
  },
]

/** Installs what these test files miss where this process may; resolves with what is said if it may not or cannot. */
export const installPrograms = async (files) => {
  const needed = needs.filter(({ ending }) => files.some((file) => file.endsWith(ending)))
  const packages = needed.flatMap(({ programs }) => missing(programs).flatMap((name) => programs[name]))
  if (packages.length === 0) return ''
  const apt = mayInstall()
  if (!apt) return `not installed here (no right to, or no apt-get): ${packages.join(' ')}`
  // Somebody else's apt may be at work.
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3']
  await run([...apt, 'apt-get', 'update', '-qq', ...wait])
  const options = ['install', '-y', '-qq', '--no-install-recommends', ...wait]
  const said = await run([...apt, 'apt-get', ...options, ...packages])
  return said && `apt-get could not install ${packages.join(' ')}: ${said}`
}

/** Why a test file cannot run here; undefined where it can. */
export const whyNot = (file) => {
  if (file.endsWith('.mount.test.ts')) return mayMount() ? undefined : 'no right to mount a file system'
  const need = needs.find(({ ending }) => file.endsWith(ending))
  const without = need ? missing(need.programs) : []
  return without.length > 0 ? `not on this machine: ${without.join(', ')}` : undefined
}

const missing = (programs) => Object.keys(programs).filter((name) => !isOnPath(name))

const isOnPath = (name) =>
  // An ordinary user's path leaves out where Debian puts servers.
  [...(process.env.PATH ?? '').split(':'), '/usr/sbin'].some((folder) => existsSync(`${folder}/${name}`))

const mayInstall = () => {
  if (!isOnPath('apt-get')) return undefined
  if (process.getuid() === 0) return ['env', 'DEBIAN_FRONTEND=noninteractive']
  const asks = spawnSync('sudo', ['-n', 'true'])
  return asks.status === 0 ? ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive'] : undefined
}

/** An ordinary user may mount in a namespace of their own, where the machine allows these. */
const mayMount = () =>
  spawnSync('unshare', ['--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'loa', '/mnt']).status === 0

/** Resolves with the last line of complaint, or nothing where it went well. */
const run = ([command, ...args]) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text
    })
    child.on('error', (error) => resolve(error.message))
    child.on('close', (status) =>
      resolve(status === 0 ? '' : said.trim().split('\n').at(-1) || `exit ${status}`),
    )
  })
