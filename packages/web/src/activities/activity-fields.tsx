/** The fields of an activity. Each wrong one says so beside itself. */
import type { Campaign } from '@loa/contract/campaigns'
import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useNumbers } from '../figures/indicator-words.ts'
import { dayWords, todayInVietnam } from '../shell/format.ts'
import { activityWords } from '../words/activities.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import type { Fields, FieldTroubles } from './fields.ts'
import { QuantityField } from './quantity-field.tsx'
import { TopicsField } from './topics-field.tsx'

export interface ActivityFieldsProps {
  campaign: Campaign
  fields: Fields
  troubles: FieldTroubles
  onChange: (change: Partial<Fields>) => void
}

export const ActivityFields = ({ campaign, fields, troubles, onChange }: ActivityFieldsProps) => {
  const t = useWords(activityWords)
  const indicator = campaign.indicators.find(({ code }) => code === fields.indicator)
  return (
    <div className="activity-fields">
      <IndicatorField campaign={campaign} fields={fields} troubles={troubles} onChange={onChange} />
      <QuantityField
        indicator={indicator}
        value={fields.quantity}
        trouble={troubles.quantity}
        onChange={(quantity) => onChange({ quantity })}
      />
      <TextInput
        id="field-place"
        label={t.place}
        description={t.placeHelp}
        required
        maxLength={500}
        autoComplete="off"
        value={fields.place}
        error={troubles.place ? t.required[troubles.place] : undefined}
        onChange={(event) => onChange({ place: event.currentTarget.value })}
      />
      <TextInput
        id="field-day"
        type="date"
        label={t.day}
        description={fields.day ? t.dayRead(dayWords(fields.day)) : undefined}
        required
        max={todayInVietnam()}
        value={fields.day}
        error={troubles.day ? t.required[troubles.day] : undefined}
        onChange={(event) => onChange({ day: event.currentTarget.value })}
      />
      <TopicsField
        topics={campaign.topics}
        chosen={fields.topics}
        trouble={troubles.topics}
        onChange={(topics) => onChange({ topics })}
      />
      <Textarea
        id="field-note"
        label={t.note}
        autosize
        minRows={2}
        maxLength={2000}
        value={fields.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </div>
  )
}

const IndicatorField = ({ campaign, fields, troubles, onChange }: ActivityFieldsProps) => {
  const t = useWords(activityWords)
  const figures = useWords(figureWords)
  const { nameOf, unitOf } = useNumbers()
  return (
    <NativeSelect
      id="field-indicator"
      label={t.indicator}
      description={t.indicatorHelp}
      required
      value={fields.indicator}
      error={troubles.indicator ? t.required[troubles.indicator] : undefined}
      onChange={(event) => onChange({ indicator: event.currentTarget.value })}
      data={[
        { value: '', label: t.chooseIndicator },
        ...campaign.forms.map(({ form }) => ({
          group: figures.formsInFull[form],
          items: campaign.indicators
            .filter((indicator) => indicator.form === form)
            .map((indicator) => ({
              value: indicator.code,
              label: `${nameOf(indicator)} (${unitOf(indicator)})`,
            })),
        })),
      ]}
    />
  )
}
