import type { Dispatch } from '@loa/contract/dispatches'
import { GetDispatchLine } from '@loa/contract/recalls'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { dayWords, numberWords } from '../shell/format.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { recallHeadWords } from '../words/recall-head.ts'
import './recall.css'

/** Ministry → department → unit → report, as far as the person may see. */
export const DispatchLine = ({ dispatch }: { dispatch: Dispatch }) => {
  const t = useWords(recallHeadWords)
  const { language } = useLanguage()
  const { data } = useQuery({
    queryKey: keyOf(GetDispatchLine, dispatch.id),
    queryFn: () => call(GetDispatchLine, { params: { id: dispatch.id } }),
  })
  if (!data || data.steps.length < 2) return null
  return (
    <section className="recall" aria-labelledby="dispatch-line">
      <h3 id="dispatch-line">{t.line}</h3>
      <ol className="dispatch-line">
        {data.steps.map((step) => (
          <li key={step.dispatchId} aria-current={step.isThis ? 'true' : undefined}>
            <span lang="vi">{step.issuer}</span>{' '}
            {step.isThis ? (
              <b className="code">{step.code?.replace(/^\//, '…/') ?? t.noCode}</b>
            ) : (
              <Link to="/dispatches/$id" params={{ id: String(step.dispatchId) }} className="code">
                {step.code?.replace(/^\//, '…/') ?? t.noCode}
              </Link>
            )}
            <span className="meta">
              {[
                step.date && /^\d{4}-\d\d-\d\d$/.test(step.date) ? dayWords(step.date) : null,
                step.isThis ? t.lineHere : null,
                step.units > 0 ? t.lineUnits(numberWords(language, step.units)) : null,
                step.recalledAt ? t.lineRecalled : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
