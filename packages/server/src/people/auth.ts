/** Sign-in by better-auth: passwords with argon2id, sessions in PostgreSQL under our table names. */
import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import pg from 'pg'
import { RateLimiterMemory } from 'rate-limiter-flexible'

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. `algorithm: 2` is argon2id, the package's default too. */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const openAuth = (options: { databaseUrl: string; secret: string; baseUrl: string }) => {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 2, idleTimeoutMillis: 30_000 })
  pool.on('error', () => {})
  const auth = betterAuth({
    database: pool,
    secret: options.secret,
    baseURL: options.baseUrl,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    // Our own limiter and origin check stand in front of every route, this one too.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      // Accounts are made by an administrator, never by a stranger.
      disableSignUp: true,
      minPasswordLength: 10,
      password: {
        hash: (password) => hash(password, argon2id),
        verify: ({ hash: stored, password }) => verify(stored, password),
      },
    },
    user: {
      modelName: 'people',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'sessions',
      expiresIn: 12 * 3600,
      updateAge: 3600,
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    account: {
      modelName: 'accounts',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: { cookiePrefix: 'loa', useSecureCookies: options.baseUrl.startsWith('https:') },
  })
  // By address and e-mail together: who guesses is stopped, and neither the colleagues behind the same address nor the
  // owner of the account elsewhere is locked out with them.
  const tries = new RateLimiterMemory({ points: 10, duration: 60 })
  return {
    /** False after ten tries within a minute. */
    mayTry: (address: string, email: string): Promise<boolean> =>
      tries.consume(`${address} ${email.toLowerCase()}`).then(
        () => true,
        () => false,
      ),
    /** The id of the signed-in person, or null. */
    async whoIs(headers: Headers): Promise<string | null> {
      const found = await auth.api.getSession({ headers })
      return found?.user.id ?? null
    },
    /** Cookies of a new session, or null when e-mail or password is wrong. */
    async signIn(email: string, password: string, headers: Headers): Promise<Headers | null> {
      const response = await auth.api.signInEmail({ body: { email, password }, headers, asResponse: true })
      return response.ok ? response.headers : null
    },
    async signOut(headers: Headers): Promise<Headers> {
      return (await auth.api.signOut({ headers, asResponse: true })).headers
    },
    hashPassword: (password: string) => hash(password, argon2id),
    close: () => pool.end(),
  }
}
export type Auth = ReturnType<typeof openAuth>

/** The secret that signs cookies: made once, kept beside the data, readable by the server's account only. */
export const readSecret = (dataFolder: string): string => {
  const path = join(dataFolder, 'secret')
  if (!existsSync(path))
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  return readFileSync(path, 'utf8').trim()
}

/** Nobody knows the example people's password: it is derived from the secret, for the one-click entry only. */
export const examplePassword = (secret: string): string =>
  createHmac('sha256', secret).update('example people').digest('base64url')
