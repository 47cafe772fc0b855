/**
 * OpenID Connect by openid-client: code flow with PKCE, state and nonce. Nobody is made by it: who enters has been invited
 * with the e-mail that the provider has verified, and stays tied to that one account of the provider.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { Problem } from '@loa/contract/problem'
import * as oidc from 'openid-client'
import type { Config } from '../config.ts'

interface Waiting {
  state: string
  nonce: string
  verifier: string
  /** Where the person wanted to go. */
  to: string
  until: number
}

export interface Arrived {
  subject: string
  email: string
  to: string
}

export const openProvider = (config: Config, secret: string, baseUrl: string) => {
  const back = `${baseUrl}/api/session/provider/back`
  let found: Promise<oidc.Configuration> | null = null
  /** Asked when first needed, so that Loa starts without its provider; asked again after a failure. */
  const discover = () => {
    const { LOA_OIDC_ISSUER: issuer, LOA_OIDC_CLIENT_ID: id, LOA_OIDC_CLIENT_SECRET: key } = config
    if (!issuer || !id) throw new Problem('oidc.off')
    found ??= oidc
      .discovery(new URL(issuer), id, key, undefined, {
        // Plain http is for a provider on this very machine.
        execute: isLoopbackHttp(issuer) ? [oidc.allowInsecureRequests] : [],
        timeout: 10,
      })
      .catch(() => {
        found = null
        throw new Problem('oidc.unreachable')
      })
    return found
  }
  const sign = (text: string) => createHmac('sha256', secret).update(`provider\n${text}`).digest('base64url')
  return {
    /** Where the browser goes, and what it keeps until it is back. */
    async begin(to: string): Promise<{ location: string; waiting: string }> {
      const provider = await discover()
      const waiting: Waiting = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        to,
        until: Date.now() + 600_000,
      }
      const url = oidc.buildAuthorizationUrl(provider, {
        redirect_uri: back,
        scope: 'openid email profile',
        state: waiting.state,
        nonce: waiting.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(waiting.verifier),
        code_challenge_method: 'S256',
      })
      const text = Buffer.from(JSON.stringify(waiting)).toString('base64url')
      return { location: url.href, waiting: `${text}.${sign(text)}` }
    },
    /** @throws Problem `oidc.refused` for whatever does not fit together, `oidc.unknown-person` without a verified e-mail */
    async finish(query: string, kept: string | null): Promise<Arrived> {
      const provider = await discover()
      const waiting = read(kept, sign)
      if (!waiting || waiting.until < Date.now()) throw new Problem('oidc.refused')
      const tokens = await oidc
        .authorizationCodeGrant(provider, new URL(`${back}?${query}`), {
          pkceCodeVerifier: waiting.verifier,
          expectedState: waiting.state,
          expectedNonce: waiting.nonce,
          idTokenExpected: true,
        })
        .catch(() => {
          throw new Problem('oidc.refused')
        })
      const claims = tokens.claims()
      if (!claims) throw new Problem('oidc.refused')
      const said =
        claims.email === undefined
          ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub).catch(() => {
              throw new Problem('oidc.refused')
            })
          : claims
      if (typeof said.email !== 'string' || said.email_verified !== true)
        throw new Problem('oidc.unknown-person')
      return { subject: `${claims.iss} ${claims.sub}`, email: said.email.toLowerCase(), to: waiting.to }
    },
  }
}
export type Provider = ReturnType<typeof openProvider>

const read = (kept: string | null, sign: (text: string) => string): Waiting | null => {
  const [text = '', signature = ''] = (kept ?? '').split('.')
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(text))]
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null
  return JSON.parse(Buffer.from(text, 'base64url').toString()) as Waiting
}

const isLoopbackHttp = (issuer: string): boolean => {
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}
