/** The fields of an activity. Each wrong one says so beside itself. */
import type { Campaign } from '@loa/contract/campaigns'
import { Textarea, TextInput } from '@mantine/core'
import { dayWords, todayInVietnam } from '../shell/format.ts'
import { activityWords } from '../words/activities.ts'
import { useWords } from '../words/language.tsx'
import { type Fields, type FieldTroubles, formOf } from './fields.ts'
import { QuantityFieldsList } from './quantity-fields.tsx'
import { ShortFormFields } from './short-form-fields.tsx'
import { TopicsField } from './topics-field.tsx'

export interface ActivityFieldsProps {
  campaign: Campaign
  fields: Fields
  troubles: FieldTroubles
  onChange: (change: Partial<Fields>) => void
}

export const ActivityFields = ({ campaign, fields, troubles, onChange }: ActivityFieldsProps) => {
  const t = useWords(activityWords)
  const form = formOf(fields, campaign.indicators)
  return (
    <div className="activity-fields">
      <QuantityFieldsList
        campaign={campaign}
        fields={fields}
        troubles={troubles.quantities}
        onChange={onChange}
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
      {form && (
        <ShortFormFields
          form={form}
          indicators={fields.quantities.map(({ indicator }) => indicator)}
          details={fields.details}
          troubles={troubles.details}
          onChange={(details) => onChange({ details })}
        />
      )}
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
