/** Takes or chooses photos, shows each with how far it is: in words, with a bar, and with what to do when it failed. */
import { Button } from '@mantine/core'
import { IconCamera, IconPhoto } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import { ApiProblem } from '../api.ts'
import { StateBadge } from '../shell/state.tsx'
import { useSaid } from '../shell/use-said.ts'
import { activityWords } from '../words/activities.ts'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { type Photo, type Photos, photoLimit } from './use-photos.ts'

export const PhotoPicker = ({
  title,
  photos,
  isBusy,
  onRetry,
}: {
  title?: string
  photos: Photos
  isBusy: boolean
  onRetry: (photo: Photo) => void
}) => {
  const t = useWords(activityWords)
  const [refused, setRefused] = useState<string[]>([])
  const add = (files: FileList | null) => {
    const chosen = [...(files ?? [])]
    const isPhoto = (file: File) => file.type.startsWith('image/') && file.size <= photoLimit
    photos.add(chosen.filter(isPhoto))
    setRefused(
      chosen
        .filter((file) => !isPhoto(file))
        .map((file) => (file.size > photoLimit ? t.tooBig(file.name) : t.notAPhoto(file.name))),
    )
  }
  return (
    <section className="photo-picker" aria-labelledby="photos-title">
      <h2 id="photos-title">{title ?? t.photos}</h2>
      <p className="meta">{t.photosHelp}</p>
      <div className="photo-buttons">
        <FileButton label={t.takePhoto} icon={<IconCamera size={20} aria-hidden />} isCamera onFiles={add} />
        <FileButton label={t.choosePhotos} icon={<IconPhoto size={20} aria-hidden />} onFiles={add} />
      </div>
      <div role="status">
        {refused.map((words) => (
          <p key={words} className="note ask">
            {words}
          </p>
        ))}
      </div>
      <ul className="photo-list">
        {photos.photos.map((photo) => (
          <PhotoItem
            key={photo.id}
            photo={photo}
            isBusy={isBusy}
            onRetry={() => onRetry(photo)}
            onRemove={() => photos.remove(photo.id)}
          />
        ))}
      </ul>
    </section>
  )
}

const FileButton = ({
  label,
  icon,
  isCamera = false,
  onFiles,
}: {
  label: string
  icon: ReactNode
  isCamera?: boolean
  onFiles: (files: FileList | null) => void
}) => {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        {...(isCamera ? { capture: 'environment' as const } : {})}
        aria-label={label}
        hidden
        onChange={(event) => {
          onFiles(event.currentTarget.files)
          // The same photo may be chosen again after it was taken out.
          event.currentTarget.value = ''
        }}
      />
      <Button variant="default" leftSection={icon} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}

const PhotoItem = ({
  photo,
  isBusy,
  onRetry,
  onRemove,
}: {
  photo: Photo
  isBusy: boolean
  onRetry: () => void
  onRemove: () => void
}) => {
  const t = useWords(activityWords)
  const shell = useWords(shellWords)
  const code = photo.error instanceof ApiProblem ? photo.error.code : 'server.failed'
  const said = useSaid(photo.state === 'failed' ? code : null)
  return (
    <li>
      <img src={photo.url} alt={t.photoNamed(photo.file.name)} width={160} height={120} className="photo" />
      <div className="photo-words" aria-live="polite">
        <PhotoState photo={photo} />
        {photo.state === 'sending' && <progress max={1} value={photo.share} aria-label={photo.file.name} />}
        {said && (
          <p className="small">
            {said.what} {said.now}
          </p>
        )}
      </div>
      <div className="photo-buttons">
        {photo.state === 'failed' && (
          <Button variant="default" size="xs" disabled={isBusy} onClick={onRetry}>
            {shell.tryAgain}
          </Button>
        )}
        {(photo.state === 'waiting' || photo.state === 'failed') && (
          <Button
            variant="default"
            size="xs"
            disabled={isBusy}
            aria-label={t.removePhoto(photo.file.name)}
            onClick={onRemove}
          >
            {t.remove}
          </Button>
        )}
      </div>
    </li>
  )
}

const PhotoState = ({ photo }: { photo: Photo }) => {
  const t = useWords(activityWords)
  if (photo.state === 'sending')
    return (
      <StateBadge tone="go">
        {photo.share < 1 ? t.sending(Math.round(photo.share * 100)) : t.checking}
      </StateBadge>
    )
  const tone = { waiting: 'none', received: 'ok', failed: 'bad' } as const
  return <StateBadge tone={tone[photo.state]}>{t.photoStates[photo.state]}</StateBadge>
}
