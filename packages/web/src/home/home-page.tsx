import { GetHome, type Home } from '@loa/contract/home'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call, keyOf } from '../api.ts'
import { dayWords, instantWords, numberWords, todayInVietnam } from '../shell/format.ts'
import { Empty, Loaded, Page } from '../shell/page.tsx'
import { useMay } from '../shell/session.ts'
import { homeWords } from '../words/home.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { Mine, Returned, Waiting } from './home-lines.tsx'
import { mostUrgent, placeOf } from './lines.ts'
import { Running } from './running.tsx'
import { Week } from './week.tsx'
import './home.css'

export const HomePage = () => {
  const t = useWords(homeWords)
  const { language } = useLanguage()
  const may = useMay()
  const mayUpload = may('dispatch.upload')
  const answersForAll = may('dispatch.approve')
  const query = useQuery({ queryKey: keyOf(GetHome), queryFn: () => call(GetHome), refetchInterval: 60_000 })
  const today = todayInVietnam()
  const weekday = t.weekdays[new Date(`${today}T00:00:00Z`).getUTCDay()] ?? ''
  const count = (lines: unknown[]) => numberWords(language, lines.length)
  const home = query.data
  return (
    <Page
      title={t.title(weekday, dayWords(today))}
      state={
        home
          ? `${t.state(count(home.mine), count(home.waiting), count(home.returned))} · ${t.updated(instantWords(new Date(query.dataUpdatedAt).toISOString()).slice(0, 5))}`
          : ' '
      }
      next={home && nextOf(home, t, mayUpload)}
    >
      <Loaded query={query}>
        {(loaded) =>
          isEmpty(loaded) ? (
            <Empty
              title={t.empty}
              help={mayUpload ? t.emptyHelp : t.emptyReader}
              action={mayUpload ? undefined : <Link to="/campaigns">{t.seeCampaigns}</Link>}
            />
          ) : (
            <div className="home">
              <div>
                <Mine lines={loaded.mine} />
                <Waiting lines={loaded.waiting} />
              </div>
              <div>
                <Returned lines={loaded.returned} />
                <Week week={loaded.week} />
                {answersForAll && <Running />}
              </div>
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}

const isEmpty = (home: Home) =>
  home.mine.length + home.waiting.length + home.returned.length + home.week.declared === 0

/** The one dark button: the most urgent line, or a dispatch to upload when nothing waits. */
const nextOf = (home: Home, t: (typeof homeWords)['vi'], mayUpload: boolean) => {
  const line = mostUrgent(home)
  if (line)
    return {
      why: t.nextWhy,
      help: t.line[line.kind].ask,
      action: (
        <Button size="md" renderRoot={(props) => <Link {...props} {...placeOf(line.href)} />}>
          {t.line[line.kind].open}
        </Button>
      ),
    }
  if (!mayUpload) return undefined
  return {
    why: t.nextNothing,
    help: t.nextNothingHelp,
    action: (
      <Button size="md" component={Link} to="/dispatches">
        {t.upload}
      </Button>
    ),
  }
}
