/** Evidence of other kinds than photos, where the indicators take it. */
import { type AttachmentKind, attachmentKinds } from '@loa/contract/activities'
import type { Indicator } from '@loa/contract/figures'
import { Button } from '@mantine/core'
import { useRef } from 'react'
import { StateBadge } from '../shell/state.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { activityWords } from '../words/activities.ts'
import { useWords } from '../words/language.tsx'
import { proofWords } from '../words/proofs.ts'
import type { ChosenFile, Files } from './use-files.ts'

/** Kinds that any of these indicators takes. */
export const fileKindsOf = (indicators: Indicator[]): AttachmentKind[] =>
  attachmentKinds.filter((kind) => indicators.some(({ evidence }) => evidence.includes(kind)))

const accepted: Record<AttachmentKind, string> = {
  document: '.pdf',
  copy: '.pdf,.html,.htm',
  audio: '.mp3,.m4a,.ogg,.wav',
  'play-log': '.pdf,.txt,.csv,.json',
  track: '.gpx',
}

export const FilePicker = ({
  kinds,
  files,
  isBusy,
}: {
  kinds: AttachmentKind[]
  files: Files
  isBusy: boolean
}) => {
  const words = useWords(proofWords)
  if (kinds.length === 0 && files.files.length === 0) return null
  return (
    <section className="photo-picker" aria-labelledby="files-title">
      <h2 id="files-title">{words.files}</h2>
      <p className="meta">{words.filesHelp}</p>
      <div className="photo-buttons">
        {kinds.map((kind) => (
          <KindButton key={kind} kind={kind} onFiles={(chosen) => files.add(chosen, kind)} />
        ))}
      </div>
      <ul className="file-list">
        {files.files.map((file) => (
          <FileItem key={file.id} file={file} isBusy={isBusy} onRemove={() => files.remove(file.id)} />
        ))}
      </ul>
    </section>
  )
}

const KindButton = ({ kind, onFiles }: { kind: AttachmentKind; onFiles: (files: File[]) => void }) => {
  const words = useWords(proofWords)
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accepted[kind]}
        data-kind={kind}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
      <Button variant="default" onClick={() => input.current?.click()}>
        {words.choose[kind]}
      </Button>
    </>
  )
}

const FileItem = ({
  file,
  isBusy,
  onRemove,
}: {
  file: ChosenFile
  isBusy: boolean
  onRemove: () => void
}) => {
  const t = useWords(activityWords)
  const words = useWords(proofWords)
  return (
    <li>
      <span>{file.file.name}</span> <span className="meta">{words.kinds[file.kind]}</span>{' '}
      {file.state === 'sending' ? (
        <StateBadge tone="go">{words.sending}</StateBadge>
      ) : (
        <StateBadge tone={file.state === 'received' ? 'ok' : file.state === 'failed' ? 'bad' : 'none'}>
          {t.photoStates[file.state]}
        </StateBadge>
      )}{' '}
      {file.state !== 'received' && !isBusy && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={words.remove(file.file.name)}
          onClick={onRemove}
        >
          {t.remove}
        </Button>
      )}
      {file.error !== null && <Trouble error={file.error} />}
    </li>
  )
}
