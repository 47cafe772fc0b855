/** A rule as a sentence. */
import type { Campaign } from '@loa/contract/campaigns'
import type { TargetPreview, TargetRule } from '@loa/contract/targets'
import { useNumbers } from '../figures/indicator-words.ts'
import { dayWords } from '../shell/format.ts'
import { useWords } from '../words/language.tsx'
import { targetWords } from '../words/targets.ts'
import { unitWords } from '../words/units.ts'

export const useRuleWords = (campaign: Campaign) => {
  const t = useWords(targetWords)
  const units = useWords(unitWords)
  const { number, nameOf, unitOf } = useNumbers()
  const indicatorOf = (code: string) => campaign.indicators.find((each) => each.code === code)
  return {
    who: ({ units: query, facility }: TargetRule) => {
      const conditions = [
        ...query.types.map((type) => units.types[type] ?? type),
        ...query.areas.map((area) => units.types[area] ?? area),
        ...(query.words ? [`“${query.words}”`] : []),
        ...(query.belowUnitId ? [t.belowOne] : []),
        ...(query.extraUnitIds.length > 0 ? [t.byName(query.extraUnitIds.length)] : []),
      ]
      const who = conditions.length === 0 ? t.everyUnit : conditions.join(', ')
      return facility ? `${who} ${t.having[facility]}` : who
    },
    what: (rule: TargetRule) => {
      const indicator = indicatorOf(rule.indicator)
      const topics = topicsSaid(campaign, rule.topics)
      return [
        `${number(rule.amount)} ${indicator ? `${unitOf(indicator)} (${nameOf(indicator)})` : rule.indicator}`,
        t.per[rule.per],
        topics ? t.onTopics(topics) : '',
        rule.eachTopic ? t.eachTopic : '',
        rule.from || rule.to
          ? t.days(rule.from ? dayWords(rule.from) : '…', rule.to ? dayWords(rule.to) : '…')
          : '',
      ]
        .filter(Boolean)
        .join(', ')
    },
    yields: (rule: TargetRule, result: TargetPreview['rules'][number]) => {
      const indicator = indicatorOf(rule.indicator)
      return t.yields(
        number(result.units),
        number(result.amount),
        indicator ? unitOf(indicator) : '',
        rule.per === 'once' ? '' : number(result.times),
      )
    },
  }
}

/** 1–4, 7: by their numbers in the campaign. */
const topicsSaid = (campaign: Campaign, topics: readonly number[]): string => {
  const numbers = campaign.topics
    .filter(({ id }) => topics.includes(id))
    .map(({ ordinal }) => ordinal)
    .sort((a, b) => a - b)
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}
