/** What was counted: the first indicator decides the form; more numbers of the same form may follow. */
import type { Campaign } from '@loa/contract/campaigns'
import { Button, NativeSelect } from '@mantine/core'
import { useNumbers } from '../figures/indicator-words.ts'
import { activityWords } from '../words/activities.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { shortFormWords } from '../words/short-forms.ts'
import { type Fields, type FieldTroubles, formOf, newQuantity, type QuantityFields } from './fields.ts'
import { QuantityField } from './quantity-field.tsx'

export const QuantityFieldsList = ({
  campaign,
  fields,
  troubles,
  onChange,
}: {
  campaign: Campaign
  fields: Fields
  troubles: FieldTroubles['quantities']
  onChange: (change: Partial<Fields>) => void
}) => {
  const t = useWords(activityWords)
  const words = useWords(shortFormWords)
  const form = formOf(fields, campaign.indicators)
  const used = fields.quantities.map(({ indicator }) => indicator)
  const offered = campaign.indicators.filter(({ active, code }) => active || used.includes(code))
  const left = offered.filter((each) => each.form === form && !used.includes(each.code))
  const set = (index: number, change: Partial<QuantityFields>) =>
    onChange({
      quantities: fields.quantities.map((each, at) => (at === index ? { ...each, ...change } : each)),
    })
  const choose = (index: number, code: string) => {
    const chosen = offered.find((each) => each.code === code)
    if (index > 0 || chosen?.form === form) return set(index, { indicator: code })
    // Another form asks other things and counts in other units.
    onChange({
      quantities: [{ ...newQuantity(code), typed: fields.quantities[0]?.typed ?? '1' }],
      details: {},
    })
  }
  return (
    <>
      {fields.quantities.map((quantity, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the form is what tells two rows apart
        <div className="quantity-row" key={index}>
          <IndicatorField
            id={index === 0 ? 'field-indicator' : `field-indicator-${index}`}
            campaign={campaign}
            indicators={index === 0 ? offered : offered.filter((each) => each.form === form)}
            value={quantity.indicator}
            help={index === 0 ? t.indicatorHelp : undefined}
            trouble={
              troubles[index] === 'indicator'
                ? t.required.indicator
                : troubles[index] === 'twice'
                  ? words.twice
                  : undefined
            }
            onChange={(code) => choose(index, code)}
          />
          <QuantityField
            id={index === 0 ? 'field-quantity' : `field-quantity-${index}`}
            indicator={campaign.indicators.find(({ code }) => code === quantity.indicator)}
            quantity={quantity}
            trouble={troubles[index]}
            onChange={(change) => set(index, change)}
          />
          {index > 0 && (
            <Button
              variant="default"
              size="xs"
              onClick={() => onChange({ quantities: fields.quantities.filter((_, at) => at !== index) })}
            >
              {words.removeQuantity}
            </Button>
          )}
        </div>
      ))}
      {left[0] && (
        <Button
          variant="default"
          className="add-quantity"
          onClick={() =>
            onChange({ quantities: [...fields.quantities, newQuantity(left[0]?.code ?? '', '')] })
          }
        >
          {words.addQuantity}
        </Button>
      )}
    </>
  )
}

const IndicatorField = ({
  id,
  campaign,
  indicators,
  value,
  help,
  trouble,
  onChange,
}: {
  id: string
  campaign: Campaign
  indicators: Campaign['indicators']
  value: string
  help: string | undefined
  trouble: string | undefined
  onChange: (code: string) => void
}) => {
  const t = useWords(activityWords)
  const figures = useWords(figureWords)
  const words = useWords(shortFormWords)
  const { nameOf, unitOf } = useNumbers()
  return (
    <NativeSelect
      id={id}
      label={help ? t.indicator : words.alsoIndicator}
      description={help}
      required
      value={value}
      error={trouble}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: t.chooseIndicator },
        ...campaign.forms.map(({ form }) => ({
          group: figures.formsInFull[form],
          items: indicators
            .filter((indicator) => indicator.form === form)
            .map((indicator) => ({
              value: indicator.code,
              label: `${nameOf(indicator)} (${unitOf(indicator)})`,
            })),
        })),
      ].filter((each) => !('items' in each) || each.items.length > 0)}
    />
  )
}
