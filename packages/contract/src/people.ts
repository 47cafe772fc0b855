import { z } from 'zod'
import { type Act, acts, roles } from './acts.ts'
import { endpoint } from './endpoint.ts'
import { UnitRef } from './units.ts'

export const Person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  /** What the office calls the post: "Chuyên viên, Phòng QLVHGĐ". */
  title: z.string(),
  unit: UnitRef,
  roles: z.array(z.enum(roles)),
})
export type Person = z.infer<typeof Person>

export const PersonRef = z.object({ id: z.string(), name: z.string() })
export type PersonRef = z.infer<typeof PersonRef>

export const Session = z.object({
  /** Null for a stranger. */
  person: Person.nullable(),
  acts: z.array(z.enum(Object.keys(acts) as [Act, ...Act[]])),
  /** The units the person works in, and those these took over whole: whose things are the person's own. */
  ownUnits: z.array(z.number().int()),
  /** True when each example person can be entered with one click: example data, loopback address. */
  example: z.boolean(),
  /** True on an empty base: the first-run page asks for the name of the body. */
  firstRun: z.boolean(),
})
export type Session = z.infer<typeof Session>

export const GetSession = endpoint({
  method: 'get',
  path: '/api/session',
  access: 'public',
  summary: 'Who is signed in',
  answer: Session,
})

export const SignIn = endpoint({
  method: 'post',
  path: '/api/session',
  access: 'public',
  summary: 'Sign in with e-mail and password',
  body: z.object({ email: z.email(), password: z.string().min(1).max(200) }),
  answer: Session,
})

export const ListExamplePeople = endpoint({
  method: 'get',
  path: '/api/session/example',
  access: 'public',
  summary: 'The example people that can be entered with one click (example data and loopback only)',
  answer: z.object({ people: z.array(Person) }),
})

export const EnterExample = endpoint({
  method: 'post',
  path: '/api/session/example',
  access: 'public',
  summary: 'Enter as an example person (example data and loopback only)',
  body: z.object({ personId: z.string() }),
  answer: Session,
})

export const SignOut = endpoint({
  method: 'delete',
  path: '/api/session',
  access: 'public',
  summary: 'Sign out',
})

export const FirstRun = endpoint({
  method: 'post',
  path: '/api/first-run',
  access: 'public',
  summary: 'Name the body and its first administrator, on an empty base only',
  body: z.object({
    unitName: z.string().trim().min(3).max(200),
    parentName: z.string().trim().max(200).default(''),
    /** Place in the date line (ô 4). */
    place: z.string().trim().min(2).max(100),
    /** Symbol after the number (ô 3), such as SVHTTDL-QLVHGĐ. */
    symbol: z.string().trim().min(2).max(50),
    name: z.string().trim().min(2).max(100),
    email: z.email(),
    password: z.string().min(10).max(200),
  }),
  answer: Session,
})
