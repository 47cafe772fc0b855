import { GetHome } from '@loa/contract/home'
import { route } from '../http/endpoint.ts'
import { mayAct, ownUnits } from '../people/actor.ts'
import { today, zone } from '../time.ts'
import { listMine, listNobody, listReturned, listWaiting, listWeek } from './queries.ts'

export const homeRoutes = [
  route(GetHome, async ({ db, actor, now }) => {
    const day = Temporal.PlainDate.from(today(now))
    const eyes = {
      day: day.toString(),
      now,
      person: actor.id,
      units: ownUnits(actor),
      may: (act: Parameters<typeof mayAct>[1]) => mayAct(actor, act),
    }
    const monday = day.subtract({ days: day.dayOfWeek - 1 })
    const since = monday.toZonedDateTime(zone).toInstant().toString()
    const forms = await listWeek(db, ownUnits(actor), since)
    const sum = (pick: (row: (typeof forms)[number]) => number) =>
      forms.reduce((total, row) => total + pick(row), 0)
    return {
      mine: [
        ...(eyes.may('person.change') ? await listNobody(db, eyes.units, day.toString()) : []),
        ...(await listMine(db, eyes)),
      ],
      waiting: await listWaiting(db, eyes),
      returned: await listReturned(db, eyes),
      week: {
        from: monday.toString(),
        to: day.toString(),
        declared: sum((row) => row.activities),
        proved: sum((row) => row.proved),
        claimed: sum((row) => row.claimed),
        doubted: sum((row) => row.doubted),
        forms: forms.map(({ form, activities, proved }) => ({ form, activities, proved })),
      },
    }
  }),
]
