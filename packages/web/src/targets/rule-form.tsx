/** One rule: which units, how much of what, on which topics, how often, when. What it yields shows beside it at once. */
import { areaKinds, ListAddressGroups } from '@loa/contract/address-groups'
import type { Campaign } from '@loa/contract/campaigns'
import type { TargetRule } from '@loa/contract/targets'
import { facilityKinds } from '@loa/contract/units'
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { numberOf, typedOf } from '../figures/quantity.ts'
import { useDirectory } from '../units/use-units.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { targetWords } from '../words/targets.ts'
import { unitWords } from '../words/units.ts'

interface FormProps {
  campaign: Campaign
  rule: TargetRule
  onChange: (change: Partial<TargetRule>) => void
}

export const RuleForm = ({
  onClose,
  onRemove,
  ...props
}: FormProps & { onClose: () => void; onRemove: () => void }) => {
  const t = useWords(targetWords)
  return (
    <fieldset className="rule-form">
      <legend className="for-readers">{t.rule}</legend>
      <WhoFields {...props} />
      <WhatFields {...props} />
      <TopicFields {...props} />
      <div className="rule-acts">
        <Button size="xs" onClick={onClose}>
          {t.closeRule}
        </Button>
        <Button size="xs" variant="default" onClick={onRemove}>
          {t.removeRule}
        </Button>
      </div>
    </fieldset>
  )
}

const WhoFields = ({ rule, onChange }: FormProps) => {
  const t = useWords(targetWords)
  const words = useWords(unitWords)
  const types = useDirectory().data?.types.map(({ type }) => type) ?? []
  const groups = useQuery({
    queryKey: keyOf(ListAddressGroups, 'rules'),
    queryFn: () => call(ListAddressGroups, { query: { limit: 200 } }),
  }).data?.rows
  const { units } = rule
  const set = (change: Partial<TargetRule['units']>) => onChange({ units: { ...units, ...change } })
  return (
    <>
      <NativeSelect
        label={t.type}
        value={units.types[0] ?? ''}
        onChange={(event) => set({ types: event.currentTarget.value ? [event.currentTarget.value] : [] })}
        data={[
          { value: '', label: t.anyType },
          ...[...new Set([...types, ...units.types])].map((value) => ({
            value,
            label: words.types[value] ?? value,
          })),
        ]}
      />
      <NativeSelect
        label={t.facility}
        value={rule.facility ?? ''}
        onChange={(event) =>
          onChange({ facility: facilityKinds.find((each) => each === event.currentTarget.value) ?? null })
        }
        data={[
          { value: '', label: t.anyFacility },
          ...facilityKinds.map((value) => ({ value, label: t.having[value] })),
        ]}
      />
      <NativeSelect
        label={t.area}
        value={units.areas[0] ?? ''}
        onChange={(event) => set({ areas: areaKinds.filter((each) => each === event.currentTarget.value) })}
        data={[
          { value: '', label: t.anyArea },
          ...areaKinds.map((value) => ({ value, label: words.types[value] ?? value })),
        ]}
      />
      <TextInput
        label={t.words}
        value={units.words}
        maxLength={100}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
      {groups && groups.length > 0 && (
        <NativeSelect
          label={t.group}
          value=""
          onChange={(event) => {
            const group = groups.find(({ id }) => String(id) === event.currentTarget.value)
            if (group) onChange({ units: group.query })
          }}
          data={[
            { value: '', label: t.chooseGroup },
            ...groups.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
      )}
    </>
  )
}

const periods = ['once', 'day', 'week', 'month'] as const

const WhatFields = ({ campaign, rule, onChange }: FormProps) => {
  const t = useWords(targetWords)
  const figures = useWords(figureWords)
  const { nameOf, unitOf, language } = useNumbers()
  const [typed, setTyped] = useState(typedOf(rule.amount, language))
  const amount = numberOf(typed, language)
  return (
    <>
      <NativeSelect
        label={t.indicator}
        value={rule.indicator}
        onChange={(event) => onChange({ indicator: event.currentTarget.value })}
        data={campaign.forms.map(({ form }) => ({
          group: figures.formsInFull[form],
          items: campaign.indicators
            .filter((each) => each.form === form && (each.active || each.code === rule.indicator))
            .map((each) => ({ value: each.code, label: `${nameOf(each)} (${unitOf(each)})` })),
        }))}
      />
      <TextInput
        label={t.amount}
        inputMode="decimal"
        value={typed}
        error={amount !== null && amount > 0 ? undefined : figures.wrongNumber}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          const value = numberOf(event.currentTarget.value, language)
          if (value !== null && value > 0) onChange({ amount: value })
        }}
      />
      <NativeSelect
        label={t.howOften}
        value={rule.per}
        onChange={(event) =>
          onChange({ per: periods.find((each) => each === event.currentTarget.value) ?? 'once' })
        }
        data={periods.map((value) => ({ value, label: t.per[value] || t.once }))}
      />
      <TextInput
        type="date"
        label={t.from}
        description={t.fromHelp}
        value={rule.from ?? ''}
        onChange={(event) => onChange({ from: event.currentTarget.value || null })}
      />
      <TextInput
        type="date"
        label={t.to}
        value={rule.to ?? ''}
        onChange={(event) => onChange({ to: event.currentTarget.value || null })}
      />
    </>
  )
}

const TopicFields = ({ campaign, rule, onChange }: FormProps) => {
  const t = useWords(targetWords)
  if (campaign.topics.length < 2) return null
  return (
    <details className="rule-topics">
      <summary>{rule.topics.length === 0 ? t.allTopics : t.someTopics(rule.topics.length)}</summary>
      <Checkbox
        label={t.eachTopicLong}
        checked={rule.eachTopic}
        onChange={(event) => onChange({ eachTopic: event.currentTarget.checked })}
      />
      {campaign.topics.map(({ id, ordinal, text }) => (
        <Checkbox
          key={id}
          label={`${ordinal}. ${text}`}
          checked={rule.topics.includes(id)}
          onChange={(event) =>
            onChange({
              topics: event.currentTarget.checked
                ? [...rule.topics, id]
                : rule.topics.filter((each) => each !== id),
            })
          }
        />
      ))}
    </details>
  )
}
