/** What a unit has to inform people with, each with its days: rules of a plan may ask for it. */
import { AddFacility, EndFacility, type Facility, facilityKinds, type UnitNode } from '@loa/contract/units'
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

export const UnitFacilities = ({
  unit,
  facilities,
  keeps,
}: {
  unit: UnitNode
  facilities: Facility[]
  keeps: boolean
}) => {
  const t = useWords(unitWords)
  const daysWords = useDaysWords()
  const [isAdding, setIsAdding] = useState(false)
  if (facilities.length === 0 && !keeps) return null
  return (
    <div className="unit-contacts">
      <h3>{t.facilities}</h3>
      <ul>
        {facilities.map((facility) => (
          <li key={facility.id}>
            <span className="meta">{t.facilityKinds[facility.kind]}</span>
            <span>{facility.name}</span>
            {(facility.validFrom || facility.validTo) && <span className="meta">{daysWords(facility)}</span>}
            {keeps && facility.validTo === null && <End unit={unit} facility={facility} />}
          </li>
        ))}
      </ul>
      {keeps &&
        (isAdding ? (
          <FacilityForm unit={unit} onDone={() => setIsAdding(false)} />
        ) : (
          <Button size="xs" variant="default" onClick={() => setIsAdding(true)}>
            {t.addFacility}
          </Button>
        ))}
    </div>
  )
}

const End = ({ unit, facility }: { unit: UnitNode; facility: Facility }) => {
  const t = useWords(unitWords)
  const cache = useQueryClient()
  const today = todayInVietnam()
  const end = useMutation({
    mutationFn: () =>
      call(EndFacility, {
        params: { id: unit.id, facilityId: facility.id },
        body: { validTo: unit.validTo !== null && unit.validTo < today ? unit.validTo : today },
      }),
    onSuccess: () => cache.invalidateQueries(),
  })
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={t.endContactLabel(facility.name)}
        onClick={() => end.mutate()}
        loading={end.isPending}
      >
        {t.endContact}
      </Button>
      {end.error && <Trouble error={end.error} />}
    </>
  )
}

const FacilityForm = ({ unit, onDone }: { unit: UnitNode; onDone: () => void }) => {
  const t = useWords(unitWords)
  const shell = useWords(shellWords)
  const cache = useQueryClient()
  const [kind, setKind] = useState<Facility['kind']>('station')
  const [name, setName] = useState('')
  const [validFrom, setValidFrom] = useState('')
  const add = useMutation({
    mutationFn: () =>
      call(AddFacility, { params: { id: unit.id }, body: { kind, name, validFrom: validFrom || null } }),
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
        label={t.facilityKind}
        value={kind}
        onChange={(event) =>
          setKind(facilityKinds.find((each) => each === event.currentTarget.value) ?? 'station')
        }
        data={facilityKinds.map((each) => ({ value: each, label: t.facilityKinds[each] }))}
      />
      <TextInput
        label={t.facilityName}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
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
