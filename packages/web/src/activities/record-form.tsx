/** Photos first, then the words; the two buttons lie under the thumb. */
import type { Campaign } from '@loa/contract/campaigns'
import type { Duty } from '@loa/contract/duties'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { todayInVietnam } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { activityWords } from '../words/activities.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { ActivityFields } from './activity-fields.tsx'
import { FieldSummary } from './field-summary.tsx'
import { formOf, isFaultless, noTroubles, recordOf, troublesOf } from './fields.ts'
import { FilePicker, fileKindsOf } from './file-picker.tsx'
import { useKeptDraft } from './kept-draft.ts'
import { PhotoPicker } from './photo-picker.tsx'
import { RecordDone } from './record-done.tsx'
import { useFiles } from './use-files.ts'
import { usePhotos } from './use-photos.ts'
import { useSending } from './use-sending.ts'

export const RecordForm = ({
  duty,
  campaign,
  indicator,
}: {
  duty: Duty
  campaign: Campaign
  indicator: string
}) => {
  const t = useWords(activityWords)
  const { language } = useLanguage()
  const [onlyTopic] = campaign.topics
  const start = { indicator, topics: campaign.topics.length === 1 && onlyTopic ? [onlyTopic.id] : [] }
  const draft = useKeptDraft(duty.id, start)
  const photos = usePhotos()
  const files = useFiles()
  const sending = useSending(draft.kept.id, photos, files, draft.recorded)
  const [checked, setChecked] = useState<'handed-in' | 'recorded' | null>(null)
  const { fields } = draft.kept
  const troublesFor = (isHandedIn: boolean) =>
    troublesOf(fields, campaign.indicators, { language, today: todayInVietnam(), isHandedIn })
  const shown = checked === null ? noTroubles : troublesFor(checked === 'handed-in')
  const { phase } = sending
  const isBusy = phase === 'saving' || phase === 'photos' || phase === 'submitting'
  const received = photos.photos.filter(({ state }) => state === 'received').length
  const chosen = campaign.indicators.filter(({ code }) =>
    fields.quantities.some(({ indicator }) => indicator === code),
  )
  const takesLink = chosen.some(({ evidence }) => evidence.includes('link'))
  const hasProof =
    photos.photos.length + files.files.length > 0 || (takesLink && Boolean(fields.details.link?.trim()))
  const isDone = phase === 'submitted' || phase === 'recorded'

  const send = (isHandedIn: boolean) => {
    setChecked(isHandedIn ? 'handed-in' : 'recorded')
    if (!isFaultless(troublesFor(isHandedIn))) return
    sending.send(recordOf(fields, duty.id, language), isHandedIn)
  }
  const again = () => {
    photos.clear()
    files.clear()
    sending.restart()
    setChecked(null)
    draft.startAgain()
  }
  if (isDone && sending.activity)
    return (
      <RecordDone
        activity={sending.activity}
        isHandedIn={phase === 'submitted'}
        onShown={draft.drop}
        onAgain={again}
      />
    )
  return (
    <form
      className="record-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send(hasProof)
      }}
    >
      <PhotoPicker photos={photos} isBusy={isBusy} onRetry={sending.retry} />
      <ActivityFields campaign={campaign} fields={fields} troubles={shown} onChange={draft.change} />
      <FilePicker kinds={fileKindsOf(chosen)} files={files} isBusy={isBusy} />
      <FieldSummary troubles={shown} form={formOf(fields, campaign.indicators)} />
      {sending.error !== null && <Trouble error={sending.error} />}
      <p className="meta">
        {!hasProof && t.needsPhoto} {t.kept}
      </p>
      <div className="record-buttons">
        <div role="status" className="record-status">
          {phase === 'saving' && t.saving}
          {phase === 'photos' && photos.photos.length > 0 && t.photosSent(received, photos.photos.length)}
          {phase === 'submitting' && t.submitting}
          {sending.failed > 0 && <p className="note ask">{t.someFailed(sending.failed)}</p>}
        </div>
        <Button type="submit" size="md" disabled={!hasProof} loading={isBusy}>
          {t.sendAll}
        </Button>
        <Button variant="default" size="md" disabled={isBusy} onClick={() => send(false)}>
          {t.recordOnly}
        </Button>
      </div>
    </form>
  )
}
