/** Two photos side by side, with what tells them apart. Never a verdict. */
import type { Pair, Photo } from '@loa/contract/photos'
import { Link } from '@tanstack/react-router'
import { dayWords, instantWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { useWords } from '../words/language.tsx'
import { reasonWords } from '../words/photo-reasons.ts'
import { photoWords } from '../words/photos.ts'
import { fileOf } from './file-of.ts'

export const PairView = ({ photo, pair }: { photo: Photo; pair: Pair }) => {
  const t = useWords(photoWords)
  const r = useWords(reasonWords)
  return (
    <section className="pair">
      <h3>
        {t.pair(pair.percent)} {pair.isOpen && <StateBadge tone="ask">{t.needsEyes}</StateBadge>}
      </h3>
      <div className="pair-photos">
        <figure>
          <img
            src={fileOf(photo.id, 'preview')}
            alt={t.thisPhoto}
            width={200}
            height={150}
            className="photo"
          />
          <Facts
            title={t.thisPhoto}
            place={photo.place}
            unit={photo.unit.name}
            by={photo.by.name}
            takenAt={photo.takenAt}
            hash={photo.sha256}
          />
        </figure>
        {pair.other ? (
          <figure>
            <img
              src={fileOf(pair.other.id, 'preview')}
              alt={t.otherPhoto}
              width={200}
              height={150}
              className="photo"
            />
            <Facts
              title={t.otherPhoto}
              place={pair.other.place}
              unit={pair.other.unit.name}
              by={pair.other.by.name}
              takenAt={pair.other.takenAt}
              hash={pair.other.sha256}
            />
            <Link to="/photos/$id" params={{ id: pair.other.id }} className="small">
              {r.open}
            </Link>
          </figure>
        ) : (
          <p className="note">{t.otherUnseen(dayWords(pair.otherDay))}</p>
        )}
      </div>
      <p className="small">{t.apart(pair.days, pair.kilometres)}</p>
      <p className="meta">{t.pairNote}</p>
    </section>
  )
}

const Facts = ({
  title,
  place,
  unit,
  by,
  takenAt,
  hash,
}: {
  title: string
  place: string
  unit: string
  by: string
  takenAt: string | null
  hash: string
}) => (
  <figcaption>
    <b>{title}</b>
    <br />
    {unit}, {place}
    <br />
    {by}
    {takenAt && ` · ${instantWords(takenAt)}`}
    <br />
    <code title={hash}>{`${hash.slice(0, 4)}…${hash.slice(-4)}`}</code>
  </figcaption>
)
