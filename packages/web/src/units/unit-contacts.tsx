/** How a unit is reached, each with its days; keepers of the directory add and end them. */
import { AddContact, type Contact, contactKinds, EndContact, type UnitNode } from '@loa/contract/units'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { todayInVietnam } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { unitWords } from '../words/units.ts'
import { useDaysWords } from './unit-days.tsx'

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
  const daysWords = useDaysWords()
  const [isAdding, setIsAdding] = useState(false)
  return (
    <div className="unit-contacts">
      <h3>{t.contacts}</h3>
      {contacts.length === 0 && <p className="meta">{t.noContacts}</p>}
      <ul>
        {contacts.map((contact) => (
          <li key={contact.id}>
            <span className="meta">{t.contactKinds[contact.kind]}</span>
            <span>{contact.value}</span>
            {(contact.validFrom || contact.validTo) && <span className="meta">{daysWords(contact)}</span>}
            {keeps && contact.validTo === null && <End unit={unit} contact={contact} />}
          </li>
        ))}
      </ul>
      {keeps &&
        (isAdding ? (
          <ContactForm unit={unit} onDone={() => setIsAdding(false)} />
        ) : (
          <Button size="xs" variant="default" onClick={() => setIsAdding(true)}>
            {t.addContact}
          </Button>
        ))}
    </div>
  )
}

/** Until today; of a unit that ended, until its last day. */
const lastDay = ({ validTo }: UnitNode): string => {
  const today = todayInVietnam()
  return validTo !== null && validTo < today ? validTo : today
}

const End = ({ unit, contact }: { unit: UnitNode; contact: Contact }) => {
  const t = useWords(unitWords)
  const cache = useQueryClient()
  const end = useMutation({
    mutationFn: () =>
      call(EndContact, {
        params: { id: unit.id, contactId: contact.id },
        body: { validTo: lastDay(unit) },
      }),
    onSuccess: () => cache.invalidateQueries(),
  })
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t.endContactLabel(contact.value)}
        onClick={() => end.mutate()}
        loading={end.isPending}
      >
        {t.endContact}
      </Button>
      {end.error && <Trouble error={end.error} />}
    </>
  )
}

const ContactForm = ({ unit, onDone }: { unit: UnitNode; onDone: () => void }) => {
  const t = useWords(unitWords)
  const shell = useWords(shellWords)
  const cache = useQueryClient()
  const [kind, setKind] = useState<Contact['kind']>('phone')
  const [value, setValue] = useState('')
  const [validFrom, setValidFrom] = useState('')
  const add = useMutation({
    mutationFn: () =>
      call(AddContact, { params: { id: unit.id }, body: { kind, value, validFrom: validFrom || null } }),
    onSuccess: async () => {
      await cache.invalidateQueries()
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <form className="contact-form" onSubmit={submit}>
      <NativeSelect
        label={t.contactKind}
        value={kind}
        onChange={(event) =>
          setKind(contactKinds.find((each) => each === event.currentTarget.value) ?? 'phone')
        }
        data={contactKinds.map((each) => ({ value: each, label: t.contactKinds[each] }))}
      />
      <TextInput
        label={t.contactValue}
        required
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <TextInput
        label={t.contactFrom}
        type="date"
        value={validFrom}
        onChange={(event) => setValidFrom(event.currentTarget.value)}
      />
      <div className="form-acts">
        <Button type="submit" size="xs" loading={add.isPending}>
          {t.saveContact}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {shell.cancel}
        </Button>
      </div>
      {add.error && <Trouble error={add.error} />}
    </form>
  )
}
