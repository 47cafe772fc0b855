/** The numbers of an activity in words: "1 buổi · hơn 350 lượt người". */
import type { Activity } from '@loa/contract/activities'
import type { Indicator } from '@loa/contract/figures'
import { useNumbers } from '../figures/indicator-words.ts'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'

export const useQuantitiesSaid = () => {
  const words = useWords(figureWords)
  const { number, unitOf } = useNumbers()
  const one = (quantity: Activity['quantities'][number], indicator: Indicator | undefined) =>
    [
      words.said[quantity.qualifier],
      quantity.outOf === null
        ? number(quantity.quantity)
        : `${number(quantity.quantity)}/${number(quantity.outOf)}`,
      indicator ? unitOf(indicator) : quantity.indicator,
    ]
      .filter(Boolean)
      .join(' ')
  return {
    one,
    /** `of`: that indicator first, since it is what the list is about. */
    all: (activity: Activity, indicators: Indicator[]) =>
      activity.quantities
        .map((quantity) =>
          one(
            quantity,
            indicators.find(({ code }) => code === quantity.indicator),
          ),
        )
        .join(' · '),
  }
}
