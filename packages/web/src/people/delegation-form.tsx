/** Letting somebody sign: the rules of Decree 30, article 13, stand beside each form. */
import { delegableActs } from '@loa/contract/acts'
import { GiveDelegation, type PersonDetails } from '@loa/contract/roster'
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { todayInVietnam } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { actWords } from '../words/acts.ts'
import { dispatchWords } from '../words/dispatches.ts'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'
import { PersonPicker } from './person-picker.tsx'
import { UnitPicker } from './unit-picker.tsx'
import { useFields } from './use-fields.ts'
import { usePersonChange } from './use-person.ts'

const forms = ['KT', 'TL', 'TUQ'] as const
type Act = (typeof delegableActs)[number]

export const DelegationForm = ({ person, onDone }: { person: PersonDetails; onDone: () => void }) => {
  const t = useWords(peopleWords)
  const names = useWords(actWords)
  const { types } = useWords(dispatchWords)
  const [form, setForm] = useState<(typeof forms)[number]>('KT')
  const [unitId, setUnitId] = useState<number | null>(person.unit?.id ?? null)
  const [giver, setGiver] = useState<string | null>(null)
  const [acts, setActs] = useState<Act[]>(['dispatch.sign'])
  const [documentTypes, setTypes] = useState<string[]>([])
  const { fields, field, set } = useFields({
    authorityLine: 'KT. GIÁM ĐỐC',
    signerTitle: 'PHÓ GIÁM ĐỐC',
    act: '',
    from: todayInVietnam(),
    to: '',
  })
  const give = usePersonChange(
    person.id,
    (given: { unitId: number; fromPersonId: string }) => {
      const { to, ...rest } = fields
      return call(GiveDelegation, {
        params: { id: person.id },
        body: { ...rest, ...given, form, acts, documentTypes, ...(to ? { to } : {}) },
      })
    },
    onDone,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (unitId !== null && giver !== null) give.mutate({ unitId, fromPersonId: giver })
  }
  return (
    <form className="person-form" onSubmit={submit}>
      <NativeSelect
        label={t.form}
        description={t.formHelp[form]}
        value={form}
        onChange={(event) => {
          const chosen = forms.find((each) => each === event.currentTarget.value) ?? 'KT'
          setForm(chosen)
          // The line that is printed begins with the form.
          set('authorityLine', fields.authorityLine.replace(/^(KT|TL|TUQ)\./, `${chosen}.`))
        }}
        data={forms.map((value) => ({ value, label: t.forms[value] }))}
      />
      <UnitPicker value={unitId} onChange={setUnitId} known={person.unit} />
      {unitId !== null && (
        <PersonPicker
          label={t.giver}
          help={t.giverHelp}
          unitId={unitId}
          value={giver}
          onChange={setGiver}
          required
        />
      )}
      <TextInput label={t.document} description={t.decisionHelp} {...field('act')} />
      <TextInput label={t.line} required {...field('authorityLine')} />
      <TextInput label={t.signer} required {...field('signerTitle')} />
      <TextInput label={t.from} type="date" required {...field('from')} />
      <TextInput label={t.to} type="date" required={form === 'TUQ'} {...field('to')} />
      <Checkbox.Group label={t.scope} value={acts} onChange={(values) => setActs(values as Act[])}>
        {delegableActs.map((act) => (
          <Checkbox key={act} mt={6} value={act} label={names.acts[act]} />
        ))}
      </Checkbox.Group>
      <Checkbox.Group label={t.types} description={t.typesHelp} value={documentTypes} onChange={setTypes}>
        {Object.entries(types).map(([value, label]) => (
          <Checkbox key={value} mt={6} value={value} label={label} />
        ))}
      </Checkbox.Group>
      <div className="buttons">
        <Button type="submit" size="xs" loading={give.isPending}>
          {t.delegate}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t.cancel}
        </Button>
      </div>
      {give.error && (
        <div className="wide">
          <Trouble error={give.error} />
        </div>
      )}
    </form>
  )
}
