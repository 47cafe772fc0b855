/** The photo that is chosen on the light table: large enough to see, why it is doubted, and the three things to say. */
import { GetPhoto, type Photo } from '@loa/contract/photos'
import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { dayWords } from '../shell/format.ts'
import { useWords } from '../words/language.tsx'
import { reasonWords } from '../words/photo-reasons.ts'
import { photoWords } from '../words/photos.ts'
import { shellWords } from '../words/shell.ts'
import { fileOf } from './file-of.ts'
import { PairView } from './pair-view.tsx'
import { Reasons } from './reasons.tsx'
import type { Verdict } from './use-judging.ts'

export const verdicts = ['fine', 'refused', 'asked'] as const

interface PanelProps {
  photo: Photo
  /** What was pressed and waits for its comment. */
  asking: Verdict | null
  isBusy: boolean
  onChoose: (verdict: Verdict) => void
  onSave: (comment: string) => void
  onLeave: () => void
  onBig: () => void
}

export const JudgePanel = ({ photo, asking, isBusy, onChoose, onSave, onLeave, onBig }: PanelProps) => {
  const t = useWords(photoWords)
  const r = useWords(reasonWords)
  const hasPairs = photo.doubts.some((doubt) => doubt === 'same-photo' || doubt === 'like-photo')
  const pairs = useQuery({
    queryKey: keyOf(GetPhoto, photo.id),
    queryFn: () => call(GetPhoto, { params: { id: photo.id } }),
    enabled: hasPairs,
  }).data?.pairs
  return (
    <aside className="judge" aria-label={t.question}>
      <h2>
        {photo.place}{' '}
        <span className="meta">
          {photo.unit.name}, {dayWords(photo.happenedOn)}
        </span>
      </h2>
      <button type="button" className="judge-photo" onClick={onBig} aria-label={t.big}>
        <img src={fileOf(photo.id, 'preview')} alt="" width={400} height={300} className="photo" />
      </button>
      {photo.reasons.length === 0 && <p className="small">{t.noDoubt}</p>}
      <Reasons photo={photo} />
      {hasPairs &&
        pairs
          ?.slice(0, 3)
          .map((pair) => (
            <PairView key={`${pair.kind}${pair.other?.id ?? pair.otherDay}`} photo={photo} pair={pair} />
          ))}
      <h3>{t.question}</h3>
      <ol className="verdicts">
        {verdicts.map((verdict, index) => (
          <li key={verdict}>
            <button
              type="button"
              aria-pressed={asking === verdict}
              aria-keyshortcuts={String(index + 1)}
              disabled={isBusy || photo.state !== 'submitted'}
              onClick={() => onChoose(verdict)}
            >
              <span>
                <b>{t.verdicts[verdict]}</b> {t.verdictHelp[verdict]}
              </span>
              <kbd>{index + 1}</kbd>
            </button>
          </li>
        ))}
      </ol>
      {asking && asking !== 'fine' && (
        <Comment key={photo.id + asking} photo={photo} isBusy={isBusy} onSave={onSave} onLeave={onLeave} />
      )}
      <p className="judge-links">
        <Link to="/photos/$id" params={{ id: photo.id }}>
          {r.open}
        </Link>
        <Link to="/activities/$id" params={{ id: photo.activityId }}>
          {t.activity}
        </Link>
      </p>
    </aside>
  )
}

const Comment = ({
  photo,
  isBusy,
  onSave,
  onLeave,
}: {
  photo: Photo
  isBusy: boolean
  onSave: (comment: string) => void
  onLeave: () => void
}) => {
  const t = useWords(photoWords)
  const shell = useWords(shellWords)
  const [comment, setComment] = useState(() => suggestionFor(photo, t.suggest))
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onLeave()
    if (event.key !== 'Enter' || event.shiftKey || !comment.trim()) return
    event.preventDefault()
    onSave(comment.trim())
  }
  return (
    <div className="judge-comment">
      <Textarea
        ref={field}
        label={t.comment}
        description={t.commentHelp}
        autosize
        minRows={2}
        maxLength={1000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        onKeyDown={onKey}
      />
      <Button size="xs" loading={isBusy} disabled={!comment.trim()} onClick={() => onSave(comment.trim())}>
        {t.saveComment}
      </Button>
      <Button size="xs" variant="default" onClick={onLeave}>
        {shell.cancel}
      </Button>
    </div>
  )
}

const suggestionFor = (photo: Photo, words: { reuse: string; day: string; other: string }) =>
  photo.doubts.some((doubt) => doubt === 'same-photo' || doubt === 'like-photo')
    ? words.reuse
    : photo.doubts.includes('other-day')
      ? words.day
      : words.other
