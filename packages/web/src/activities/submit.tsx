/** Hands an activity in. */
import { type Activity, GetActivity, SubmitActivity } from '@loa/contract/activities'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { activityWords } from '../words/activities.ts'
import { useWords } from '../words/language.tsx'

export const useSubmit = (activity: Activity) => {
  const t = useWords(activityWords)
  const cache = useQueryClient()
  const mutation = useMutation({
    mutationFn: () =>
      call(SubmitActivity, { params: { id: activity.id }, body: { version: activity.version } }),
    onSuccess: (submitted) => {
      cache.setQueryData(keyOf(GetActivity, activity.id), submitted)
      cache.invalidateQueries()
    },
  })
  return {
    run: () => mutation.mutate(),
    isPending: mutation.isPending,
    trouble: (
      <div role="status">
        {mutation.isSuccess && <p className="note ok">{t.done}</p>}
        {mutation.error && <Trouble error={mutation.error} onRetry={() => cache.invalidateQueries()} />}
      </div>
    ),
  }
}

export const SubmitButton = ({
  activity,
  submit,
}: {
  activity: Activity
  submit: Pick<ReturnType<typeof useSubmit>, 'run' | 'isPending'>
}) => {
  const t = useWords(activityWords)
  return (
    <Button size="md" onClick={submit.run} loading={submit.isPending}>
      {activity.state === 'returned' ? t.submitAgain : t.submit}
    </Button>
  )
}
