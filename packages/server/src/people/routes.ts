import { randomUUID } from 'node:crypto'
import { FirstRun } from '@loa/contract/people'
import { Problem } from '@loa/contract/problem'
import { record } from '../events/events.ts'
import { routeInSteps } from '../http/endpoint.ts'
import { findUnitsByKey, saveUnits, setOperator } from '../units/queries.ts'
import { accountRoutes } from './account-routes.ts'
import { showSession } from './entrance.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { powerRoutes } from './power-routes.ts'
import { providerRoutes } from './provider-routes.ts'
import { asSystem, insertPerson, isEmpty } from './queries.ts'
import { rosterRoutes } from './roster-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { whyRoutes } from './why-routes.ts'

export const personRoutes = [
  ...sessionRoutes,
  ...providerRoutes,
  ...accountRoutes,
  ...invitationRoutes,
  ...rosterRoutes,
  ...powerRoutes,
  ...whyRoutes,

  routeInSteps(FirstRun, {
    prepare: ({ tools }, { password }) => tools.auth.hashPassword(password),
    async handle({ db, now, tools, wire }, input, passwordHash) {
      // Two first runs at once: the second waits here and then finds the base no longer empty.
      await db.raw('lock table people in share row exclusive mode')
      if (!(await isEmpty(db))) throw new Problem('first-run.done')
      // Nobody has a right to anything yet: the founding itself is an act of the system.
      await asSystem(db)
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
