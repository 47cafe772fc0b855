/** The findings of one printed page in its margin, each beside the line it is about; choosing one opens it in the list. */
import { useFilter } from '../shell/use-filter.ts'
import { findingWords } from '../words/findings.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { FindingIcon } from './finding-icon.tsx'
import type { FindingsWork } from './use-findings.ts'
import './findings.css'

/** What is missing, or concerns the whole, stands over the head. */
const wholePage = { page: 1, top: 2.5 }

export const FindingSigns = ({ work, page }: { work: FindingsWork; page: number }) => {
  const t = useWords(findingWords)
  const { language } = useLanguage()
  const [, change] = useFilter()
  const here = work.open
    .map((finding) => ({ ...finding, at: finding.at ?? wholePage }))
    .filter(({ at }) => at.page === page)
  // Those of one line stand two by two: a third would lie on the words.
  const slotOf = (index: number) =>
    here.slice(0, index).filter(({ at }) => Math.abs(at.top - (here[index]?.at.top ?? 0)) < 2.8).length
  return here.map(({ key, number, severity, wrong, at }, index) => (
    <button
      key={key}
      type="button"
      className={`finding-sign ${severity}${key === work.selected ? ' on' : ''}`}
      style={{
        top: `calc(${at.top}% + ${Math.floor(slotOf(index) / 2)} * 28px)`,
        left: `calc(var(--sign-left) + ${slotOf(index) % 2} * var(--sign-step))`,
      }}
      title={wrong[language]}
      aria-label={t.sign(number, t.severity[severity], wrong[language])}
      onClick={() => {
        work.select(key)
        // On a narrow screen the list is the other tab.
        change({ pane: 'right', form: 'open' })
      }}
    >
      <FindingIcon severity={severity} size={12} />
      <span>{number}</span>
    </button>
  ))
}
