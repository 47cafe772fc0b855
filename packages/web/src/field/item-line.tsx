/** @jsxImportSource preact */
import { bytesOf, type Item } from '@loa/field/item'
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { language, t } from './language.ts'
import { conflictsOf, type Phone } from './phone.ts'
import { hourOf, megabytes, said } from './said.ts'
import { isMobile } from './sender.ts'
import { Thumb } from './thumb.tsx'

export const ItemLine = ({
  phone,
  item,
  place,
  children,
}: {
  phone: Phone
  item: Item
  place: number
  children: ComponentChildren
}) => {
  const { all, sent } = bytesOf(item)
  const { icon, tone, words } = said(item, {
    ...phone,
    isMobile: isMobile(),
    isSignedOut: phone.stopped?.failure === 'person',
    isAsked: conflictsOf(phone).some(({ activityId }) => activityId === item.id),
    place,
  })
  const title = item.draft.place || t.untitled
  return (
    <li class="item">
      {item.photos[0] && <Thumb id={item.photos[0].id} alt={t.photoOf(title, 1)} />}
      <div class="item-words">
        <div class="item-title">
          {item.state === 'doing' ? <a href={`#/item/${item.id}`}>{title}</a> : <b>{title}</b>}
          {all > 0 && <span class="sub">{t.megabytes(megabytes(all))}</span>}
        </div>
        <div class={`word ${tone}`}>
          <Icon name={icon} size={18} /> {words}
        </div>
        {phone.sending === item.id && <progress max={all} value={sent} aria-label={title} />}
        {item.returned && (
          <p>
            “{item.returned.reason}”{' '}
            <span class="sub">{t.saidBy(item.returned.by ?? '', hourOf(new Date(item.returned.at)))}</span>
          </p>
        )}
        {item.state === 'returned' && item.trouble && <Why code={item.trouble.code} />}
        {children}
      </div>
    </li>
  )
}

/** The words for what the server said come with the first that is needed; they lie on the phone. */
const Why = ({ code }: { code: string }) => {
  const [words, setWords] = useState(code === 'photo.gone' ? `${t.photoGone} ${t.photoGoneHelp}` : '')
  useEffect(() => {
    if (code !== 'photo.gone')
      import('../words/problems.ts').then(({ saidOf }) => {
        const { what, now } = saidOf(language, code)
        setWords(`${what} ${now}`)
      })
  }, [code])
  return <p>{words}</p>
}
