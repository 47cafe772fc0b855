/** How a unit is reached, each with its days. */
import { AddContact, type Contact, EndContact, type UnitNode } from '@loa/contract/units'
import { call } from '../api.ts'
import { useWords } from '../words/language.tsx'
import { unitWords } from '../words/units.ts'
import { DatedThings } from './dated-things.tsx'

export const UnitContacts = ({
  unit,
  contacts,
  keeps,
}: {
  unit: UnitNode
  contacts: Contact[]
  keeps: boolean
}) => {
  const t = useWords(unitWords)
  const params = { id: unit.id }
  return (
    <DatedThings
      unit={unit}
      things={contacts.map(({ value, ...contact }) => ({ ...contact, words: value }))}
      keeps={keeps}
      usual="phone"
      longest={300}
      words={{
        title: t.contacts,
        none: t.noContacts,
        kinds: t.contactKinds,
        kind: t.contactKind,
        words: t.contactValue,
        add: t.addContact,
      }}
      onAdd={({ words, ...contact }) => call(AddContact, { params, body: { ...contact, value: words } })}
      onEnd={(contactId, validTo) =>
        call(EndContact, { params: { ...params, contactId }, body: { validTo } })
      }
    />
  )
}
