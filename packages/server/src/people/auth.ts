/** Sign-in by better-auth: passwords with argon2id, sessions in PostgreSQL under our table names. */
import { createHmac, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hash, verify } from '@node-rs/argon2'
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { twoFactor } from 'better-auth/plugins'
import pg from 'pg'
import { z } from 'zod'
import { openChallenges } from './challenges.ts'
import { openTries } from './tries.ts'

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. `algorithm: 2` is argon2id, the package's default too. */
const argon2id = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Begins a session for somebody who has shown who they are by a passkey or a provider. Never a route: called from here only. */
const enterPlugin = {
  id: 'loa-enter',
  endpoints: {
    enterPerson: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ personId: z.string() }) },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId)
        if (!user) return ctx.json({ done: false })
        const session = await ctx.context.internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ done: true })
      },
    ),
  },
}

export const openAuth = (options: { databaseUrl: string; secret: string; baseUrl: string }) => {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 2, idleTimeoutMillis: 30_000 })
  pool.on('error', () => {})
  const auth = betterAuth({
    database: pool,
    secret: options.secret,
    baseURL: options.baseUrl,
    basePath: '/api/auth',
    telemetry: { enabled: false },
    // Refused sign-ins stand in our event log.
    logger: { level: 'error' },
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
      // So that "last used" in the list of sessions is right to five minutes.
      updateAge: 300,
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
    plugins: [
      twoFactor({
        issuer: 'Loa',
        twoFactorTable: 'two_factors',
        // Its lock would let whoever knows the password lock the owner out; people/tries.ts counts instead.
        accountLockout: { enabled: false },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factors',
            fields: {
              userId: 'person_id',
              backupCodes: 'backup_codes',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      enterPlugin,
    ],
    advanced: { cookiePrefix: 'loa', useSecureCookies: options.baseUrl.startsWith('https:') },
  })
  const secondStep = async (code: string, headers: Headers): Promise<Response> => {
    const given = { body: { code }, headers, asResponse: true } as const
    return /^\d{6}$/.test(code) ? auth.api.verifyTOTP(given) : auth.api.verifyBackupCode(given)
  }
  return {
    tries: openTries(options.secret),
    challenges: openChallenges(options.secret),
    baseUrl: options.baseUrl,
    /** Of the session behind the cookie: its id and the person's, or null. */
    async whoIs(headers: Headers): Promise<{ personId: string; sessionId: string } | null> {
      const found = await auth.api.getSession({ headers })
      return found && { personId: found.user.id, sessionId: found.session.id }
    },
    /** Cookies of a new session, or of a sign-in that waits for its second step; null when e-mail or password is wrong. */
    async signIn(
      email: string,
      password: string,
      headers: Headers,
    ): Promise<{ cookies: Headers; secondFactor: boolean } | null> {
      const response = await auth.api.signInEmail({ body: { email, password }, headers, asResponse: true })
      if (!response.ok) return null
      const answer = (await response.json()) as { twoFactorRedirect?: boolean }
      return { cookies: response.headers, secondFactor: answer.twoFactorRedirect === true }
    },
    /** Whose sign-in waits for a code, or null when it has waited too long. */
    async whoWaits(headers: Headers): Promise<{ id: string; email: string } | null> {
      const value = /(?:^|; *)(?:__Secure-)?loa\.two_factor=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1]
      if (!value) return null
      const { internalAdapter } = await auth.$context
      const waiting = await internalAdapter.findVerificationValue(value.split('.')[0] ?? '')
      if (!waiting || waiting.expiresAt <= new Date()) return null
      return internalAdapter.findUserById(waiting.value)
    },
    /** Cookies of the new session, or null when the code is wrong. */
    async giveCode(code: string, headers: Headers): Promise<Headers | null> {
      const response = await secondStep(code, headers)
      return response.ok ? response.headers : null
    },
    async enter(personId: string, headers: Headers): Promise<Headers> {
      return (await auth.api.enterPerson({ body: { personId }, headers, asResponse: true })).headers
    },
    async signOut(headers: Headers): Promise<Headers> {
      return (await auth.api.signOut({ headers, asResponse: true })).headers
    },
    /** The secret of an authenticator app that is not confirmed yet; null when the password is wrong. */
    async beginSecondFactor(password: string, headers: Headers) {
      const response = await auth.api.enableTwoFactor({ body: { password }, headers, asResponse: true })
      return response.ok ? ((await response.json()) as { totpURI: string; backupCodes: string[] }) : null
    },
    async endSecondFactor(password: string, headers: Headers): Promise<Headers | null> {
      const response = await auth.api.disableTwoFactor({ body: { password }, headers, asResponse: true })
      return response.ok ? response.headers : null
    },
    async isPasswordOf(personId: string, password: string): Promise<boolean> {
      const { rows } = await pool.query<{ password: string | null }>(
        "select password from accounts where person_id = $1 and provider_id = 'credential'",
        [personId],
      )
      const stored = rows[0]?.password
      return stored ? verify(stored, password) : false
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
