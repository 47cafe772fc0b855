/** Changing what was recorded, while it is not accepted. */
import { type Activity, GetActivity, RecordActivity } from '@loa/contract/activities'
import type { Campaign } from '@loa/contract/campaigns'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ApiProblem, call, keyOf } from '../api.ts'
import { todayInVietnam } from '../shell/format.ts'
import { Trouble } from '../shell/trouble.tsx'
import { activityWords } from '../words/activities.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { ActivityFields } from './activity-fields.tsx'
import { FieldSummary } from './field-summary.tsx'
import { fieldsOf, isFaultless, noTroubles, recordOf, troublesOf } from './fields.ts'

/** What is typed stays when saving fails; who was overtaken is told, and nothing typed is lost. */
export const ActivityEdit = ({
  activity,
  campaign,
  onClose,
}: {
  activity: Activity
  campaign: Campaign
  onClose: (isSaved: boolean) => void
}) => {
  const t = useWords(activityWords)
  const shell = useWords(shellWords)
  const { language } = useLanguage()
  const cache = useQueryClient()
  const [fields, setFields] = useState(() => fieldsOf(activity, language))
  const [isChecked, setChecked] = useState(false)
  const troubles = troublesOf(fields, campaign.indicators, { language, today: todayInVietnam() })
  const shown = isChecked ? troubles : noTroubles
  const save = useMutation({
    mutationFn: () =>
      call(RecordActivity, {
        params: { id: activity.id },
        body: { ...recordOf(fields, activity.dutyId, language), version: activity.version },
      }),
    onSuccess: (saved) => {
      cache.setQueryData(keyOf(GetActivity, activity.id), saved)
      cache.invalidateQueries()
      onClose(true)
    },
  })
  const isOld = save.error instanceof ApiProblem && save.error.code === 'thing.changed'
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (isFaultless(troubles)) save.mutate()
  }
  return (
    <form className="activity-edit" noValidate onSubmit={submit}>
      <ActivityFields
        campaign={campaign}
        fields={fields}
        troubles={shown}
        onChange={(change) => setFields((before) => ({ ...before, ...change }))}
      />
      <FieldSummary troubles={shown} form={activity.form} />
      {save.error && (
        <Trouble
          error={save.error}
          {...(isOld
            ? { onRetry: () => cache.invalidateQueries({ queryKey: keyOf(GetActivity, activity.id) }) }
            : {})}
        />
      )}
      <div className="record-buttons">
        <Button type="submit" loading={save.isPending}>
          {shell.save}
        </Button>
        <Button variant="default" onClick={() => onClose(false)}>
          {t.stopEditing}
        </Button>
      </div>
    </form>
  )
}
