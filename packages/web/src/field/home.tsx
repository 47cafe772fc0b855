/** @jsxImportSource preact */
/** Five boxes: what do I do now, and did it arrive? */
import type { FieldSnapshot } from '@loa/contract/field'
import { bytesOf, missingOf } from '@loa/field/item'
import { dayWords, numberWords } from '../shell/format.ts'
import { begin } from './acts.ts'
import { Icon, type IconName } from './icon.tsx'
import { chooseOther, language, t } from './language.ts'
import { Notices } from './notices.tsx'
import { conflictsOf, type Phone } from './phone.ts'
import { hourOf, megabytes } from './said.ts'
import { facesOf } from './sites.ts'
import { Take } from './take.tsx'
import { Thumb } from './thumb.tsx'

type Duty = FieldSnapshot['duties'][number]

export const Home = ({ phone }: { phone: Phone }) => {
  const { snapshot, items } = phone
  const open = snapshot?.mayRecord ? snapshot.duties.filter(({ state }) => state === 'accepted') : []
  const [first] = open
  const count = (state: (typeof items)[number]['state']) => items.filter((item) => item.state === state)
  const lacking = count('doing').flatMap((item) => missingOf(item))[0]
  const waiting = count('queued').reduce((sum, item) => sum + bytesOf(item).all - bytesOf(item).sent, 0)
  return (
    <>
      <header class="head">
        <img src="/favicon.svg" alt="" width={32} height={32} />
        <div class="head-words">
          <h1 tabIndex={-1}>{snapshot?.unit.name ?? t.title}</h1>
          <span>{snapshot?.person.name ?? 'Loa'}</span>
        </div>
        <button type="button" class="plain" lang={language === 'vi' ? 'en' : 'vi'} onClick={chooseOther}>
          {t.language}
        </button>
      </header>
      <Notices phone={phone} />
      <main class="boxes">
        <Duties phone={phone} />
        <div class="three">
          <Square
            to="doing"
            icon="pencil"
            count={count('doing').length}
            title={t.doing}
            sub={lacking ? t.state.missing(t.missing[lacking]) : ''}
          />
          <Square
            to="queue"
            icon="upload"
            count={count('queued').length}
            title={t.queue}
            sub={waiting > 0 ? t.megabytes(megabytes(waiting)) : ''}
          />
          <Square
            to="sent"
            icon="check"
            count={count('sent').length}
            title={t.sent}
            sub={count('sent').length > 0 ? t.received : ''}
          />
        </div>
        <Returned phone={phone} />
        {conflictsOf(phone).length > 0 && (
          <a class="box ask" href="#/conflicts">
            <Icon name="ask" />
            <b>{t.conflicts}</b>
            <span class="count">{conflictsOf(phone).length}</span>
          </a>
        )}
        <p class="foot-links">
          <a href="/">{t.office}</a>
        </p>
      </main>
      {first && (
        <footer class="foot">
          <Take isMain isCamera label={t.takePhoto} onFiles={(files) => start(first.id, files)} />
        </footer>
      )}
    </>
  )
}

const start = async (dutyId: number, files: File[]) => {
  const id = await begin(dutyId, files)
  if (id) location.hash = `#/item/${id}`
}

const Duties = ({ phone: { snapshot, isReady } }: { phone: Phone }) => (
  <section class="box wide" aria-labelledby="duties">
    <div class="box-head">
      <Icon name="list" />
      <h2 id="duties">{t.today}</h2>
      {snapshot && <span class="count">{snapshot.duties.length}</span>}
    </div>
    {isReady && !snapshot && (
      <p class="empty">
        <b>{t.neverOpened}</b> {t.neverOpenedHelp}
      </p>
    )}
    {snapshot?.mayRecord === false && <p class="empty">{t.onlyReads}</p>}
    {snapshot?.duties.length === 0 && <p class="empty">{t.noDuty}</p>}
    <ul>
      {snapshot?.duties.map((duty) => (
        <li key={duty.id} class="job">
          <DutyWords duty={duty} snapshot={snapshot} />
          {snapshot.mayRecord && duty.state === 'accepted' && (
            <div class="job-acts">
              <Take isCamera label={t.takePhoto} onFiles={(files) => start(duty.id, files)} />
              <Take isCamera={false} label={t.choosePhotos} onFiles={(files) => start(duty.id, files)} />
              {isVisual(duty, snapshot) && facesOf(snapshot).length > 0 && (
                <a class="button" href={`#/sites/${duty.id}`}>
                  {t.atSite}
                </a>
              )}
            </div>
          )}
        </li>
      ))}
    </ul>
  </section>
)

/** Only what hangs hangs at a site. */
const isVisual = ({ campaignId }: Duty, { campaigns, indicators }: FieldSnapshot): boolean => {
  const codes = campaigns.find(({ id }) => id === campaignId)?.indicators ?? []
  return indicators.some(({ code, form }) => form === 'visual' && codes.includes(code))
}

const DutyWords = ({ duty, snapshot }: { duty: Duty; snapshot: FieldSnapshot }) => {
  const campaign = snapshot.campaigns.find(({ id }) => id === duty.campaignId)
  const planned = duty.lines.filter(({ plan }) => plan !== null)
  const state = duty.state === 'assigned' ? t.notAccepted : duty.state === 'accepted' ? null : t.closed
  return (
    <div>
      <b>{campaign?.title}</b>
      {planned.map(({ indicator: code, plan, declared }) => {
        const indicator = snapshot.indicators.find((each) => each.code === code)
        const number = (value: number) => numberWords(language, value, indicator?.decimals ?? 2)
        return (
          <span class="sub" key={code}>
            {language === 'vi' ? indicator?.name : indicator?.nameEn}:{' '}
            {t.progress(
              number(declared),
              number(plan ?? 0),
              (language === 'vi' ? indicator?.unit : indicator?.unitEn) ?? '',
            )}
          </span>
        )
      })}
      {duty.deadline && <span class="sub">{t.deadline(dayWords(duty.deadline))}</span>}
      {state && <span class="sub">{state}</span>}
    </div>
  )
}

const Square = ({
  to,
  icon,
  count,
  title,
  sub,
}: {
  to: string
  icon: IconName
  count: number
  title: string
  sub: string
}) => (
  <a class="box square" href={`#/${to}`}>
    <Icon name={icon} />
    <span class="count">{count}</span>
    <b>{title}</b>
    <span class="sub">{sub}</span>
  </a>
)

const Returned = ({ phone }: { phone: Phone }) => {
  const all = phone.items.filter(({ state }) => state === 'returned')
  const latest = all.at(-1)
  return (
    <a class={all.length > 0 ? 'box returned' : 'box'} href="#/returned">
      <span class="box-head">
        <Icon name="returned" />
        <b>{t.returned}</b>
        <span class="count">{all.length}</span>
      </span>
      {latest?.returned && (
        <span class="quote">
          {latest.photos[0] && <Thumb id={latest.photos[0].id} alt="" />}
          <span>
            “{latest.returned.reason}”
            <span class="sub">
              {t.saidBy(latest.returned.by ?? '', hourOf(new Date(latest.returned.at)))}
            </span>
          </span>
        </span>
      )}
    </a>
  )
}
