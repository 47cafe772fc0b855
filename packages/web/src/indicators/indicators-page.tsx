/** The list of indicators, form by form. Keepers of the directory add, change and retire; nothing is ever deleted. */
import { type KeptIndicator, ListIndicators } from '@loa/contract/indicators'
import { forms } from '@loa/contract/plans'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { StateBadge } from '../shell/state.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { figureWords } from '../words/figures.ts'
import { indicatorWords } from '../words/indicators.ts'
import { useWords } from '../words/language.tsx'
import { IndicatorForm } from './indicator-form.tsx'
import './indicators.css'

export const IndicatorsPage = () => {
  const t = useWords(indicatorWords)
  const [search, change] = useFilter()
  const query = useQuery({ queryKey: keyOf(ListIndicators), queryFn: () => call(ListIndicators) })
  const keeps = query.data?.keeps ?? false
  const close = () => change({ edit: null })
  return (
    <Page
      title={t.title}
      state={t.lead}
      next={
        keeps && search.edit !== 'new'
          ? {
              why: t.addWhy,
              help: t.addHelp,
              action: (
                <Button size="md" onClick={() => change({ edit: 'new' })}>
                  {t.add}
                </Button>
              ),
            }
          : undefined
      }
    >
      <Loaded query={query}>
        {({ indicators }) => (
          <>
            {keeps && search.edit && (
              <IndicatorForm
                key={search.edit}
                indicator={indicators.find(({ code }) => code === search.edit) ?? null}
                onClose={close}
              />
            )}
            {forms.map((form) => (
              <FormIndicators
                key={form}
                form={form}
                indicators={indicators.filter((each) => each.form === form)}
                onEdit={keeps ? (code) => change({ edit: code }) : null}
              />
            ))}
          </>
        )}
      </Loaded>
    </Page>
  )
}

const FormIndicators = ({
  form,
  indicators,
  onEdit,
}: {
  form: KeptIndicator['form']
  indicators: KeptIndicator[]
  /** Null for those who may only read. */
  onEdit: ((code: string) => void) | null
}) => {
  const figures = useWords(figureWords)
  const t = useWords(indicatorWords)
  return (
    <section className="panel indicators" aria-labelledby={`form-${form}`}>
      <header>
        <h2 id={`form-${form}`}>{figures.formsInFull[form]}</h2>
        <span className="count">{indicators.length}</span>
      </header>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.unit}</th>
            <th scope="col">{t.aggregation}</th>
            <th scope="col">{t.evidence}</th>
            <th scope="col">{t.state}</th>
            {onEdit && <th scope="col">{t.acts}</th>}
          </tr>
        </thead>
        <tbody>
          {indicators.map((indicator) => (
            <Row key={indicator.code} indicator={indicator} onEdit={onEdit} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Row = ({
  indicator,
  onEdit,
}: {
  indicator: KeptIndicator
  onEdit: ((code: string) => void) | null
}) => {
  const t = useWords(indicatorWords)
  const { nameOf, unitOf } = useNumbers()
  return (
    <tr>
      <th scope="row">{nameOf(indicator)}</th>
      <td>
        {unitOf(indicator)}
        {indicator.decimals > 0 && <span className="meta"> {t.decimalsShort(indicator.decimals)}</span>}
      </td>
      <td>{t.aggregations[indicator.aggregation]}</td>
      <td>{indicator.evidence.map((kind) => t.proofs[kind]).join(', ')}</td>
      <td>
        {indicator.active ? (
          <span className="meta">{indicator.main ? t.main : indicator.uses > 0 ? t.used : t.unused}</span>
        ) : (
          <StateBadge tone="none">{t.retired}</StateBadge>
        )}
      </td>
      {onEdit && (
        <td>
          <Button
            size="xs"
            variant="default"
            aria-label={t.editNamed(nameOf(indicator))}
            onClick={() => onEdit(indicator.code)}
          >
            {t.edit}
          </Button>
        </td>
      )}
    </tr>
  )
}
