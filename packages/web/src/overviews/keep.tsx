/** What is kept of a campaign, and next year's made from it. */
import { GetCampaignBag } from '@loa/contract/bags'
import { type Campaign, RollOverCampaign } from '@loa/contract/campaigns'
import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call, urlOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { useMay } from '../shell/session.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { overviewWords } from '../words/overviews.ts'

export const Keep = ({ campaign }: { campaign: Campaign }) => {
  const t = useWords(overviewWords)
  const may = useMay()
  return (
    <section className="panel" aria-labelledby="overview-keep">
      <header>
        <h2 id="overview-keep">{t.keep}</h2>
      </header>
      <div className="overview-keep">
        {may('campaign.pack') && (
          <div>
            <a href={urlOf(GetCampaignBag.path, { id: campaign.id })} download>
              {t.bag}
            </a>
            <p className="meta">{t.bagHelp}</p>
          </div>
        )}
        {may('campaign.start') && <NextCampaign campaign={campaign} />}
      </div>
    </section>
  )
}

const NextCampaign = ({ campaign }: { campaign: Campaign }) => {
  const t = useWords(overviewWords)
  const { number } = useNumbers()
  const [days, setDays] = useState({
    from: aYearLater(campaign.from),
    to: aYearLater(campaign.to),
    deadline: '',
  })
  const rolling = useMutation({
    mutationFn: () =>
      call(RollOverCampaign, {
        params: { id: campaign.id },
        body: { from: days.from, to: days.to, deadline: days.deadline || null },
      }),
  })
  const made = rolling.data
  const field = (name: keyof typeof days, label: string, required: boolean) => (
    <TextInput
      type="date"
      label={label}
      required={required}
      value={days[name]}
      onChange={(event) => setDays({ ...days, [name]: event.currentTarget.value })}
    />
  )
  if (made)
    return (
      <div role="status">
        <p>
          <b>{t.started}</b>
        </p>
        {made.leftOut.length > 0 && (
          <>
            <p>{t.leftOut(number(made.leftOut.length))}</p>
            <ul>
              {made.leftOut.map((unit) => (
                <li key={unit.id}>{unit.fullName}</li>
              ))}
            </ul>
          </>
        )}
        <p className="overview-made">
          <Link to="/dispatches/$id" params={{ id: String(made.draftId) }}>
            {t.toDraft}
          </Link>
          <Link to="/campaigns/$id" params={{ id: String(made.campaignId) }}>
            {t.toNew}
          </Link>
        </p>
      </div>
    )
  return (
    <details className="overview-next">
      <summary>{t.next}</summary>
      <p className="meta">{t.nextHelp}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          rolling.mutate()
        }}
      >
        {field('from', t.from, true)}
        {field('to', t.to, true)}
        {field('deadline', t.deadline, false)}
        {rolling.error && <Trouble error={rolling.error} />}
        <Button type="submit" variant="default" loading={rolling.isPending}>
          {t.start}
        </Button>
      </form>
    </details>
  )
}

/** The same day of the next year; the last of February where there is no 29th. */
const aYearLater = (day: string | null): string => {
  if (!day) return ''
  const [year = '', month = '', date = ''] = day.split('-')
  const last = new Date(Date.UTC(Number(year) + 1, Number(month), 0)).getUTCDate()
  return `${Number(year) + 1}-${month}-${String(Math.min(Number(date), last)).padStart(2, '0')}`
}
