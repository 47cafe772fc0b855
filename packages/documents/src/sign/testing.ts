/** Certificates for the tests, made by OpenSSL: an authority, signers, a timestamp authority. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const openAuthority = () => {
  const folder = mkdtempSync(join(tmpdir(), 'loa-authority-'))
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' })
  const read = (name: string) => new Uint8Array(readFileSync(join(folder, name)))
  writeFileSync(join(folder, 'index.txt'), '')
  writeFileSync(join(folder, 'serial'), '1000\n')
  writeFileSync(
    join(folder, 'ca.cnf'),
    `[ca]
default_ca = ours
[ours]
database = index.txt
serial = serial
new_certs_dir = .
certificate = ca.crt
private_key = ca.key
default_md = sha256
policy = any
default_crl_days = 30
[any]
commonName = supplied
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[sign]
keyUsage = critical,digitalSignature,nonRepudiation
[stamp]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = ours_tsa
[ours_tsa]
serial = tsa-serial
signer_cert = tsa.crt
certs = ca.crt
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`,
  )
  // Its certificate begins before those of the signers, also of the one that has expired.
  openssl(
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'ca.key',
    '-out',
    'ca.csr',
    '-subj',
    '/CN=Gốc thử nghiệm',
    '-utf8',
  )
  openssl(
    'ca',
    '-config',
    'ca.cnf',
    '-batch',
    '-notext',
    '-utf8',
    '-selfsign',
    '-extensions',
    'root',
    '-in',
    'ca.csr',
    '-out',
    'ca.crt',
    '-startdate',
    '20190101000000Z',
    '-enddate',
    '20450101000000Z',
  )
  openssl('x509', '-in', 'ca.crt', '-outform', 'DER', '-out', 'ca.der')

  const issue = (
    name: string,
    subject: string,
    {
      from,
      to,
      extensions = 'sign',
      kind = ['rsa:2048'],
    }: { from?: string; to?: string; extensions?: string; kind?: string[] } = {},
  ) => {
    openssl(
      'req',
      '-newkey',
      ...kind,
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      `/CN=${subject}`,
      '-utf8',
    )
    openssl(
      'ca',
      '-config',
      'ca.cnf',
      '-batch',
      '-notext',
      '-utf8',
      '-extensions',
      extensions,
      '-in',
      `${name}.csr`,
      '-out',
      `${name}.crt`,
      ...(from ? ['-startdate', from] : []),
      ...(to ? ['-enddate', to] : ['-days', '700']),
    )
  }

  return {
    root: read('ca.der'),
    /** A key file as authorities hand it out. `old`: sealed by the methods of twenty years ago, as many still are. */
    p12(
      subject: string,
      { old = false, ...how }: { from?: string; to?: string; kind?: string[]; old?: boolean } = {},
    ) {
      const name = `signer-${Math.random().toString(36).slice(2)}`
      issue(name, subject, how)
      openssl(
        'pkcs12',
        '-export',
        ...(old ? ['-legacy'] : []),
        '-inkey',
        `${name}.key`,
        '-in',
        `${name}.crt`,
        '-certfile',
        'ca.crt',
        '-passout',
        'pass:1234',
        '-out',
        `${name}.p12`,
      )
      return {
        bytes: read(`${name}.p12`),
        revoke() {
          openssl('ca', '-config', 'ca.cnf', '-revoke', `${name}.crt`)
        },
      }
    },
    crl() {
      openssl('ca', '-config', 'ca.cnf', '-gencrl', '-out', 'ca.crl')
      openssl('crl', '-in', 'ca.crl', '-outform', 'DER', '-out', 'crl.der')
      return read('crl.der')
    },
    /** A small HTTP responder before `openssl ts`. */
    async timestamps(): Promise<{ url: string; close(): Promise<void> }> {
      issue('tsa', 'Dấu thời gian thử nghiệm', { extensions: 'stamp' })
      writeFileSync(join(folder, 'tsa-serial'), '01\n')
      const server: Server = createServer((request, response) => {
        const parts: Buffer[] = []
        request.on('data', (part: Buffer) => parts.push(part))
        request.on('end', () => {
          writeFileSync(join(folder, 'query.tsq'), Buffer.concat(parts))
          openssl(
            'ts',
            '-reply',
            '-config',
            'ca.cnf',
            '-section',
            'ours_tsa',
            '-queryfile',
            'query.tsq',
            '-out',
            'answer.tsr',
          )
          response.writeHead(200, { 'content-type': 'application/timestamp-reply' })
          response.end(read('answer.tsr'))
        })
      })
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve)
      })
      return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () => new Promise((resolve) => server.close(() => resolve())),
      }
    },
    close: () => rmSync(folder, { recursive: true }),
  }
}
