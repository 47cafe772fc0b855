/** A key that signs: what its certificate says, and the form that sets or replaces it. */
import type { KeyPlaces, NewKeyPlace, SigningKey } from '@loa/contract/signatures'
import { Button } from '@mantine/core'
import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dayWords, instantWords } from '../shell/format.ts'
import { StateBadge, Warning } from '../shell/state.tsx'
import { useWords } from '../words/language.tsx'
import { signatureWords } from '../words/signatures.ts'
import { KeyForm, type KeyGiven, type KeyOf } from './key-form.tsx'
import { PlaceForm } from './place-form.tsx'
import { SigningTrouble } from './signing-trouble.tsx'
import './signatures.css'

interface KeyPanelProps {
  of: KeyOf
  shown: SigningKey | null
  queryKey: unknown[]
  set: (given: KeyGiven) => Promise<unknown>
  remove: () => Promise<unknown>
  places: (user: string) => Promise<KeyPlaces>
  usePlace: (given: NewKeyPlace) => Promise<unknown>
}

export const KeyPanel = ({ of, shown, queryKey, set, remove, places, usePlace }: KeyPanelProps) => {
  const t = useWords(signatureWords)
  const cache = useQueryClient()
  const [isReplacing, setIsReplacing] = useState(false)
  const onSuccess = async (answer: unknown) => {
    setIsReplacing(false)
    cache.setQueryData(queryKey, answer)
    await cache.invalidateQueries({ queryKey: ['dispatches'] })
  }
  const save = useMutation({ mutationFn: set, onSuccess })
  const use = useMutation({ mutationFn: usePlace, onSuccess, onMutate: () => save.reset() })
  const drop = useMutation({ mutationFn: remove, onSuccess, onMutate: () => save.reset() })
  return (
    <section className="panel" aria-labelledby="signing-key">
      <header>
        <h2 id="signing-key">{of === 'me' ? t.mine : t.seal}</h2>
      </header>
      <div className="account-body">
        <p className="small">{of === 'me' ? t.mineHelp : t.sealHelp}</p>
        {shown ? (
          <Facts of={of} shown={shown} />
        ) : (
          <p className="meta">{of === 'me' ? t.mineNone : t.sealNone}</p>
        )}
        {(save.isSuccess || use.isSuccess) && (
          <p className="note ok" role="status">
            {t.saved}
          </p>
        )}
        {drop.isSuccess && !shown && (
          <p className="note ok" role="status">
            {t.removed}
          </p>
        )}
        {!shown || isReplacing ? (
          <>
            <KeyForm of={of} save={save} onCancel={shown ? () => setIsReplacing(false) : null} />
            <PlaceForm of={of} work={{ queryKey: [...queryKey, 'places'], find: places, use }} />
          </>
        ) : (
          <Acts drop={drop} onReplace={() => setIsReplacing(true)} />
        )}
        {save.error && <SigningTrouble error={save.error} />}
        {use.error && <SigningTrouble error={use.error} />}
        {drop.error && <SigningTrouble error={drop.error} />}
      </div>
    </section>
  )
}

const Acts = ({
  drop,
  onReplace,
}: {
  drop: UseMutationResult<unknown, Error, void>
  onReplace: () => void
}) => {
  const t = useWords(signatureWords)
  return (
    <div className="key-acts">
      <Button variant="default" onClick={onReplace}>
        {t.replace}
      </Button>
      <Button
        variant="subtle"
        loading={drop.isPending}
        onClick={() => window.confirm(t.removeSure) && drop.mutate()}
      >
        {t.remove}
      </Button>
    </div>
  )
}

const soon = 45
const Facts = ({ of, shown }: { of: KeyOf; shown: SigningKey }) => {
  const t = useWords(signatureWords)
  const left = Math.floor((Date.parse(shown.validTo) - Date.now()) / 86_400_000)
  const isLocked = shown.lockedUntil !== null && Date.parse(shown.lockedUntil) > Date.now()
  return (
    <>
      {isLocked && <Warning>{t.locked(instantWords(shown.lockedUntil))}</Warning>}
      <dl className="key-facts">
        <dt>{t.subject}</dt>
        <dd lang="vi">{shown.subject}</dd>
        <dt>{t.issuer}</dt>
        <dd lang="vi">{shown.issuer}</dd>
        <dt>{t.serial}</dt>
        <dd className="secret-words">{shown.serial}</dd>
        <dt>{t.days}</dt>
        <dd>
          {t.from(dayWords(shown.validFrom), dayWords(shown.validTo))}{' '}
          {left < 0 ? (
            <StateBadge tone="bad">{t.expired}</StateBadge>
          ) : (
            left < soon && <StateBadge tone="ask">{t.endsSoon(left)}</StateBadge>
          )}
        </dd>
        <dt>{t.lies}</dt>
        <dd>{t.places[shown.kind]}</dd>
        <dt>{t.picture[of]}</dt>
        <dd>{shown.hasPicture ? t.hasPicture : t.noPicture}</dd>
        <dt>{t.set}</dt>
        <dd>{t.setBy(shown.setBy, instantWords(shown.setAt))}</dd>
      </dl>
    </>
  )
}
