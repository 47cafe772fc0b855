/** @jsxImportSource preact */
/** What was done: the photos first, then few words. Every letter is kept as it is typed. */
import { type Item, missingOf } from '@loa/field/item'
import { useState } from 'preact/hooks'
import { addPhotos, discard, putIntoQueue, removePhoto, type } from './acts.ts'
import { DraftFields } from './draft-fields.tsx'
import { Frame } from './frame.tsx'
import { useGhost } from './ghosts.ts'
import { Icon } from './icon.tsx'
import { t } from './language.ts'
import type { Phone } from './phone.ts'
import { facesOf } from './sites.ts'
import { Take } from './take.tsx'
import { Thumb } from './thumb.tsx'

export const DraftPage = ({ phone, item }: { phone: Phone; item: Item }) => {
  const duty = phone.snapshot?.duties.find(({ id }) => id === item.draft.dutyId)
  const campaign = phone.snapshot?.campaigns.find(({ id }) => id === duty?.campaignId)
  const [isAsked, setAsked] = useState(false)
  const form = phone.snapshot?.indicators.find(({ code }) => code === item.draft.indicator)?.form
  const missing = missingOf(item, form)
  const finish = async () => {
    setAsked(true)
    if (missing.length === 0 && (await putIntoQueue(item))) location.hash = '#/queue'
  }
  return (
    <Frame
      phone={phone}
      title={item.draft.place || t.untitled}
      sub={campaign?.title ?? ''}
      foot={
        <>
          <button type="button" class="main-button" onClick={finish}>
            <Icon name="check" />
            {t.finish}
          </button>
          <p class="sub" role="status">
            {isAsked && missing.length > 0
              ? t.state.missing(missing.map((name) => t.missing[name]).join(', '))
              : t.finishHelp}
          </p>
        </>
      }
    >
      {item.returned && <p class="box returned">“{item.returned.reason}”</p>}
      <Photos phone={phone} item={item} />
      {campaign && (
        <DraftFields
          draft={item.draft}
          campaign={campaign}
          faces={facesOf(phone.snapshot)}
          indicators={phone.snapshot?.indicators ?? []}
          isAsked={isAsked}
          onChange={(change) => type(item, change)}
        />
      )}
      <Discard item={item} />
    </Frame>
  )
}

const Photos = ({ phone, item }: { phone: Phone; item: Item }) => {
  const face = facesOf(phone.snapshot).find(({ id }) => id === item.draft.faceId)
  const ghost = useGhost(face, item.id, phone.items)
  return (
    <section aria-labelledby="photos">
      <h2 id="photos">{t.photos}</h2>
      <ul class="photos">
        {item.photos.map((photo, index) => (
          <li key={photo.id}>
            <Thumb id={photo.id} alt={t.photoOf(item.draft.place, index + 1)} />
            <button
              type="button"
              class="plain"
              aria-label={`${t.again}: ${t.photoOf(item.draft.place, index + 1)}`}
              onClick={() => removePhoto(item, photo.id)}
            >
              {t.again}
            </button>
          </li>
        ))}
      </ul>
      {item.photosThere > 0 && <p class="sub">{t.photosThere(item.photosThere)}</p>}
      <div class="job-acts">
        <Take isCamera label={t.takePhoto} ghost={ghost} onFiles={(files) => addPhotos(item, files)} />
        <Take isCamera={false} label={t.choosePhotos} onFiles={(files) => addPhotos(item, files)} />
      </div>
    </section>
  )
}

const Discard = ({ item }: { item: Item }) => {
  const [isSure, setSure] = useState(false)
  if (!isSure)
    return (
      <button type="button" class="plain" onClick={() => setSure(true)}>
        {t.discard}
      </button>
    )
  return (
    <div class="job-acts">
      <button
        type="button"
        class="button"
        onClick={async () => {
          await discard(item)
          location.hash = '#/'
        }}
      >
        {t.discardSure}
      </button>
      <button type="button" class="button" onClick={() => setSure(false)}>
        {t.keep}
      </button>
    </div>
  )
}
