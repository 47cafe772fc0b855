/** Everything that can be set from outside, with a default for a first try. */
import { z } from 'zod'
import { StartTrouble } from './start-trouble.ts'

const Config = z.object({
  /** Port of the web server. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** Address to listen on; 0.0.0.0 opens Loa to the office network (put TLS in front). */
  LOA_HOST: z.string().default('127.0.0.1'),
  /** Folder of the database, the files and the secret. */
  LOA_DATA: z.string().min(1).default('./data'),
  /** Any PostgreSQL ≥ 15 instead of the embedded one. */
  LOA_DATABASE_URL: z.string().startsWith('postgres').optional(),
  /** `hai-duong`: the example province on an empty database; `none`: start empty with a first-run page. */
  LOA_EXAMPLE: z.enum(['hai-duong', 'none']).default('hai-duong'),
  /** Address that people type, when a proxy stands in front: https://loa.example.vn */
  LOA_URL: z.url().optional(),
  /** Address of an OpenID Connect provider by which invited people may sign in. */
  LOA_OIDC_ISSUER: z.url().optional(),
  /** What the provider calls this Loa; its redirect address there is LOA_URL + /api/session/provider/back */
  LOA_OIDC_CLIENT_ID: z.string().optional(),
  LOA_OIDC_CLIENT_SECRET: z.string().optional(),
  /** What the sign-in button says: "Đăng nhập bằng …". */
  LOA_OIDC_NAME: z.string().max(60).optional(),
  /** Address of a timestamp authority (RFC 3161 over HTTP); with it a digital signature proves its moment. */
  LOA_TSA_URL: z.url().optional(),
  /** `no`: when that authority does not answer, the signer may choose to sign without. */
  LOA_TSA_REQUIRED: z.enum(['yes', 'no']).default('yes'),
  /** Library of the token's or HSM's maker (PKCS #11): keys in them can sign. Needs OpenSC's pkcs11-tool. */
  LOA_PKCS11_MODULE: z.string().startsWith('/').optional(),
  /** A service that signs from afar, after the CSC API v2, up to /csc/v2; with what it knows this Loa by. */
  LOA_CSC_URL: z.url().optional(),
  LOA_CSC_CLIENT_ID: z.string().optional(),
  LOA_CSC_CLIENT_SECRET: z.string().optional(),
  /** Folder of the certificates that signatures may rest on, and of lists of revoked ones (PEM or DER). */
  LOA_TRUST: z.string().min(1).optional(),
  /** A file of map tiles (.pmtiles, Protomaps or OpenMapTiles layers) that pages draw under the points. */
  LOA_PMTILES: z.string().endsWith('.pmtiles').optional(),
  /** Mail server that reminders go out by, too: smtp://name:password@mail.example.vn:587, or smtps:// for TLS from the start. */
  LOA_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/)
    .optional(),
  /** Who letters are from: Loa Sở VHTTDL <loa@example.vn> */
  LOA_MAIL_FROM: z.string().min(3).max(200).default('Loa <loa@localhost>'),
  /** Folder of the exchanges by files: one folder below it for each connection; without it `exchange` in the data folder. */
  LOA_EXCHANGE: z.string().min(1).optional(),
  /** Folder into which files are dropped: they come in as dispatches of the unit that runs this Loa; folders below it are for others. */
  LOA_INBOX_FOLDER: z.string().min(1).optional(),
  /** Least level that is logged. */
  LOA_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})
export type Config = z.infer<typeof Config>

/** Where people reach this Loa, without a slash at the end. */
export const publicAddress = ({ LOA_URL, PORT }: Config): string =>
  (LOA_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '')

/** @throws StartTrouble naming every setting that is wrong */
export const readConfig = (environment: Record<string, string | undefined>): Config => {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = Config.safeParse(given)
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
  throw new StartTrouble('config.invalid', {
    vi: `Giá trị cấu hình không hợp lệ: ${names}. Xem README, mục Cấu hình.`,
    en: `These settings are not valid: ${names}. See README, Configuration.`,
  })
}
