import type { Indicator } from '@loa/contract/figures'
import { Button, TextInput } from '@mantine/core'
import { useNumbers } from '../figures/indicator-words.ts'
import { numberOf, typedOf } from '../figures/quantity.ts'
import { activityWords } from '../words/activities.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import type { FieldTroubles } from './fields.ts'

export const QuantityField = ({
  indicator,
  value,
  trouble,
  onChange,
}: {
  indicator: Indicator | undefined
  value: string
  trouble: FieldTroubles['quantity']
  onChange: (value: string) => void
}) => {
  const t = useWords(activityWords)
  const figures = useWords(figureWords)
  const { language, unitOf } = useNumbers()
  const step = (by: number) =>
    onChange(typedOf(Math.max(1, (numberOf(value, language) ?? (by > 0 ? 0 : 2)) + by), language))
  const said =
    trouble === undefined
      ? undefined
      : trouble === 'tooPrecise'
        ? figures.tooPrecise(indicator?.decimals ?? 2)
        : trouble === 'notPositive'
          ? figures.notPositive
          : figures[trouble]
  return (
    <div className="quantity-field">
      <Button variant="default" aria-label={t.less} onClick={() => step(-1)}>
        −
      </Button>
      <TextInput
        id="field-quantity"
        label={indicator ? t.quantityIn(unitOf(indicator)) : t.quantity}
        required
        inputMode={indicator && indicator.decimals > 0 ? 'decimal' : 'numeric'}
        autoComplete="off"
        value={value}
        error={said}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Button variant="default" aria-label={t.more} onClick={() => step(1)}>
        +
      </Button>
    </div>
  )
}
