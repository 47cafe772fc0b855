/** A photo as evidence: its preview in a box of fixed size, and the facts that stand beside it. */
import { type Evidence, GetEvidenceFile } from '@loa/contract/activities'
import { urlOf } from '../api.ts'
import { instantWords, numberWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { figureWords } from '../words/figures.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import './figures.css'

const fileOf = (photo: Evidence, kind: 'original' | 'preview') =>
  urlOf(GetEvidenceFile.path, { id: photo.id, kind })

/** The preview, which opens the original in a new tab. */
export const PhotoView = ({ photo, place, width }: { photo: Evidence; place: string; width: number }) => {
  const t = useWords(figureWords)
  return (
    <a
      className="photo-link"
      href={fileOf(photo, 'original')}
      target="_blank"
      rel="noreferrer"
      title={t.openOriginal}
    >
      <Thumbnail photo={photo} place={place} width={width} />
    </a>
  )
}

/** Width and height are known before the bytes are: nothing shifts when the photo comes. */
export const Thumbnail = ({ photo, place, width }: { photo: Evidence; place: string; width: number }) => {
  const t = useWords(figureWords)
  // Received and safe; its copies are still to be made.
  if (photo.lookedAt === null)
    return (
      <span className="photo looking" style={{ width, height: Math.round(width * 0.75) }}>
        {t.looking}
      </span>
    )
  return (
    <img
      className="photo"
      src={fileOf(photo, 'preview')}
      alt={t.photoAt(place)}
      width={width}
      height={Math.round(width * 0.75)}
      loading="lazy"
      decoding="async"
    />
  )
}

export const PhotoFacts = ({ photo }: { photo: Evidence }) => {
  const t = useWords(figureWords)
  const { language } = useLanguage()
  return (
    <ul className="photo-facts">
      <li>{photo.takenAt ? t.takenAt(instantWords(photo.takenAt)) : t.noTime}</li>
      <li>
        {photo.latitude !== null && photo.longitude !== null
          ? t.gps(
              [photo.latitude, photo.longitude]
                .map((degrees) => numberWords(language, degrees, 5))
                .join('; '),
            )
          : t.noGps}
      </li>
      <li title={photo.sha256}>
        {t.hash} <code>{`${photo.sha256.slice(0, 4)}…${photo.sha256.slice(-4)}`}</code>
      </li>
      {photo.doubts.map((doubt) => (
        <li key={doubt}>
          <StateBadge tone="ask">{t.doubts[doubt]}</StateBadge>
        </li>
      ))}
    </ul>
  )
}
