import {
  AddPasskey,
  AskNewPasskey,
  BeginSecondFactor,
  ChangePassword,
  ConfirmSecondFactor,
  EndOtherSessions,
  EndSecondFactor,
  EndSession,
  GetAccount,
  RemovePasskey,
} from '@loa/contract/account'
import { Problem } from '@loa/contract/problem'
import { renderSVG } from 'uqr'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { orNotFound, route, routeInSteps, type Tools, type Wire } from '../http/endpoint.ts'
import { findSignIn } from './account-queries.ts'
import type { Actor } from './actor.ts'
import { cookieOf, headersFor, passCookies } from './cookies.ts'
import { deviceCookie } from './entrance.ts'
import { deletePasskeys, insertPasskey, listPasskeys } from './passkey-queries.ts'
import { askNewPasskey, checkNewPasskey, isPasskeyAddress } from './passkeys.ts'
import { savePassword } from './queries.ts'
import { endSessions, listSessions } from './session-queries.ts'

export const accountRoutes = [
  route(GetAccount, async ({ db, actor, tools, wire }) => ({
    email: actor.email,
    ...(await findSignIn(db, actor.id)),
    passkeys: await listPasskeys(db, actor.id),
    passkeysHere: isPasskeyAddress(tools, wire),
    sessions: await listSessions(db, actor.id, wire.session?.sessionId ?? null),
  })),

  routeInSteps(ChangePassword, {
    async prepare({ actor, tools, wire }, { current, password }) {
      await checkPassword(tools, wire, actor, current)
      return tools.auth.hashPassword(password)
    },
    async handle({ db, actor, now, wire }, _input, passwordHash) {
      await savePassword(db, actor.id, passwordHash)
      await endSessions(db, actor.id, { but: here(wire) })
      await note(db, actor, now, 'password.changed')
      return {}
    },
  }),

  routeInSteps(BeginSecondFactor, {
    async prepare({ actor, tools, wire }, { password }) {
      await checkPassword(tools, wire, actor, password)
      const begun = await tools.auth.beginSecondFactor(password, headersFor(wire))
      if (!begun) throw new Problem('account.second-factor-on')
      return begun
    },
    handle: async (_context, _input, { totpURI, backupCodes }) => ({
      secret: new URL(totpURI).searchParams.get('secret') ?? '',
      square: renderSVG(totpURI, { border: 2 }),
      backupCodes,
    }),
  }),

  routeInSteps(ConfirmSecondFactor, {
    async prepare({ actor, tools, wire }, { code }) {
      await checkTries(tools, wire, actor, 'code')
      const cookies = await tools.auth.giveCode(code, headersFor(wire))
      if (!cookies) throw new Problem('session.wrong-code')
      passCookies(wire, cookies)
    },
    async handle({ db, actor, now }) {
      await note(db, actor, now, 'second-factor.on')
      return {}
    },
  }),

  routeInSteps(EndSecondFactor, {
    async prepare({ actor, tools, wire }, { password }) {
      await checkPassword(tools, wire, actor, password)
      const cookies = await tools.auth.endSecondFactor(password, headersFor(wire))
      if (!cookies) throw new Problem('account.second-factor-off')
      passCookies(wire, cookies)
    },
    async handle({ db, actor, now }) {
      await note(db, actor, now, 'second-factor.off')
      return {}
    },
  }),

  routeInSteps(AskNewPasskey, {
    prepare: ({ actor, tools, wire }) => askNewPasskey(tools, wire, actor),
    handle: async (_context, _input, options) => ({ options }),
  }),

  routeInSteps(AddPasskey, {
    prepare: ({ actor, tools, wire }, { response }) => checkNewPasskey(tools, wire, actor.id, response),
    async handle({ db, actor, now }, { name }, key) {
      const added = await insertPasskey(db, { personId: actor.id, name, at: now, key })
      await note(db, actor, now, 'passkey.added', { name })
      return added
    },
  }),

  route(RemovePasskey, async ({ db, actor, now, params }) => {
    if ((await deletePasskeys(db, actor.id, params.id)) === 0) orNotFound(null, 'passkey', params.id)
    await note(db, actor, now, 'passkey.removed')
    return {}
  }),

  route(EndSession, async ({ db, actor, now, params }) => {
    if ((await endSessions(db, actor.id, { only: params.id })) === 0) orNotFound(null, 'session', params.id)
    await note(db, actor, now, 'session.ended')
    return {}
  }),

  route(EndOtherSessions, async ({ db, actor, now, wire }) => {
    const ended = await endSessions(db, actor.id, { but: here(wire) })
    await note(db, actor, now, 'session.ended', { ended })
    return {}
  }),
]

const here = (wire: Wire): string => wire.session?.sessionId ?? ''

/** Somebody at an unlocked machine guesses no longer than a stranger does. */
const checkTries = async (tools: Tools, wire: Wire, actor: Actor, what: 'password' | 'code') => {
  const attempt = {
    what,
    account: actor.email,
    address: wire.address,
    cookie: cookieOf(wire.headers, deviceCookie),
  }
  if ((await tools.auth.tries.mayTry(attempt)) !== 'may') throw new Problem('request.too-many')
  return attempt
}

const checkPassword = async (tools: Tools, wire: Wire, actor: Actor, password: string) => {
  const attempt = await checkTries(tools, wire, actor, 'password')
  if (!(await tools.auth.isPasswordOf(actor.id, password))) throw new Problem('account.wrong-password')
  await tools.auth.tries.wasRight(attempt)
}

const note = (db: Database, actor: Actor, at: string, kind: string, data: Record<string, unknown> = {}) =>
  record(db, {
    unitId: actor.unit.id,
    at,
    personId: actor.id,
    kind,
    subject: 'person',
    subjectId: actor.id,
    data,
  })
