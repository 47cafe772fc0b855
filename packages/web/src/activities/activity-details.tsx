/** What was recorded; its unit may change it while it is not accepted. */
import type { Activity } from '@loa/contract/activities'
import type { Campaign } from '@loa/contract/campaigns'
import type { ShortField } from '@loa/contract/short-form'
import { shortForms } from '@loa/contract/short-forms'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Fragment, lazy, Suspense, useState } from 'react'
import { useNumbers } from '../figures/indicator-words.ts'
import { dayWords, instantWords } from '../shell/format.ts'
import { activityWords } from '../words/activities.ts'
import { type Language, useWords } from '../words/language.tsx'
import { useQuantitiesSaid } from './quantities-said.ts'

const ActivityEdit = lazy(async () => ({ default: (await import('./activity-edit.tsx')).ActivityEdit }))

interface DetailsProps {
  activity: Activity
  campaign: Campaign
}

export const ActivityDetails = ({ activity, campaign, mayEdit }: DetailsProps & { mayEdit: boolean }) => {
  const t = useWords(activityWords)
  const [isEditing, setEditing] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const isOpen = isEditing && mayEdit
  return (
    <section className="panel" aria-labelledby="activity-facts">
      <header>
        <h2 id="activity-facts">{t.facts}</h2>
        {mayEdit && !isOpen && (
          <Button
            variant="default"
            size="xs"
            ml="auto"
            onClick={() => {
              setSaved(false)
              setEditing(true)
            }}
          >
            {t.edit}
          </Button>
        )}
      </header>
      <div role="status">{isSaved && <p className="note ok">{t.saved}</p>}</div>
      {isOpen ? (
        <Suspense fallback={<div className="loading">{t.edit}</div>}>
          <ActivityEdit
            activity={activity}
            campaign={campaign}
            onClose={(saved) => {
              setSaved(saved)
              setEditing(false)
            }}
          />
        </Suspense>
      ) : (
        <Facts activity={activity} campaign={campaign} />
      )}
    </section>
  )
}

const Facts = ({ activity, campaign }: DetailsProps) => {
  const t = useWords(activityWords)
  const { nameOf, language } = useNumbers()
  const said = useQuantitiesSaid()
  const topics = campaign.topics.filter(({ id }) => activity.topics.includes(id))
  return (
    <dl className="activity-facts">
      <dt>{t.unit}</dt>
      <dd>{activity.unit.fullName}</dd>
      {activity.quantities.map((quantity) => {
        const indicator = campaign.indicators.find(({ code }) => code === quantity.indicator)
        return (
          <Fragment key={quantity.indicator}>
            <dt>{indicator ? nameOf(indicator) : quantity.indicator}</dt>
            <dd>
              {said.one(quantity, indicator)}
              {quantity.things.length > 0 && <span className="meta"> {quantity.things.join('; ')}</span>}
            </dd>
          </Fragment>
        )
      })}
      <dt>{t.place}</dt>
      <dd>{activity.place}</dd>
      {activity.site && (
        <>
          <dt>{t.site}</dt>
          <dd>
            <Link to="/sites/$id" params={{ id: activity.site.id }}>
              {activity.site.name}
            </Link>{' '}
            <span className="meta">{activity.site.face}</span>
          </dd>
        </>
      )}
      <dt>{t.day}</dt>
      <dd>{dayWords(activity.happenedOn)}</dd>
      {shortForms[activity.form].fields.map((field) => {
        const answer = activity.details[field.name]
        return answer ? (
          <Fragment key={field.name}>
            <dt>{field.label[language]}</dt>
            <dd>{answerWords(field, answer, language)}</dd>
          </Fragment>
        ) : null
      })}
      <dt>{t.topics}</dt>
      <dd>
        <ul>
          {topics.map((topic) => (
            <li key={topic.id}>{topic.text}</li>
          ))}
        </ul>
      </dd>
      <dt>{t.note}</dt>
      <dd>{activity.note || <span className="meta">{t.noNote}</span>}</dd>
      <dt>{t.by}</dt>
      <dd>
        {activity.recordedBy.name} <span className="meta">{instantWords(activity.createdAt)}</span>
      </dd>
    </dl>
  )
}

const answerWords = (field: ShortField, answer: string, language: Language) => {
  if (field.kind === 'link')
    return (
      <a href={answer} target="_blank" rel="noreferrer">
        {answer}
      </a>
    )
  if (field.kind === 'day') return dayWords(answer)
  return field.choices?.find(({ value }) => value === answer)?.label[language] ?? answer
}
