/** One number with how exact it is; things that are counted by name are named instead. */
import { qualifiers } from '@loa/contract/activities'
import type { Indicator } from '@loa/contract/figures'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useNumbers } from '../figures/indicator-words.ts'
import { numberOf, typedOf } from '../figures/quantity.ts'
import { activityWords } from '../words/activities.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { shortFormWords } from '../words/short-forms.ts'
import type { FieldTroubles, QuantityFields } from './fields.ts'

export const QuantityField = ({
  id,
  indicator,
  quantity,
  trouble,
  onChange,
}: {
  id: string
  indicator: Indicator | undefined
  quantity: QuantityFields
  trouble: FieldTroubles['quantities'][number] | undefined
  onChange: (change: Partial<QuantityFields>) => void
}) => {
  const t = useWords(activityWords)
  const words = useWords(shortFormWords)
  const { language, unitOf } = useNumbers()
  const said = useQuantityTrouble(indicator, trouble)
  const step = (by: number) =>
    onChange({
      typed: typedOf(Math.max(1, (numberOf(quantity.typed, language) ?? (by > 0 ? 0 : 2)) + by), language),
    })
  if (indicator?.aggregation === 'distinct')
    return (
      <Textarea
        id={id}
        label={words.things(unitOf(indicator))}
        description={words.thingsHelp}
        required
        autosize
        minRows={2}
        value={quantity.things}
        error={said}
        onChange={(event) => onChange({ things: event.currentTarget.value })}
      />
    )
  return (
    <>
      <div className="quantity-field">
        <Button variant="default" aria-label={t.less} onClick={() => step(-1)}>
          −
        </Button>
        <TextInput
          id={id}
          label={indicator ? t.quantityIn(unitOf(indicator)) : t.quantity}
          required
          inputMode={indicator && indicator.decimals > 0 ? 'decimal' : 'numeric'}
          autoComplete="off"
          value={quantity.typed}
          error={said}
          onChange={(event) => onChange({ typed: event.currentTarget.value })}
        />
        <Button variant="default" aria-label={t.more} onClick={() => step(1)}>
          +
        </Button>
        <NativeSelect
          label={words.qualifier}
          value={quantity.qualifier}
          onChange={(event) =>
            onChange({
              qualifier: qualifiers.find((each) => each === event.currentTarget.value) ?? 'exact',
            })
          }
          data={qualifiers.map((value) => ({ value, label: words.qualifiers[value] }))}
        />
      </div>
      {indicator?.aggregation === 'ratio' && (
        <TextInput
          label={words.outOf}
          description={words.outOfHelp}
          required
          inputMode="decimal"
          value={quantity.outOf}
          onChange={(event) => onChange({ outOf: event.currentTarget.value })}
        />
      )}
    </>
  )
}

const useQuantityTrouble = (
  indicator: Indicator | undefined,
  trouble: FieldTroubles['quantities'][number] | undefined,
): string | undefined => {
  const figures = useWords(figureWords)
  const words = useWords(shortFormWords)
  switch (trouble) {
    case undefined:
    case 'indicator':
    case 'twice':
      return undefined
    case 'tooPrecise':
      return figures.tooPrecise(indicator?.decimals ?? 2)
    case 'noThings':
    case 'wholeMissing':
      return words[trouble]
    default:
      return figures[trouble]
  }
}
