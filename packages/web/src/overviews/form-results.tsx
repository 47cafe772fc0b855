/** Form by form: bars, and in the same rows the numbers they are drawn from. */
import type { Overview } from '@loa/contract/overviews'
import { Link } from '@tanstack/react-router'
import { useNumbers } from '../figures/indicator-words.ts'
import { ProofBar } from '../shell/state.tsx'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { overviewWords } from '../words/overviews.ts'

export const FormResults = ({ campaignId, forms }: { campaignId: number; forms: Overview['forms'] }) => {
  const t = useWords(overviewWords)
  const { formsInFull } = useWords(figureWords)
  const { number, unitOf } = useNumbers()
  return (
    <section className="panel" aria-labelledby="overview-forms">
      <header>
        <h2 id="overview-forms">{t.forms}</h2>
      </header>
      <table className="table overview-forms">
        <thead>
          <tr>
            <th scope="col">{t.form}</th>
            <th scope="col" className="num">
              {t.declared}
            </th>
            <th scope="col" className="num">
              {t.proved}
            </th>
            <th scope="col" className="num">
              {t.plan}
            </th>
            <th scope="col" className="num">
              {t.share}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {forms.map(({ indicator, total }) => {
            const isReported = total !== null && total.activities > 0
            const figure = (value: number, label: string) => (
              <Link
                className="figure-link"
                to="/campaigns/$id"
                params={{ id: String(campaignId) }}
                search={{ figure: indicator.code } as never}
                aria-label={`${formsInFull[indicator.form]}, ${label}: ${number(value)} ${unitOf(indicator)}`}
              >
                {number(value)}
              </Link>
            )
            return (
              <tr key={indicator.code}>
                <th scope="row">
                  {formsInFull[indicator.form]} <span className="meta">({unitOf(indicator)})</span>
                </th>
                {isReported ? (
                  <>
                    <td className="num" data-label={t.declared}>
                      {figure(total.declared, t.declared)}
                    </td>
                    <td className="num" data-label={t.proved}>
                      {figure(total.proved, t.proved)}
                    </td>
                  </>
                ) : (
                  <td className="num hatch" colSpan={2}>
                    <span className="on-hatch">{total === null ? t.notAdded : t.notReported}</span>
                  </td>
                )}
                <td className="num" data-label={t.plan}>
                  {total?.plan === null || total?.plan === undefined ? '–' : number(total.plan)}
                </td>
                <td className="num" data-label={t.share}>
                  {total?.plan ? `${number(Math.round((1000 * total.declared) / total.plan) / 10)}%` : '–'}
                </td>
                <td className="overview-bar">
                  {isReported && <ProofBar amounts={total} plan={total.plan} />}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
