/** The rules in the order they hold: the later one stands where two say something about the same topics. */
import type { Campaign } from '@loa/contract/campaigns'
import type { TargetPreview, TargetRule } from '@loa/contract/targets'
import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { StateBadge } from '../shell/state.tsx'
import { useWords } from '../words/language.tsx'
import { targetWords } from '../words/targets.ts'
import { useRuleWords } from './rule-words.ts'
import { newRule, type Plan } from './use-plan.ts'

const RuleForm = lazy(async () => ({ default: (await import('./rule-form.tsx')).RuleForm }))

export const RuleList = ({
  campaign,
  work,
  yields,
  mayEdit,
}: {
  campaign: Campaign
  work: Plan
  yields: TargetPreview['rules']
  mayEdit: boolean
}) => {
  const t = useWords(targetWords)
  const [open, setOpen] = useState<number | null>(null)
  const { rules } = work.draft
  const set = (index: number, change: Partial<TargetRule>) =>
    work.setRules(rules.map((rule, at) => (at === index ? { ...rule, ...change } : rule)))
  return (
    <section className="panel" aria-labelledby="rules">
      <header>
        <h2 id="rules">{t.rules}</h2>
        <span className="count">{rules.length}</span>
        {mayEdit && (
          <Button
            size="xs"
            variant="default"
            ml="auto"
            onClick={() => {
              work.setRules([...rules, newRule(campaign)])
              setOpen(rules.length)
            }}
          >
            {t.addRule}
          </Button>
        )}
      </header>
      {rules.length === 0 && <p className="targets-text">{t.noRules}</p>}
      <ol className="rule-list">
        {rules.map((rule, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a rule is told by
          <li key={index}>
            <RuleSaid campaign={campaign} rule={rule} result={yields[index]} />
            {mayEdit &&
              (open === index ? (
                <Suspense fallback={null}>
                  <RuleForm
                    campaign={campaign}
                    rule={rule}
                    onChange={(change) => set(index, change)}
                    onClose={() => setOpen(null)}
                    onRemove={() => {
                      work.setRules(rules.filter((_, at) => at !== index))
                      setOpen(null)
                    }}
                  />
                </Suspense>
              ) : (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={t.editRule(index + 1)}
                  onClick={() => setOpen(index)}
                >
                  {t.edit}
                </Button>
              ))}
          </li>
        ))}
      </ol>
      {mayEdit && (
        <footer className="targets-footer">
          <Button
            size="xs"
            variant="default"
            disabled={!work.isChanged}
            loading={work.save.isPending}
            onClick={() => work.save.mutate()}
          >
            {t.save}
          </Button>
          <span className="meta">{work.isChanged ? t.unsaved : t.draftHelp}</span>
        </footer>
      )}
    </section>
  )
}

const RuleSaid = ({
  campaign,
  rule,
  result,
}: {
  campaign: Campaign
  rule: TargetRule
  result: TargetPreview['rules'][number] | undefined
}) => {
  const t = useWords(targetWords)
  const words = useRuleWords(campaign)
  return (
    <div>
      <p>
        <b>{words.who(rule)}</b>: {words.what(rule)}
      </p>
      {result &&
        (result.trouble ? (
          <StateBadge tone="ask">{t.troubles[result.trouble]}</StateBadge>
        ) : (
          <p className="meta">{words.yields(rule, result)}</p>
        ))}
    </div>
  )
}
