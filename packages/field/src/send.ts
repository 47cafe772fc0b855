/**
 * Sends one item: the words, each photo, then the end that is answered by the receipt. Every step may be said again and is done
 * once, so a cut at any byte costs a repetition and nothing else.
 */
import type { FieldReceipt } from '@loa/contract/field'
import { askJson, SendTrouble } from './ask.ts'
import type { Item, Photo } from './item.ts'
import type { Ports } from './ports.ts'
import { upload } from './upload.ts'
import { evidenceBody, finishBody, recordBody } from './wire.ts'

/** @throws SendTrouble */
export const sendItem = async (ports: Ports, start: Item, app: string): Promise<void> => {
  const { net, clock, store } = ports
  const at = () => new Date(clock.now()).toISOString()
  const path = `/api/field/v1/records/${start.id}`
  let item = start
  /** What the person changed in the meantime is a new edit, and stays; only how far we are is noted. */
  const note = async (change: (item: Item) => Item) => {
    const changed = await store.change(item.id, (now) => (now.edit === item.edit ? change(now) : now))
    if (changed?.edit !== item.edit || changed.state !== 'queued') throw new Changed()
    item = changed
  }

  if (!item.isRecorded) {
    // Noted before it leaves: an answer that is lost must not make the next edit believe that nothing was sent.
    await note((now) => ({ ...now, isTried: true }))
    await askJson(net, 'PUT', path, recordBody(item, at(), app))
    await note((now) => ({ ...now, isRecorded: true }))
  }
  for (const photo of item.photos.filter(({ isDone }) => !isDone)) {
    await sendPhoto(ports, item, photo, (change) =>
      note((now) => ({
        ...now,
        photos: now.photos.map((each) => (each.id === photo.id ? { ...each, ...change } : each)),
      })),
    )
  }
  const receipt = (await askJson(
    net,
    'POST',
    `${path}/finish`,
    finishBody(item, at()),
  )) as unknown as FieldReceipt
  const done = await store.change(item.id, (now) =>
    now.edit === item.edit && now.state === 'queued'
      ? {
          ...now,
          state: 'sent',
          trouble: null,
          retryAt: null,
          tries: 0,
          receipt: { number: receipt.receipt, at: receipt.receivedAt, outcome: receipt.outcome },
        }
      : now,
  )
  if (done?.state === 'sent') for (const { id } of item.photos) await store.dropPhoto(id)
}

/** The person has taken the item out of the queue while it was being sent. */
export class Changed extends Error {}

const sendPhoto = async (
  { net, clock, store }: Ports,
  item: Item,
  photo: Photo,
  note: (change: Partial<Photo>) => Promise<void>,
) => {
  const attach = () =>
    askJson(
      net,
      'PUT',
      `/api/field/v1/records/${item.id}/evidence/${photo.id}`,
      evidenceBody(item, photo, new Date(clock.now()).toISOString()),
    )
  // Sent to its end before: perhaps only the answer was lost.
  if (photo.sent === photo.bytes && photo.bytes > 0)
    try {
      await attach()
      return await note({ isDone: true })
    } catch (error) {
      if (!(error instanceof SendTrouble) || !again.has(error.trouble.code)) throw error
      await note({ sent: 0 })
    }
  const bytes = await store.photo(photo.id)
  if (!bytes) throw new SendTrouble('refused', { code: 'photo.gone', values: { name: photo.name } })
  await upload(net, photo.id, bytes, (sent) => note({ sent }))
  await attach()
  await note({ isDone: true })
}

/** The server lacks bytes that it had, or got them wrong: they are sent from the start. */
const again = new Set(['upload.not-found', 'upload.incomplete', 'upload.damaged'])
