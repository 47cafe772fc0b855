/** @jsxImportSource preact */
/** What stands between the phone and the server now, in a sentence, with what to do about it. */
import type { ComponentChildren } from 'preact'
import { pause } from './acts.ts'
import { Icon } from './icon.tsx'
import { t } from './language.ts'
import { type Phone, tell } from './phone.ts'

export const Notices = ({ phone }: { phone: Phone }) => (
  <div role="status" class="notices">
    <NetNotice phone={phone} />
    {phone.notice && (
      <Bar kind="ask" what={noticeWords(phone.notice).what} help={noticeWords(phone.notice).help}>
        <button type="button" onClick={() => tell({ notice: null })}>
          {t.seen}
        </button>
      </Bar>
    )}
    {phone.update && (
      <Bar kind="go" what={t.update} help={t.updateHelp}>
        <button type="button" onClick={phone.update}>
          {t.updateNow}
        </button>
      </Bar>
    )}
    {phone.others > 0 && <Bar kind="plain" what={t.others(phone.others)} help="" />}
  </div>
)

const NetNotice = ({ phone }: { phone: Phone }) => {
  const waiting = phone.items.filter(({ state }) => state === 'queued').length
  const mine = phone.items.filter(({ state }) => state !== 'sent').length
  if (phone.stopped?.failure === 'person') {
    const { what, help } = personWords(phone.stopped.code, mine, phone.snapshot !== null)
    return (
      <Bar kind="ask" what={what} help={help}>
        <a href="/sign-in?to=/field/">{t.signIn}</a>
      </Bar>
    )
  }
  if (!phone.isOnline) return <Bar kind="dark" what={t.offline} help={t.offlineHelp} />
  if (phone.isPaused)
    return (
      <Bar kind="plain" what={t.paused} help="">
        <button type="button" onClick={() => pause(false)}>
          {t.goOn}
        </button>
      </Bar>
    )
  if (phone.sending)
    return (
      <Bar kind="go" what={t.sendingNow(waiting)} help="">
        <button type="button" onClick={() => pause(true)}>
          {t.pause}
        </button>
      </Bar>
    )
  return null
}

const personWords = (code: string, mine: number, isKnown: boolean) => {
  if (code === 'field.other-person') return { what: t.otherPerson, help: t.otherPersonHelp }
  if (code === 'session.missing')
    return { what: isKnown ? t.signedOut : t.notSignedIn, help: t.signedOutHelp(mine) }
  return { what: t.noRole, help: t.noRoleHelp(mine) }
}

const noticeWords = ({ kind, name }: NonNullable<Phone['notice']>) => {
  if (kind === 'full') return { what: t.full, help: t.fullHelp }
  if (kind === 'twice') return { what: t.twice(name), help: t.twiceHelp }
  return { what: t.wrongPhoto(name), help: t.wrongPhotoHelp }
}

const Bar = ({
  kind,
  what,
  help,
  children,
}: {
  kind: 'dark' | 'go' | 'ask' | 'plain'
  what: string
  help: string
  children?: ComponentChildren
}) => (
  <div class={`net ${kind}`}>
    <Icon name={kind === 'dark' ? 'offline' : kind === 'ask' ? 'ask' : 'upload'} />
    <span class="grow">
      <b>{what}</b> {help}
    </span>
    {children}
  </div>
)
