import { AddContact, EndContact } from '@loa/contract/units'
import { record } from '../events/events.ts'
import { orNotFound, route } from '../http/endpoint.ts'
import { allowDirectory } from '../people/actor.ts'
import { checkContact, checkEnd } from './contact.ts'
import { endContact, findContact, findUnitDays, insertContact } from './life-queries.ts'

export const contactRoutes = [
  route(AddContact, async ({ db, actor, now, params }, contact) => {
    allowDirectory(actor, 'unit.change')
    const unit = orNotFound(await findUnitDays(db, params.id), 'unit', params.id)
    checkContact(contact, unit)
    const added = await insertContact(db, params.id, contact)
    await record(db, {
      unitId: actor.unit.id,
      at: now,
      personId: actor.id,
      kind: 'unit.contact-added',
      subject: 'unit',
      subjectId: params.id,
      data: added,
    })
    return added
  }),

  route(EndContact, async ({ db, actor, now, params }, { validTo }) => {
    allowDirectory(actor, 'unit.change')
    const unit = orNotFound(await findUnitDays(db, params.id), 'unit', params.id)
    const contact = orNotFound(
      await findContact(db, params.id, params.contactId),
      'contact',
      params.contactId,
    )
    checkEnd(contact, validTo, unit)
    const ended = await endContact(db, contact.id, validTo)
    await record(db, {
      unitId: actor.unit.id,
      at: now,
      personId: actor.id,
      kind: 'unit.contact-ended',
      subject: 'unit',
      subjectId: params.id,
      data: ended,
    })
    return ended
  }),
]
