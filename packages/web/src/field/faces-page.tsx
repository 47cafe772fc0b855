/** @jsxImportSource preact */
/** Where the unit's things hang, the nearest first: each is photographed from where it was last time. */
import { useEffect, useState } from 'preact/hooks'
import { dayWords, numberWords } from '../shell/format.ts'
import { begin } from './acts.ts'
import { Frame } from './frame.tsx'
import { useGhost } from './ghosts.ts'
import { language, t } from './language.ts'
import type { Phone } from './phone.ts'
import { positionNow } from './position.ts'
import { type Face, facesOf } from './sites.ts'
import { Take } from './take.tsx'
import { Picture } from './thumb.tsx'

/** A look at a time: each asks for its picture. */
const atOnce = 20

export const FacesPage = ({ phone, dutyId }: { phone: Phone; dutyId: number }) => {
  const [here, setHere] = useState<Awaited<ReturnType<typeof positionNow>>>(null)
  useEffect(() => void positionNow().then(setHere), [])
  const [shown, setShown] = useState(atOnce)
  const faces = facesOf(phone.snapshot, here)
  return (
    <Frame phone={phone} title={t.sites} sub={t.faces(faces.length)}>
      <p>{t.sitesHelp}</p>
      <ul class="items">
        {faces.slice(0, shown).map((face) => (
          <FaceLine key={face.id} phone={phone} face={face} dutyId={dutyId} />
        ))}
      </ul>
      {faces.length > shown && (
        <button type="button" class="button" onClick={() => setShown(shown + atOnce)}>
          {t.moreFaces(faces.length - shown)}
        </button>
      )}
    </Frame>
  )
}

const FaceLine = ({ phone, face, dutyId }: { phone: Phone; face: Face; dutyId: number }) => {
  const ghost = useGhost(face, null, phone.items)
  const name = `${face.name} · ${face.label}`
  const start = async (files: File[]) => {
    const id = await begin(dutyId, files, { faceId: face.id, place: face.place })
    if (id) location.hash = `#/item/${id}`
  }
  return (
    <li class="item">
      <Picture blob={ghost} alt={t.lastTime(name)} />
      <div class="item-words">
        <b>{name}</b>
        <span class="sub">
          {[
            face.place,
            face.metres === null ? '' : t.away(numberWords(language, face.metres, 0)),
            face.lastPhoto ? t.lastPhoto(dayWords(face.lastPhoto.at)) : t.noLastPhoto,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Take isCamera label={`${t.takePhoto}: ${name}`} words={t.takePhoto} ghost={ghost} onFiles={start} />
      </div>
    </li>
  )
}
