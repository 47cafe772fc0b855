/** The files of an activity; its unit may add more while it is not accepted. */
import { type Activity, GetActivity } from '@loa/contract/activities'
import { GetAttachmentFile } from '@loa/contract/attachments'
import type { Campaign } from '@loa/contract/campaigns'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { keyOf, urlOf } from '../api.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { proofWords } from '../words/proofs.ts'
import { withdrawalWords } from '../words/withdrawals.ts'
import { FilePicker, fileKindsOf } from './file-picker.tsx'
import { useFiles } from './use-files.ts'
import { Withdraw, WithdrawnNote } from './withdraw.tsx'

export const ActivityFiles = ({
  activity,
  campaign,
  mayAdd,
  mayWithdraw,
}: {
  activity: Activity
  campaign: Campaign
  mayAdd: boolean
  mayWithdraw: boolean
}) => {
  const words = useWords(proofWords)
  const withdrawals = useWords(withdrawalWords)
  const { language } = useLanguage()
  const used = activity.quantities.map(({ indicator }) => indicator)
  const kinds = mayAdd ? fileKindsOf(campaign.indicators.filter(({ code }) => used.includes(code))) : []
  if (activity.attachments.length + kinds.length === 0) return null
  const megabytes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
  return (
    <section className="panel" aria-labelledby="activity-files">
      <header>
        <h2 id="activity-files">{words.files}</h2>
        <span className="count">{activity.attachments.length}</span>
      </header>
      <ul className="file-list activity-box">
        {activity.attachments.map(({ id, kind, name, bytes, withdrawal }) => (
          <li key={id} className={withdrawal ? 'withdrawn' : undefined}>
            <a href={urlOf(GetAttachmentFile.path, { id })} download>
              {name || words.kinds[kind]}
            </a>{' '}
            <span className="meta">
              {words.kinds[kind]}, {megabytes.format(Math.max(bytes / 1_000_000, 0.1))} MB
            </span>
            {withdrawal && <WithdrawnNote withdrawal={withdrawal} />}
            {!withdrawal && mayWithdraw && (
              <Withdraw
                activity={activity}
                id={id}
                kind="attachment"
                label={withdrawals.withdrawFile(name || words.kinds[kind])}
              />
            )}
          </li>
        ))}
      </ul>
      {kinds.length > 0 && <MoreFiles activityId={activity.id} kinds={kinds} />}
    </section>
  )
}

const MoreFiles = ({ activityId, kinds }: { activityId: string; kinds: ReturnType<typeof fileKindsOf> }) => {
  const words = useWords(proofWords)
  const cache = useQueryClient()
  const files = useFiles()
  const [isBusy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    const { activity } = await files.sendAll(activityId)
    setBusy(false)
    if (activity) {
      cache.setQueryData(keyOf(GetActivity, activityId), activity)
      cache.invalidateQueries()
    }
    files.dropReceived()
  }
  return (
    <div className="activity-box more-photos">
      <FilePicker kinds={kinds} files={files} isBusy={isBusy} />
      {files.files.length > 0 && (
        <div className="record-buttons">
          <Button loading={isBusy} onClick={send}>
            {words.send}
          </Button>
        </div>
      )}
    </div>
  )
}
