/** Each face with what hangs on it now, and what hung on the site before. */
import { type Posting, type Site, TakeDown } from '@loa/contract/sites'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { call } from '../api.ts'
import { dayWords, numberWords, todayInVietnam } from '../shell/format.ts'
import { useMay } from '../shell/session.ts'
import { StateBadge } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useLanguage, useWords } from '../words/language.tsx'
import { siteWords } from '../words/sites.ts'
import { HangForm } from './hang-form.tsx'
import { useSiteChange } from './use-site-change.ts'

export const SiteFaces = ({ site }: { site: Site }) => {
  const t = useWords(siteWords)
  const past = site.postings.filter(({ downOn }) => downOn !== null)
  return (
    <section className="panel" aria-labelledby="site-faces">
      <header>
        <h2 id="site-faces">{t.facesTitle}</h2>
      </header>
      <ul className="face-list">
        {site.faces.map((face) => (
          <Face
            key={face.id}
            site={site}
            face={face}
            posting={site.postings.find(({ faceId, downOn }) => faceId === face.id && downOn === null)}
          />
        ))}
      </ul>
      <footer>
        <h3>{t.history}</h3>
        {past.length === 0 && <p className="meta">{t.noHistory}</p>}
        <ul>
          {past.map((posting) => (
            <li key={posting.id} className="small" lang="vi">
              {t.historyLine(posting.content, dayWords(posting.upOn), dayWords(posting.downOn))}
            </li>
          ))}
        </ul>
      </footer>
    </section>
  )
}

const Face = ({
  site,
  face,
  posting,
}: {
  site: Site
  face: Site['faces'][number]
  posting: Posting | undefined
}) => {
  const t = useWords(siteWords)
  const { language } = useLanguage()
  const may = useMay()('site.save')
  const [isOpen, setOpen] = useState(false)
  const size =
    face.width && face.height
      ? `${numberWords(language, face.width)} × ${numberWords(language, face.height)} m`
      : t.noArea
  const isLate = posting?.dueOn != null && posting.dueOn < todayInVietnam()
  return (
    <li>
      <div className="face-head">
        <h3 lang="vi">{face.label}</h3>
        <span className="meta">{size}</span>
        {posting ? (
          <StateBadge tone={isLate ? 'bad' : 'ok'}>{isLate ? t.overdue : t.hangingNow}</StateBadge>
        ) : (
          <StateBadge tone="none">{t.empty1}</StateBadge>
        )}
      </div>
      {posting && (
        <>
          <p lang="vi">
            <b>{posting.content}</b>
          </p>
          <p className="small">
            {t.hangSince(dayWords(posting.upOn), posting.dueOn && dayWords(posting.dueOn))} ·{' '}
            <a href={`/campaigns/${posting.campaign.id}`} lang="vi">
              {posting.campaign.title}
            </a>
          </p>
          {may && <TakeDownForm site={site} posting={posting} />}
        </>
      )}
      {!posting && may && !isOpen && site.state !== 'closed' && (
        <Button variant="default" size="xs" onClick={() => setOpen(true)} aria-label={t.hangOn(face.label)}>
          {t.hang}
        </Button>
      )}
      {!posting && isOpen && <HangForm site={site} faceId={face.id} onDone={() => setOpen(false)} />}
    </li>
  )
}

const TakeDownForm = ({ site, posting }: { site: Site; posting: Posting }) => {
  const t = useWords(siteWords)
  const [on, setOn] = useState(todayInVietnam())
  const down = useSiteChange(site.id, () =>
    call(TakeDown, { params: { id: posting.id }, body: { version: posting.version, on } }),
  )
  return (
    <form
      className="face-form"
      onSubmit={(event) => {
        event.preventDefault()
        down.mutate()
      }}
    >
      <TextInput
        label={t.downOn}
        type="date"
        value={on}
        required
        max={todayInVietnam()}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <Button
        type="submit"
        variant="default"
        loading={down.isPending}
        aria-label={t.takeDownOf(posting.content)}
      >
        {t.takeDown}
      </Button>
      {down.error && <Trouble error={down.error} />}
    </form>
  )
}
