/** What goes up on a face: for which accepted duty, from when, until when. */
import { ListDuties } from '@loa/contract/duties'
import { SavePosting, type Site } from '@loa/contract/sites'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call, keyOf } from '../api.ts'
import { todayInVietnam } from '../shell/format.ts'
import { Loaded } from '../shell/page.tsx'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { siteWords } from '../words/sites.ts'
import { useSiteChange } from './use-site-change.ts'

export const HangForm = ({ site, faceId, onDone }: { site: Site; faceId: string; onDone: () => void }) => {
  const t = useWords(siteWords)
  const [id] = useState(() => crypto.randomUUID())
  const [duty, setDuty] = useState('')
  const [content, setContent] = useState('')
  const [upOn, setUpOn] = useState(todayInVietnam())
  const [dueOn, setDueOn] = useState('')
  const duties = useQuery({
    queryKey: keyOf(ListDuties, { state: 'accepted' }),
    queryFn: ({ signal }) => call(ListDuties, { query: { state: 'accepted', limit: 100 }, signal }),
  })
  const save = useSiteChange(
    site.id,
    () =>
      call(SavePosting, {
        params: { id },
        body: {
          faceId,
          dutyId: Number(duty || duties.data?.rows[0]?.id),
          content,
          upOn,
          dueOn: dueOn || null,
        },
      }),
    onDone,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <Loaded query={duties}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p className="note ask">{t.noDuty}</p>
        ) : (
          <form className="site-form" onSubmit={submit}>
            <TextInput
              className="wide"
              label={t.content}
              description={t.contentHelp}
              required
              minLength={2}
              maxLength={500}
              value={content}
              onChange={(event) => setContent(event.currentTarget.value)}
            />
            <NativeSelect
              className="wide"
              label={t.duty}
              description={t.dutyHelp}
              value={duty || String(rows[0]?.id)}
              onChange={(event) => setDuty(event.currentTarget.value)}
              data={rows.map((row) => ({ value: String(row.id), label: row.campaignTitle }))}
            />
            <TextInput
              label={t.upOn}
              type="date"
              required
              description={'\u00a0'}
              value={upOn}
              onChange={(event) => setUpOn(event.currentTarget.value)}
            />
            <TextInput
              label={t.dueOn}
              description={t.dueHelp}
              type="date"
              min={upOn}
              value={dueOn}
              onChange={(event) => setDueOn(event.currentTarget.value)}
            />
            <div className="buttons wide">
              <Button type="submit" loading={save.isPending}>
                {t.saveHang}
              </Button>
              <Button variant="default" onClick={onDone}>
                {t.cancel}
              </Button>
            </div>
            {save.error && (
              <div className="wide">
                <Trouble error={save.error} />
              </div>
            )}
          </form>
        )
      }
    </Loaded>
  )
}
