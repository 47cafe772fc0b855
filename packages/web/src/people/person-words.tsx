import { type PersonDetails, SavePerson } from '@loa/contract/roster'
import { Button, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { call } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { peopleWords } from '../words/people.ts'
import { shellWords } from '../words/shell.ts'
import { useFields } from './use-fields.ts'
import { usePersonChange } from './use-person.ts'

export const PersonWords = ({ person }: { person: PersonDetails }) => {
  const t = useWords(peopleWords)
  const shell = useWords(shellWords)
  const { fields, field } = useFields({ name: person.name, title: person.title })
  const save = usePersonChange(person.id, () => call(SavePerson, { params: { id: person.id }, body: fields }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(undefined)
  }
  return (
    <section className="panel" aria-labelledby="person-words">
      <header>
        <h2 id="person-words">{t.edit}</h2>
      </header>
      <div className="person-body">
        <form className="person-form" onSubmit={submit}>
          <TextInput className="wide" label={t.name} required minLength={2} {...field('name')} />
          <TextInput className="wide" label={t.post} description={t.postHelp} {...field('title')} />
          <div className="buttons">
            <Button type="submit" size="xs" variant="default" loading={save.isPending}>
              {shell.save}
            </Button>
          </div>
        </form>
        {save.isSuccess && (
          <p className="note ok" role="status">
            {t.saved}
          </p>
        )}
        {save.error && <Trouble error={save.error} />}
      </div>
    </section>
  )
}
