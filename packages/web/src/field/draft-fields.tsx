/** @jsxImportSource preact */
import type { FieldSnapshot } from '@loa/contract/field'
import type { Indicator } from '@loa/contract/figures'
import type { Draft } from '@loa/field/item'
import { useState } from 'preact/hooks'
import { numberOf, typedOf } from '../figures/quantity.ts'
import { type Change, today } from './acts.ts'
import { language, t } from './language.ts'
import { ShortFormFields } from './short-form-fields.tsx'
import type { Face } from './sites.ts'

type Campaign = FieldSnapshot['campaigns'][number]

export const DraftFields = ({
  draft,
  campaign,
  faces,
  indicators,
  isAsked,
  onChange,
}: {
  draft: Draft
  campaign: Campaign
  faces: Face[]
  indicators: Indicator[]
  /** It was to go already: what is missing is told at its place. */
  isAsked: boolean
  onChange: (change: Change) => void
}) => {
  const chosen = indicators.find(({ code }) => code === draft.indicator)
  return (
    <div class="fields">
      <label>
        {t.indicator}
        <select
          value={draft.indicator}
          onChange={({ currentTarget }) => onChange(countedBy(currentTarget.value, indicators))}
        >
          <option value="">{t.chooseIndicator}</option>
          {indicators
            .filter(({ code, aggregation }) => campaign.indicators.includes(code) && isSimple(aggregation))
            .map((indicator) => (
              <option key={indicator.code} value={indicator.code}>
                {language === 'vi'
                  ? `${indicator.name} (${indicator.unit})`
                  : `${indicator.nameEn} (${indicator.unitEn})`}
              </option>
            ))}
        </select>
      </label>
      <Quantity draft={draft} indicator={chosen} onChange={onChange} />
      {chosen && (
        <ShortFormFields
          key={chosen.form}
          draft={draft}
          form={chosen.form}
          isAsked={isAsked}
          onChange={onChange}
        />
      )}
      {chosen?.form === 'visual' && (faces.length > 0 || draft.faceId) && (
        <SiteField draft={draft} faces={faces} onChange={onChange} />
      )}
      <label for="place">
        {t.place} <span class="sub">{t.placeHelp}</span>
        <Text
          id="place"
          key={draft.faceId}
          value={draft.place}
          longest={500}
          onType={(place) => onChange(set({ place }))}
        />
      </label>
      <label>
        {t.day}
        <input
          type="date"
          required
          max={today()}
          value={draft.happenedOn}
          onChange={({ currentTarget }) =>
            currentTarget.value && onChange(set({ happenedOn: currentTarget.value }))
          }
        />
      </label>
      <Topics draft={draft} campaign={campaign} onChange={onChange} />
      <label for="note">
        {t.note}
        <Text id="note" value={draft.note} longest={2000} isLong onType={(note) => onChange(set({ note }))} />
      </label>
    </div>
  )
}

/** Names one by one, and shares of a whole, are counted in the office. */
const isSimple = (aggregation: Indicator['aggregation']) =>
  aggregation !== 'distinct' && aggregation !== 'ratio'

const set =
  (change: Partial<Draft>): Change =>
  () =>
    change

/** Only what hangs has a site. */
const countedBy =
  (indicator: string, indicators: Indicator[]): Change =>
  ({ faceId }) => ({
    indicator,
    ...(faceId && indicators.find(({ code }) => code === indicator)?.form !== 'visual'
      ? { faceId: null }
      : {}),
  })

const SiteField = ({
  draft,
  faces,
  onChange,
}: {
  draft: Draft
  faces: Face[]
  onChange: (change: Change) => void
}) => {
  const choose = (faceId: string) => {
    const face = faces.find(({ id }) => id === faceId)
    onChange(({ place }) => ({ faceId: face?.id ?? null, place: place || (face?.place ?? '') }))
  }
  return (
    <label>
      {t.site}
      <select value={draft.faceId ?? ''} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        <option value="">{t.noSite}</option>
        {draft.faceId && !faces.some(({ id }) => id === draft.faceId) && (
          <option value={draft.faceId}>{t.siteGone}</option>
        )}
        {faces.map(({ id, name, label }) => (
          <option key={id} value={id}>
            {name} · {label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** By what stands there when it is written: two quick ticks are two. */
const tick =
  (id: number, isOn: boolean): Change =>
  ({ topics }) => ({ topics: isOn ? [...new Set([...topics, id])] : topics.filter((each) => each !== id) })

/** Keeps its own letters while it is typed in; the store follows. */
const Text = ({
  id,
  value,
  longest,
  isLong = false,
  onType,
}: {
  id: string
  value: string
  longest: number
  isLong?: boolean
  onType: (text: string) => void
}) => {
  const [typed, setTyped] = useState(value)
  const hear = (text: string) => {
    setTyped(text)
    onType(text)
  }
  return isLong ? (
    <textarea
      id={id}
      rows={2}
      maxLength={longest}
      value={typed}
      onInput={({ currentTarget }) => hear(currentTarget.value)}
    />
  ) : (
    <input
      id={id}
      maxLength={longest}
      autocomplete="off"
      value={typed}
      onInput={({ currentTarget }) => hear(currentTarget.value)}
    />
  )
}

const Quantity = ({
  draft,
  indicator,
  onChange,
}: {
  draft: Draft
  indicator: Indicator | undefined
  onChange: (change: Change) => void
}) => {
  const [typed, setTyped] = useState(typedOf(draft.quantity, language))
  const read = (text: string) => {
    setTyped(text)
    const value = numberOf(text, language)
    onChange(() => ({ quantity: value !== null && value > 0 && value <= 10_000_000 ? value : null }))
  }
  const step = (by: number) => read(typedOf(Math.max(1, (draft.quantity ?? 0) + by), language))
  return (
    <div class="quantity">
      <label for="quantity">{t.quantity}</label>
      <div>
        <button type="button" class="button" aria-label={t.less} onClick={() => step(-1)}>
          −
        </button>
        <input
          id="quantity"
          inputMode={indicator && indicator.decimals > 0 ? 'decimal' : 'numeric'}
          autocomplete="off"
          value={typed}
          onInput={({ currentTarget }) => read(currentTarget.value)}
        />
        <button type="button" class="button" aria-label={t.more} onClick={() => step(1)}>
          +
        </button>
        <span>{language === 'vi' ? indicator?.unit : indicator?.unitEn}</span>
      </div>
    </div>
  )
}

const Topics = ({
  draft: { topics },
  campaign,
  onChange,
}: {
  draft: Draft
  campaign: Campaign
  onChange: (change: Change) => void
}) => (
  <fieldset>
    <legend>{t.topics}</legend>
    {campaign.topics.length > 1 && (
      <label class="tick">
        <input
          type="checkbox"
          checked={topics.length === campaign.topics.length}
          onChange={({ currentTarget }) =>
            onChange(set({ topics: currentTarget.checked ? campaign.topics.map(({ id }) => id) : [] }))
          }
        />
        <b>{t.allTopics}</b>
      </label>
    )}
    {campaign.topics.map(({ id, text }) => (
      <label class="tick" key={id}>
        <input
          type="checkbox"
          checked={topics.includes(id)}
          onChange={({ currentTarget }) => onChange(tick(id, currentTarget.checked))}
        />
        <span>{text}</span>
      </label>
    ))}
  </fieldset>
)
