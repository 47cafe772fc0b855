/** Dovecot of Debian with a configuration and a folder of its own, on a port of this machine only. */
import { spawn } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export const startMailbox = async (user: string, password: string) => {
  // As root it gives its rights away, and then may not go through the folder of the tests; else it is whoever runs them.
  const isRoot = process.getuid?.() === 0
  const folder = mkdtempSync(join(isRoot ? '/tmp' : tmpdir(), 'loa-mailbox-'))
  const port = await freePort()
  const { uid, gid, name } = isRoot
    ? { uid: 65534, gid: 65534, name: 'nobody' }
    : { ...userInfo(), name: userInfo().username }
  const mail = join(folder, 'mail')
  for (const box of ['new', 'cur', 'tmp', '.Loa/new', '.Loa/cur', '.Loa/tmp'])
    mkdirSync(join(mail, box), { recursive: true })
  if (isRoot)
    for (const path of ['', ...readdirSync(mail, { recursive: true, encoding: 'utf8' })])
      chownSync(join(mail, path), uid, gid)
  if (isRoot) chownSync(folder, uid, gid)
  const service = (title: string, more = '') => `service ${title} {\n  chroot =\n${more}}\n`
  const config = join(folder, 'dovecot.conf')
  writeFileSync(
    config,
    `protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
default_internal_user = ${name}
default_login_user = ${name}
default_internal_group = ${isRoot ? 'nogroup' : gid}
mail_location = maildir:${mail}
first_valid_uid = 1
passdb {
  driver = static
  args = password=${password} user=${user}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}
}
${service('imap-login', `  inet_listener imap {\n    port = ${port}\n  }\n  inet_listener imaps {\n    port = 0\n  }\n`)}${service('anvil')}${service('stats')}`,
  )
  const child = spawn('dovecot', ['-F', '-c', config], {
    stdio: 'ignore',
    env: { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin` },
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  for (let tries = 0; ; tries++) {
    if (readFileOr(join(folder, 'log')).includes('starting up')) break
    if (tries > 100) throw new Error(`dovecot did not start: ${readFileOr(join(folder, 'log'))}`)
    await wait(50)
  }
  let count = 0
  return {
    url: (box = 'INBOX') => `imap://${encodeURIComponent(user)}@127.0.0.1:${port}/${box}`,
    /** A letter arrives, unread. */
    deliver(letter: string | Uint8Array, box = '') {
      const path = join(mail, box, 'new', `${Date.now()}.${++count}.here`)
      writeFileSync(path, letter)
      if (isRoot) chownSync(path, uid, gid)
    },
    /** Names of the letters: those that were read have an S behind the comma. */
    lying: (box = '') => ['new', 'cur'].flatMap((part) => readdirSync(join(mail, box, part))),
    async close() {
      child.kill()
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const readFileOr = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
