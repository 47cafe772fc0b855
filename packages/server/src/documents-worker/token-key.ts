/**
 * Keys in tokens and HSMs by PKCS #11, through OpenSC's `pkcs11-tool`: the library of the token's maker runs in a process of its own,
 * whatever it does to it. The PIN goes by the environment of that process, which only its owner can read.
 */
import { spawn } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import type { SigningKey } from '@loa/documents/sign'
import { PlaceFault } from './key-place.ts'

const program = 'pkcs11-tool'
const patience = 30_000

interface TokenCertificate {
  token: string
  /** CKA_ID in hexadecimal. */
  key: string
  certificate: Uint8Array
}

/** The certificates of all tokens that are plugged in; they are public. @throws PlaceFault */
export const listTokenKeys = async (module: string): Promise<TokenCertificate[]> => {
  const slots = (await tool(module, ['--list-token-slots'])).toString('utf8')
  const tokens = [...slots.matchAll(/^\s*token label\s*: (.+?)\s*$/gm)].map(([, label = '']) => label)
  const found: TokenCertificate[] = []
  for (const token of tokens) {
    const objects = (
      await tool(module, ['--token-label', token, '--list-objects', '--type', 'cert'])
    ).toString('utf8')
    for (const [, key = ''] of objects.matchAll(/^\s*ID:\s*([0-9a-f]+)\s*$/gm))
      found.push({ token, key, certificate: await readCertificate(module, token, key) })
  }
  return found
}

const readCertificate = async (module: string, token: string, key: string): Promise<Uint8Array> =>
  new Uint8Array(await tool(module, ['--token-label', token, '--read-object', '--type', 'cert', '--id', key]))

/** Signs in the token. The digest is made here, so that every token can do it: RSA with its DigestInfo, ECDSA over the hash. */
export const tokenKey = (
  module: string,
  {
    token,
    key,
    certificate,
    chain,
  }: { token: string; key: string; certificate: Uint8Array; chain: Uint8Array[] },
  pin: string,
): SigningKey => {
  const isRsa = new X509Certificate(certificate).publicKey.asymmetricKeyType === 'rsa'
  return {
    certificate,
    chain,
    async sign(bytes) {
      const hash = createHash('sha256').update(bytes).digest()
      const how = isRsa
        ? ['--mechanism', 'RSA-PKCS']
        : ['--mechanism', 'ECDSA', '--signature-format', 'openssl']
      const signed = await tool(
        module,
        ['--token-label', token, '--login', '--pin', 'env:LOA_PIN', '--sign', '--id', key, ...how],
        { input: isRsa ? Buffer.concat([sha256Info, hash]) : hash, pin },
      )
      return new Uint8Array(signed)
    },
  }
}

/** DigestInfo of SHA-256 up to the hash itself (RFC 8017, section 9.2, note 1). */
const sha256Info = Buffer.from('3031300d060960864801650304020105000420', 'hex')

const tool = (
  module: string,
  args: string[],
  { input, pin }: { input?: Uint8Array; pin?: string } = {},
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const { PATH, HOME, SOFTHSM2_CONF } = process.env
    const child = spawn(program, ['--module', module, ...args], {
      env: {
        PATH,
        HOME,
        LC_ALL: 'C.UTF-8',
        ...(SOFTHSM2_CONF ? { SOFTHSM2_CONF } : {}),
        ...(pin ? { LOA_PIN: pin } : {}),
      },
      timeout: patience,
      killSignal: 'SIGKILL',
    })
    const out: Buffer[] = []
    let said = ''
    child.stdout.on('data', (part: Buffer) => out.push(part))
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.on('error', () => reject(new PlaceFault('token-program')))
    // The program may end before it has read what it was given.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input ?? '')
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out))
      else reject(faultOf(said))
    })
  })

const faultOf = (said: string): PlaceFault => {
  if (/CKR_PIN_LOCKED/.test(said)) return new PlaceFault('pin-locked')
  if (/CKR_PIN_(INCORRECT|INVALID|LEN_RANGE)/.test(said)) return new PlaceFault('wrong-password')
  return new PlaceFault('token-missing', said.trim().split('\n').at(-1))
}
