/** @jsxImportSource preact */
/** One box opened: each item with its bytes and a word. */
import { bytesOf, type Item } from '@loa/field/item'
import { waitsForWifi } from '@loa/field/queue'
import { sendNow, takeOut, takeUp } from './acts.ts'
import { Frame } from './frame.tsx'
import { ItemLine } from './item-line.tsx'
import { t } from './language.ts'
import type { Phone } from './phone.ts'
import { megabytes } from './said.ts'
import { isMobile } from './sender.ts'

type Box = 'doing' | 'queue' | 'sent' | 'returned'
const stateOf = { doing: 'doing', queue: 'queued', sent: 'sent', returned: 'returned' } as const

export const BoxPage = ({ phone, box }: { phone: Phone; box: Box }) => {
  const items = phone.items.filter(({ state }) => state === stateOf[box])
  const shown = box === 'sent' || box === 'returned' ? items.toReversed() : items
  const all = items.reduce((sum, item) => sum + bytesOf(item).all, 0)
  const left = all - items.reduce((sum, item) => sum + bytesOf(item).sent, 0)
  const lately = phone.items
    .filter(({ state }) => state === 'sent')
    .slice(-5)
    .toReversed()
  const sub = [
    t.items(items.length),
    ...(box === 'queue' && all > 0 ? [t.left(megabytes(left), megabytes(all))] : []),
  ]
  return (
    <Frame phone={phone} title={t[box]} sub={sub.join(' · ')}>
      <ItemList phone={phone} items={shown} isQueue={box === 'queue'} />
      {box === 'queue' && lately.length > 0 && (
        <>
          <h2>{t.sent}</h2>
          <ItemList phone={phone} items={lately} isQueue={false} />
        </>
      )}
      {box === 'sent' && <OfOthers phone={phone} />}
    </Frame>
  )
}

const ItemList = ({ phone, items, isQueue }: { phone: Phone; items: Item[]; isQueue: boolean }) => {
  if (items.length === 0) return <p class="empty">{t.nothing}</p>
  return (
    <ul class="items">
      {items.map((item, index) => (
        <ItemLine key={item.id} phone={phone} item={item} place={index + 1}>
          {isQueue && waitsForWifi(item, isMobile()) && (
            <button type="button" class="button" onClick={() => sendNow(item)}>
              {t.byMobile}
            </button>
          )}
          {item.state !== 'doing' && (
            <button type="button" class="button" onClick={() => open(item)}>
              {item.state === 'returned' ? t.sendAgain : t.edit}
            </button>
          )}
        </ItemLine>
      ))}
    </ul>
  )
}

const open = async (item: Item) => {
  await takeOut(item)
  location.hash = `#/item/${item.id}`
}

/** What colleagues recorded on their phones: it may be changed here too, and both values are kept when both do. */
const OfOthers = ({ phone }: { phone: Phone }) => {
  const own = new Set(phone.items.map(({ id }) => id))
  const others = phone.snapshot?.activities.filter(({ id }) => !own.has(id)) ?? []
  if (others.length === 0) return null
  return (
    <>
      <h2>{t.fromOthers}</h2>
      <ul class="items">
        {others.map((activity) => (
          <li key={activity.id} class="item">
            <div class="item-words">
              <b>{activity.words.place}</b>
              <span class="sub">
                {activity.recordedBy.name} · {t.photosThere(activity.photos)}
              </span>
              <button
                type="button"
                class="button"
                onClick={async () => {
                  const id = await takeUp(activity)
                  if (id) location.hash = `#/item/${id}`
                }}
              >
                {t.edit}
              </button>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
