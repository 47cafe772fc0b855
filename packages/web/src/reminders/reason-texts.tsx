/** One sentence a reason, for all units that are reminded of it; and how it reads for one of them. */
import { fillPieces, type ReminderReason, reminderGaps, reminderReasons } from '@loa/contract/reminder-text'
import type { Lack, LackingUnit } from '@loa/contract/reminders'
import { Button, Checkbox, Textarea } from '@mantine/core'
import { useNumbers } from '../figures/indicator-words.ts'
import { useWords } from '../words/language.tsx'
import { reminderTemplates, reminderWords } from '../words/reminders.ts'

export type Texts = Record<ReminderReason, { on: boolean; template: string }>

export const ReasonTexts = ({
  texts,
  counts,
  onChange,
}: {
  texts: Texts
  /** How many chosen units lack it. */
  counts: (reason: ReminderReason) => number
  onChange: (texts: Texts) => void
}) => {
  const t = useWords(reminderWords)
  const { number } = useNumbers()
  const shown = reminderReasons.filter((reason) => counts(reason) > 0 || !texts[reason].on)
  return (
    <section className="panel" aria-labelledby="texts">
      <header>
        <h2 id="texts">{t.texts}</h2>
      </header>
      {shown.map((reason) => {
        const set = (change: Partial<Texts[ReminderReason]>) =>
          onChange({ ...texts, [reason]: { ...texts[reason], ...change } })
        return (
          <div key={reason} className="remind-text">
            <Checkbox
              label={`${t.lacks[reason]} (${number(counts(reason))})`}
              checked={texts[reason].on}
              onChange={(event) => set({ on: event.currentTarget.checked })}
            />
            {texts[reason].on && (
              <>
                <GapText
                  reason={reason}
                  value={texts[reason].template}
                  onChange={(template) => set({ template })}
                />
                {texts[reason].template !== reminderTemplates[reason] && (
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => set({ template: reminderTemplates[reason] })}
                  >
                    {t.reset}
                  </Button>
                )}
              </>
            )}
          </div>
        )
      })}
    </section>
  )
}

/** A sentence with gaps, and which gaps there are. */
export const GapText = ({
  reason,
  value,
  onChange,
}: {
  reason: ReminderReason
  value: string
  onChange: (value: string) => void
}) => {
  const t = useWords(reminderWords)
  return (
    <Textarea
      aria-label={t.lacks[reason]}
      description={t.gaps(reminderGaps[reason].map((gap) => `{${gap}}`).join(', '))}
      inputWrapperOrder={['input', 'description', 'error']}
      autosize
      minRows={2}
      maxLength={2000}
      lang="vi"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

export const Preview = ({ unit, said, texts }: { unit: LackingUnit; said: Lack[]; texts: Texts }) => {
  const t = useWords(reminderWords)
  return (
    <section className="panel" aria-labelledby="preview">
      <header>
        <h2 id="preview">{t.preview(unit.holder.fullName)}</h2>
      </header>
      <div className="remind-preview" lang="vi">
        {said.length === 0 && <p>{t.previewNone}</p>}
        {said.map(({ key, kind, words }) => (
          <p key={key}>
            {fillPieces(texts[kind].template, words).map(({ text, filled }, place) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a sentence have their place and nothing else
              filled ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
            )}
          </p>
        ))}
      </div>
      <footer className="meta">{t.grey}</footer>
    </section>
  )
}
