import type { Topic } from '@loa/contract/campaigns'
import { Checkbox } from '@mantine/core'
import { activityWords } from '../words/activities.ts'
import { useWords } from '../words/language.tsx'

export const TopicsField = ({
  topics,
  chosen,
  trouble,
  onChange,
}: {
  topics: Topic[]
  chosen: number[]
  trouble: 'topics' | undefined
  onChange: (chosen: number[]) => void
}) => {
  const t = useWords(activityWords)
  const isAll = chosen.length === topics.length
  return (
    <fieldset
      className="topics-field"
      id="field-topics"
      tabIndex={-1}
      aria-describedby={trouble ? 'topics-trouble' : undefined}
    >
      <legend>
        {t.topics} <span className="meta">{t.topicsHelp}</span>
      </legend>
      {trouble && (
        <p id="topics-trouble" className="field-trouble">
          {t.required[trouble]}
        </p>
      )}
      {topics.length > 1 && (
        <Checkbox
          label={<b>{t.allTopics}</b>}
          checked={isAll}
          indeterminate={chosen.length > 0 && !isAll}
          onChange={() => onChange(isAll ? [] : topics.map(({ id }) => id))}
        />
      )}
      {topics.map((topic) => (
        <Checkbox
          key={topic.id}
          label={topic.text}
          checked={chosen.includes(topic.id)}
          onChange={(event) =>
            onChange(
              event.currentTarget.checked ? [...chosen, topic.id] : chosen.filter((id) => id !== topic.id),
            )
          }
        />
      ))}
    </fieldset>
  )
}
