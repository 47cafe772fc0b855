import { randomUUID } from 'node:crypto'
import { type Act, acts } from '@loa/contract/acts'
import {
  EnterExample,
  FirstRun,
  GetSession,
  ListExamplePeople,
  type Session,
  SignIn,
  SignOut,
} from '@loa/contract/people'
import { Problem } from '@loa/contract/problem'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { orNotFound, route, routeInSteps, type Tools, type Wire } from '../http/endpoint.ts'
import { today } from '../time.ts'
import { findUnitsByKey, saveUnits, setOperator } from '../units/queries.ts'
import { type Actor, mayAct, ownUnits, rolesOf } from './actor.ts'
import { examplePassword } from './auth.ts'
import { findActor } from './find-actor.ts'
import { insertPerson, isEmpty, listExamplePeople } from './queries.ts'

export const personRoutes = [
  route(GetSession, async ({ db, actor, tools, wire }) => showSession(db, actor, tools, wire)),

  routeInSteps(SignIn, {
    async prepare({ tools, wire }, { email, password }) {
      if (!(await tools.auth.mayTry(wire.address, email))) throw new Problem('request.too-many')
      await enter(tools, wire, email, password)
    },
    handle: async ({ db, now, tools, wire }, { email }) => sessionOf(db, now, tools, wire, email),
  }),

  route(ListExamplePeople, async ({ db, tools, wire }) => {
    checkExample(tools, wire)
    return { people: await listExamplePeople(db) }
  }),

  routeInSteps(EnterExample, {
    async prepare({ tools, wire }, { personId }) {
      checkExample(tools, wire)
      const email = exampleEmail(personId)
      await enter(tools, wire, email, examplePassword(tools.secret))
      return email
    },
    handle: async ({ db, now, tools, wire }, _input, email) => sessionOf(db, now, tools, wire, email),
  }),

  routeInSteps(SignOut, {
    async prepare({ tools, wire }) {
      addCookies(wire, await tools.auth.signOut(wire.headers))
    },
    handle: async () => ({}),
  }),

  routeInSteps(FirstRun, {
    prepare: ({ tools }, { password }) => tools.auth.hashPassword(password),
    async handle({ db, now, tools, wire }, input, passwordHash) {
      // Two first runs at once: the second waits here and then finds the base no longer empty.
      await db.raw('lock table people in share row exclusive mode')
      if (!(await isEmpty(db))) throw new Problem('first-run.done')
      // Nobody has a right to anything yet: the founding itself is an act of the system.
      await db.raw("select set_config('loa.system', 'on', true)")
      await saveUnits(db, [
        {
          code: 'LOA-1',
          validFrom: null,
          validTo: null,
          name: input.unitName,
          fullName: input.unitName,
          type: 'department',
          parentCode: null,
          letterhead: {
            issuer: input.unitName,
            ...(input.parentName ? { parentIssuer: input.parentName } : {}),
            place: input.place,
            symbol: input.symbol,
            archive: `Lưu: VT, ${input.symbol.split('-').at(-1)}.`,
          },
        },
      ])
      const [unit] = await findUnitsByKey(db, [{ code: 'LOA-1', validFrom: null }])
      if (!unit) throw new Error('the first unit was not saved')
      await setOperator(db, unit.id)
      const id = randomUUID()
      await insertPerson(db, {
        id,
        name: input.name,
        email: input.email,
        title: '',
        example: false,
        passwordHash,
        unitId: unit.id,
        roles: ['administrator', 'officer', 'head', 'clerk', 'leader'],
      })
      await record(db, {
        unitId: unit.id,
        at: now,
        personId: id,
        kind: 'unit.founded',
        subject: 'unit',
        subjectId: unit.id,
      })
      return showSession(db, null, tools, wire)
    },
  }),
]

const checkExample = (tools: Tools, wire: Wire) => {
  if (!isExample(tools, wire)) throw new Problem('session.example-off')
}
const isExample = (tools: Tools, wire: Wire) => tools.config.LOA_EXAMPLE !== 'none' && wire.loopback

export const exampleEmail = (personId: string): string => `${personId}@vi-du.invalid`

const enter = async (tools: Tools, wire: Wire, email: string, password: string) => {
  const cookies = await tools.auth.signIn(email, password, wire.headers)
  if (!cookies) throw new Problem('session.wrong-password')
  addCookies(wire, cookies)
}

const addCookies = (wire: Wire, headers: Headers) => {
  for (const cookie of headers.getSetCookie()) wire.answerHeaders.append('set-cookie', cookie)
}

const sessionOf = async (
  db: Database,
  now: string,
  tools: Tools,
  wire: Wire,
  email: string,
): Promise<Session> => {
  const { rows } = await db.raw('select id from people where email = $1', [email.toLowerCase()])
  const actor = await findActor(db, String(rows[0]?.id ?? ''), today(now))
  return showSession(db, orNotFound(actor, 'person', email), tools, wire)
}

const showSession = async (
  db: Database,
  actor: Actor | null,
  tools: Tools,
  wire: Wire,
): Promise<Session> => ({
  person: actor && {
    id: actor.id,
    name: actor.name,
    email: actor.email,
    title: actor.title,
    unit: actor.unit,
    roles: rolesOf(actor),
  },
  acts: actor ? (Object.keys(acts) as Act[]).filter((act) => mayAct(actor, act)) : [],
  ownUnits: actor ? ownUnits(actor) : [],
  example: isExample(tools, wire),
  firstRun: await isEmpty(db),
})
