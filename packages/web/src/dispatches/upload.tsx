/** The place to drop dispatches, and what became of each file. */
import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type DragEvent, type RefObject, useState } from 'react'
import { ApiProblem } from '../api.ts'
import { numberWords } from '../shell/format.ts'
import { StateBadge } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { dispatchWords } from '../words/dispatches.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import type { Upload } from './upload-queue.ts'

const accept = '.txt,.docx,.doc,.pdf,.jpg,.jpeg,.png,.tif,.tiff,.edxml,.xml'

export const DropZone = ({
  input,
  onFiles,
}: {
  input: RefObject<HTMLInputElement | null>
  onFiles: (files: Iterable<File>) => void
}) => {
  const t = useWords(dispatchWords)
  const [isOver, setIsOver] = useState(false)
  const over = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(true)
  }
  return (
    <section
      className={isOver ? 'drop-zone over' : 'drop-zone'}
      aria-label={t.upload}
      onDragOver={over}
      onDragEnter={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        onFiles(event.dataTransfer.files)
      }}
    >
      <IconUpload size={20} aria-hidden />
      <span>{t.drop}</span>
      <Button size="xs" variant="default" onClick={() => input.current?.click()}>
        {t.choose}
      </Button>
      <span className="meta">{t.dropHelp}</span>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accept}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = ''
        }}
      />
    </section>
  )
}

export const UploadList = ({
  uploads,
  onAgain,
  onOther,
  onDismiss,
}: {
  uploads: Upload[]
  onAgain: (upload: Upload) => void
  onOther: () => void
  onDismiss: (key: number) => void
}) => {
  const t = useWords(dispatchWords)
  const { language } = useLanguage()
  if (uploads.length === 0) return null
  const sizeWords = (bytes: number) =>
    bytes < 1_000_000
      ? t.kilobytes(numberWords(language, bytes / 1000, 1))
      : t.megabytes(numberWords(language, bytes / 1_000_000, 1))
  return (
    <section className="panel uploads" aria-labelledby="uploads">
      <header>
        <h2 id="uploads">{t.uploads}</h2>
        <span className="count">{uploads.length}</span>
      </header>
      <ul>
        {uploads.map((upload) => (
          <li key={upload.key} className={upload.step}>
            <div className="upload-line">
              <b>{upload.file.name}</b>
              <span className="meta">{sizeWords(upload.file.size)}</span>
              <span className="upload-state" role="status">
                <UploadState upload={upload} />
              </span>
            </div>
            {upload.step === 'sending' && (
              <progress max={1} value={upload.share} aria-label={upload.file.name} />
            )}
            {upload.step === 'reading' && <progress aria-label={upload.file.name} />}
            {upload.step === 'failed' && <Trouble error={upload.error} />}
            {upload.known && <p className="small">{t.known}</p>}
            <div className="upload-acts">
              {upload.dispatch && (
                <Link to="/dispatches/$id" params={{ id: String(upload.dispatch.id) }}>
                  {upload.known ? t.openKnown : t.open}
                </Link>
              )}
              {upload.step === 'failed' && (
                <>
                  <Button size="xs" variant="default" onClick={onOther}>
                    {t.chooseOther}
                  </Button>
                  {isPassing(upload.error) && (
                    <Button size="xs" variant="default" onClick={() => onAgain(upload)}>
                      {t.sendAgain}
                    </Button>
                  )}
                </>
              )}
              {(upload.step === 'failed' || upload.step === 'done') && (
                <Button size="xs" variant="subtle" onClick={() => onDismiss(upload.key)}>
                  {t.dismiss}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Trouble of the network or the server passes; trouble of the file stays the same however often it is sent. */
const isPassing = (error: unknown) =>
  error instanceof ApiProblem &&
  (error.body.status === 0 || error.body.status === 429 || error.body.status >= 500)

const UploadState = ({ upload }: { upload: Upload }) => {
  const t = useWords(dispatchWords)
  if (upload.step === 'waiting') return <StateBadge tone="none">{t.waiting}</StateBadge>
  if (upload.step === 'sending')
    return <StateBadge tone="go">{t.sending(Math.floor(upload.share * 100))}</StateBadge>
  if (upload.step === 'reading') return <StateBadge tone="go">{t.reading}</StateBadge>
  if (upload.step === 'failed') return <StateBadge tone="bad">{t.failed}</StateBadge>
  return <StateBadge tone="ok">{t.done}</StateBadge>
}
