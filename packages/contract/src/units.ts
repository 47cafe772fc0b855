import { z } from 'zod'
import { Day, endpoint, Id, PageQuery, pageOf } from './endpoint.ts'

/** A body or an area as it is on one day. The key is (code, validFrom): codes are reused. */
export const Unit = z.object({
  id: Id,
  code: z.string(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  name: z.string(),
  fullName: z.string(),
  type: z.string(),
  parentCode: z.string().nullable(),
})
export type Unit = z.infer<typeof Unit>

export const UnitRef = z.object({ id: Id, code: z.string(), name: z.string(), fullName: z.string() })
export type UnitRef = z.infer<typeof UnitRef>

/** Units as they were when the order went out ("đơn vị khi đó"), or those who answer for it today ("đơn vị hôm nay"). */
export const UnitsOf = z.enum(['then', 'today']).default('then')
export type UnitsOf = z.infer<typeof UnitsOf>

export const ListUnits = endpoint({
  method: 'get',
  path: '/api/units',
  access: 'unit.read',
  summary: 'The units of a day, searched without tone marks',
  query: PageQuery.extend({
    on: Day.optional(),
    q: z.string().max(100).optional(),
    type: z.string().optional(),
  }),
  answer: pageOf(Unit),
})
