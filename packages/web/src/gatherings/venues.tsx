import { SaveVenue } from '@loa/contract/gatherings'
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../api.ts'
import { Loaded } from '../shell/page.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { gatheringWords } from '../words/gatherings.ts'
import { useWords } from '../words/language.tsx'
import { venuesQuery } from './lists.ts'

const start = { name: '', place: '', outdoors: false }

export const Venues = ({ mayChange }: { mayChange: boolean }) => {
  const t = useWords(gatheringWords)
  const cache = useQueryClient()
  const [id, setId] = useState(() => crypto.randomUUID())
  const [venue, setVenue] = useState(start)
  const list = useQuery(venuesQuery)
  const save = useMutation({
    mutationFn: () => call(SaveVenue, { params: { id }, body: venue }),
    onSuccess: async () => {
      setVenue(start)
      setId(crypto.randomUUID())
      await cache.invalidateQueries({ queryKey: ['venues'] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <section className="panel" aria-labelledby="venues">
      <header>
        <h2 id="venues">{t.venues}</h2>
      </header>
      <Loaded query={list}>
        {({ rows }) => (
          <ul className="drive-list">
            {rows.map((row) => (
              <li key={row.id} lang="vi">
                {row.name}
                <span className="meta">
                  {row.place}
                  {row.outdoors && ` · ${t.outdoors}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {mayChange && (
        <footer>
          <form className="drive-form" onSubmit={submit}>
            <TextInput
              label={t.venueName}
              required
              minLength={2}
              value={venue.name}
              onChange={(event) => setVenue({ ...venue, name: event.currentTarget.value })}
            />
            <TextInput
              label={t.venuePlace}
              required
              minLength={2}
              value={venue.place}
              onChange={(event) => setVenue({ ...venue, place: event.currentTarget.value })}
            />
            <Checkbox
              className="wide"
              label={t.isOutdoors}
              checked={venue.outdoors}
              onChange={(event) => setVenue({ ...venue, outdoors: event.currentTarget.checked })}
            />
            <Button className="wide" type="submit" variant="default" loading={save.isPending}>
              {t.addVenue}
            </Button>
            {save.error && (
              <div className="wide">
                <Trouble error={save.error} />
              </div>
            )}
          </form>
        </footer>
      )}
    </section>
  )
}
