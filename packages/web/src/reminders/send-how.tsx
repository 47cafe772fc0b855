import { Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import { instantWords } from '../shell/format.ts'
import { useWords } from '../words/language.tsx'
import { reminderWords } from '../words/reminders.ts'

export const SendHow = ({
  sendAt,
  mail,
  when,
  onWhen,
  keep,
}: {
  sendAt: { now: string; morning: string }
  mail: boolean
  when: 'now' | 'morning'
  onWhen: (when: 'now' | 'morning') => void
  /** The button that keeps them unsent. */
  keep: ReactNode
}) => {
  const t = useWords(reminderWords)
  const isQuiet = Date.parse(sendAt.now) - Date.now() > 120_000
  return (
    <aside className="remind-how" aria-label={t.how}>
      <Radio.Group
        label={t.how}
        value={when}
        onChange={(value) => onWhen(value === 'morning' ? 'morning' : 'now')}
      >
        <Radio
          value="now"
          label={t.now}
          description={isQuiet ? t.nowQuiet(instantWords(sendAt.now)) : t.nowHelp}
        />
        <Radio value="morning" label={t.morning} description={instantWords(sendAt.morning)} />
      </Radio.Group>
      <p className="meta">{mail ? t.mail : t.noMail}</p>
      {keep}
      <h2>{t.who}</h2>
      <p className="meta">{t.whoHelp}</p>
      <h2>{t.back}</h2>
      <p className="meta">{t.backHelp}</p>
    </aside>
  )
}
