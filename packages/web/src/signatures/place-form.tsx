/** A key that is no file: in a token plugged into the server, or with a service that signs from afar. */
import { type KeyPlaces, keySizes, type NewKeyPlace } from '@loa/contract/signatures'
import { Button, PasswordInput, Radio, TextInput } from '@mantine/core'
import { type UseMutationResult, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { dayWords } from '../shell/format.ts'
import { Warning } from '../shell/state.tsx'
import { useLanguage, useWords } from '../words/language.tsx'
import { saidOf } from '../words/problems.ts'
import { signatureWords } from '../words/signatures.ts'
import { base64Of, ChooseFile } from './choose-file.tsx'
import type { KeyOf } from './key-form.tsx'

export interface PlaceWork {
  queryKey: unknown[]
  find: (user: string) => Promise<KeyPlaces>
  use: UseMutationResult<unknown, Error, NewKeyPlace>
}

/** Nothing where this installation has no way to keys elsewhere. */
export const PlaceForm = ({ of, work: { queryKey, find, use } }: { of: KeyOf; work: PlaceWork }) => {
  const t = useWords(signatureWords)
  const { language } = useLanguage()
  const [user, setUser] = useState('')
  const [asked, setAsked] = useState('')
  const [chosen, setChosen] = useState('')
  const [pin, setPin] = useState('')
  const [picture, setPicture] = useState<File | null>(null)
  const query = useQuery({ queryKey: [...queryKey, asked], queryFn: () => find(asked) })
  const ways = query.data?.ways ?? []
  if (ways.length === 0) return null
  const keys = query.data?.keys ?? []
  const pictureTrouble = picture && picture.size > keySizes.picture ? t.tooLarge(picture.name, '1 MB') : null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const key = keys[Number(chosen)]
    if (chosen === '' || !key || pictureTrouble) return
    use.mutate({ place: key.place, pin, picture: picture && (await base64Of(picture)) })
  }
  return (
    <details className="place-form">
      <summary>{t.elsewhere}</summary>
      <form onSubmit={submit}>
        {ways.includes('remote') && (
          <div className="key-acts">
            <TextInput
              label={t.remoteUser}
              description={t.remoteUserHelp}
              maxLength={200}
              value={user}
              onChange={(event) => setUser(event.currentTarget.value)}
            />
            <Button variant="default" loading={query.isFetching} onClick={() => setAsked(user.trim())}>
              {t.findKeys}
            </Button>
          </div>
        )}
        {query.data?.troubles.map((code) => {
          const { what, now } = saidOf(language, code)
          return (
            <Warning key={code}>
              {what} {now}
            </Warning>
          )
        })}
        {keys.length === 0 ? (
          <p className="meta">{t.noKeys}</p>
        ) : (
          <Radio.Group label={t.whichKey} value={chosen} onChange={setChosen}>
            {keys.map(({ place, subject, issuer, validTo }, at) => (
              <Radio
                key={`${place.kind}${place.key}`}
                value={String(at)}
                label={subject}
                description={`${t.places[place.kind]} · ${issuer} · ${t.validUntil(dayWords(validTo))}`}
              />
            ))}
          </Radio.Group>
        )}
        <PasswordInput
          label={t.placePin}
          description={t.placePinHelp}
          autoComplete="off"
          required
          maxLength={200}
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value)}
        />
        <ChooseFile
          label={t.pictureFile[of]}
          accept="image/png"
          file={picture}
          trouble={pictureTrouble}
          onFile={setPicture}
        />
        <div className="key-acts">
          <Button type="submit" variant="default" disabled={chosen === ''} loading={use.isPending}>
            {t.usePlace}
          </Button>
        </div>
      </form>
    </details>
  )
}
