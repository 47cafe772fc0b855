import { type Role, roles } from '@loa/contract/acts'
import { InvitePerson } from '@loa/contract/roster'
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { todayInVietnam } from '../shell/format.ts'
import { Page } from '../shell/page.tsx'
import { useSession } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { actWords } from '../words/acts.ts'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'
import { LinkOnce } from './link-once.tsx'
import { UnitPicker } from './unit-picker.tsx'
import { useFields } from './use-fields.ts'
import './people.css'

export const NewPersonPage = () => {
  const t = useWords(peopleWords)
  const cache = useQueryClient()
  const own = useSession()?.person?.unit.id ?? null
  const { fields, field } = useFields({
    name: '',
    email: '',
    title: '',
    from: todayInVietnam(),
    to: '',
    act: '',
  })
  const [unitId, setUnitId] = useState<number | null>(own)
  const [chosen, setChosen] = useState<Role[]>([])
  const [isTried, setTried] = useState(false)
  const invite = useMutation({
    mutationFn: (unit: number) => {
      const { from, to, ...rest } = fields
      return call(InvitePerson, {
        body: { ...rest, unitId: unit, roles: chosen, ...(from ? { from } : {}), ...(to ? { to } : {}) },
      })
    },
    onSuccess: () => cache.invalidateQueries({ queryKey: ['people'] }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (unitId !== null && chosen.length > 0) invite.mutate(unitId)
  }
  return (
    <Page title={t.newTitle} crumb={<Link to="/people">{t.title}</Link>} state={t.newLead}>
      <div className="panel new-person">
        {invite.data ? (
          <div className="person-body">
            <LinkOnce invitation={invite.data.invitation} />
            <Link to="/people/$id" params={{ id: invite.data.id }}>
              {t.openPerson}
            </Link>
          </div>
        ) : (
          <form className="person-form" onSubmit={submit}>
            <TextInput label={t.name} autoComplete="off" required minLength={2} {...field('name')} />
            <TextInput label={t.email} type="email" autoComplete="off" required {...field('email')} />
            <TextInput className="wide" label={t.post} description={t.postHelp} {...field('title')} />
            <div className="wide">
              <UnitPicker
                value={unitId}
                onChange={setUnitId}
                error={isTried && unitId === null ? t.unitMissing : null}
              />
            </div>
            <div className="wide">
              <RoleChoice
                chosen={chosen}
                onChange={setChosen}
                error={isTried && chosen.length === 0 ? t.rolesMissing : null}
              />
            </div>
            <TextInput label={t.from} type="date" description={'\u00a0'} {...field('from')} />
            <TextInput label={t.to} type="date" description={t.toHelp} {...field('to')} />
            <TextInput className="wide" label={t.decision} description={t.decisionHelp} {...field('act')} />
            <div className="buttons">
              <Button type="submit" size="md" loading={invite.isPending}>
                {t.invite}
              </Button>
            </div>
            {invite.error && (
              <div className="wide">
                <Trouble error={invite.error} />
              </div>
            )}
          </form>
        )}
      </div>
    </Page>
  )
}

const RoleChoice = ({
  chosen,
  onChange,
  error,
}: {
  chosen: Role[]
  onChange: (roles: Role[]) => void
  error: string | null
}) => {
  const t = useWords(peopleWords)
  const names = useWords(actWords)
  return (
    <Checkbox.Group
      label={t.roles}
      required
      error={error}
      value={chosen}
      onChange={(values) => onChange(values as Role[])}
    >
      <div className="person-form">
        {roles.map((role) => (
          <Checkbox key={role} value={role} label={names.roles[role]} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
