/** Boundaries from a GeoJSON file: looked at first, then kept for their days. For those who keep the directory. */
import { type BoundaryReading, ImportBoundaries } from '@loa/contract/boundaries'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../api.ts'
import { numberWords } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { boundaryWords } from '../words/boundaries.ts'
import { useLanguage, useWords } from '../words/language.tsx'

const troublesShown = 50

export const BoundariesImport = () => {
  const t = useWords(boundaryWords)
  const cache = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [days, setDays] = useState({ validFrom: '', validTo: '', source: '' })
  const [property, setProperty] = useState('')
  const send = useMutation({
    mutationFn: (given: { file: File; property: string; write: boolean }) =>
      call(ImportBoundaries, {
        // Looking writes nothing, and the same file may be looked at again.
        ...(given.write ? {} : { idempotencyKey: '' }),
        query: {
          ...days,
          name: given.file.name,
          property: given.property || undefined,
          validFrom: days.validFrom || undefined,
          validTo: days.validTo || undefined,
          write: given.write ? 'true' : 'false',
        },
        file: given.file,
      }),
    onSuccess: (read) => read.written && cache.invalidateQueries({ queryKey: ['map'] }),
  })
  const look = (chosen: File, by = property) => send.mutate({ file: chosen, property: by, write: false })
  const field = (name: keyof typeof days, type: string) => (
    <TextInput
      label={t[name]}
      type={type}
      value={days[name]}
      onChange={(event) => {
        setDays({ ...days, [name]: event.currentTarget.value })
        // What was read was read for other days.
        send.reset()
      }}
    />
  )
  return (
    <section className="panel boundaries-import" aria-labelledby="boundaries-import">
      <header>
        <h2 id="boundaries-import">{t.title}</h2>
        <span className="meta">{t.help}</span>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (file) look(file)
        }}
      >
        <TextInput
          component="input"
          label={t.file}
          type="file"
          accept=".geojson,.json,application/geo+json"
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0] ?? null)
            setProperty('')
            send.reset()
          }}
        />
        {field('source', 'text')}
        {field('validFrom', 'date')}
        {field('validTo', 'date')}
        <Button type="submit" variant="default" disabled={!file} loading={send.isPending}>
          {t.look}
        </Button>
      </form>
      {send.error && <Trouble error={send.error} />}
      {send.data && file && (
        <Reading
          reading={send.data}
          onProperty={(chosen) => {
            setProperty(chosen)
            look(file, chosen)
          }}
          onWrite={() => send.mutate({ file, property: send.data?.property ?? '', write: true })}
        />
      )}
    </section>
  )
}

const Reading = ({
  reading,
  onProperty,
  onWrite,
}: {
  reading: BoundaryReading
  onProperty: (property: string) => void
  onWrite: () => void
}) => {
  const t = useWords(boundaryWords)
  const { language } = useLanguage()
  const number = (value: number) => numberWords(language, value)
  const { matched, troubles, written } = reading
  return (
    <div className="boundaries-read">
      <p role="status">
        {written
          ? t.written(number(written.added), number(written.known))
          : t.read(number(matched.length), number(reading.features))}
      </p>
      {!written && (
        <>
          <NativeSelect
            label={t.property}
            value={reading.property ?? ''}
            onChange={(event) => onProperty(event.currentTarget.value)}
            data={[
              ...(reading.property ? [] : [{ value: '', label: t.noProperty }]),
              ...reading.properties.map(({ name, example }) => ({
                value: name,
                label: `${name} (${example})`,
              })),
            ]}
          />
          <Button disabled={matched.length === 0} onClick={onWrite}>
            {t.write(number(matched.length))}
          </Button>
        </>
      )}
      {troubles.length > 0 && (
        <ul>
          {troubles.slice(0, troublesShown).map(({ feature, code, trouble }) => (
            <li key={feature}>{t.trouble(number(feature), code, t.troubles[trouble])}</li>
          ))}
          {troubles.length > troublesShown && <li>{t.more(number(troubles.length - troublesShown))}</li>}
        </ul>
      )}
    </div>
  )
}
