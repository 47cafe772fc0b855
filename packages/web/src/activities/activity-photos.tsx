/** The photos of an activity with their facts; its unit may add more while it is not accepted. */
import { type Activity, GetActivity } from '@loa/contract/activities'
import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { keyOf } from '../api.ts'
import { PhotoFacts, PhotoView } from '../figures/photo.tsx'
import { Reasons } from '../photos/reasons.tsx'
import { activityWords } from '../words/activities.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { reasonWords } from '../words/photo-reasons.ts'
import { withdrawalWords } from '../words/withdrawals.ts'
import { PhotoPicker } from './photo-picker.tsx'
import { type Photo, usePhotos } from './use-photos.ts'
import { Withdraw, WithdrawnNote } from './withdraw.tsx'

export const ActivityPhotos = ({
  activity,
  mayAdd,
  mayWithdraw,
}: {
  activity: Activity
  mayAdd: boolean
  mayWithdraw: boolean
}) => {
  const withdrawals = useWords(withdrawalWords)
  const t = useWords(activityWords)
  const figures = useWords(figureWords)
  const photos = useWords(reasonWords)
  return (
    <section className="panel" aria-labelledby="activity-photos">
      <header>
        <h2 id="activity-photos">{t.photos}</h2>
        <span className="count">{activity.evidence.filter(({ withdrawal }) => !withdrawal).length}</span>
      </header>
      {activity.evidence.length === 0 && <p className="activity-box">{figures.noPhoto}</p>}
      {activity.evidence.length > 0 && (
        <ul className="activity-photos">
          {activity.evidence.map((photo) => (
            <li key={photo.id} className={photo.withdrawal ? 'withdrawn' : undefined}>
              <PhotoView photo={photo} place={activity.place} width={400} />
              <PhotoFacts photo={photo} />
              <Reasons photo={photo} />
              <Link to="/photos/$id" params={{ id: photo.id }} className="small">
                {photos.open}
              </Link>
              {photo.withdrawal && <WithdrawnNote withdrawal={photo.withdrawal} />}
              {!photo.withdrawal && mayWithdraw && (
                <Withdraw
                  activity={activity}
                  id={photo.id}
                  kind="evidence"
                  label={withdrawals.withdrawPhoto(activity.place)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && <MorePhotos activityId={activity.id} />}
    </section>
  )
}

const MorePhotos = ({ activityId }: { activityId: string }) => {
  const t = useWords(activityWords)
  const cache = useQueryClient()
  const photos = usePhotos()
  const [isBusy, setBusy] = useState(false)
  const show = (activity: Activity) => {
    cache.setQueryData(keyOf(GetActivity, activityId), activity)
    cache.invalidateQueries()
  }
  const send = async () => {
    setBusy(true)
    const { activity } = await photos.sendAll(activityId)
    setBusy(false)
    if (activity) show(activity)
    photos.dropReceived()
  }
  const retry = async (photo: Photo) => {
    const activity = await photos.sendOne(activityId, photo)
    if (activity) show(activity)
    photos.dropReceived()
  }
  return (
    <div className="activity-box more-photos">
      <PhotoPicker title={t.addPhotos} photos={photos} isBusy={isBusy} onRetry={retry} />
      {photos.photos.length > 0 && (
        <div className="record-buttons">
          <Button loading={isBusy} onClick={send}>
            {t.sendPhotos}
          </Button>
        </div>
      )}
    </div>
  )
}
