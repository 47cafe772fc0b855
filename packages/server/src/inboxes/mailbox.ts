/**
 * A mailbox by IMAP (`imapflow`: the one client that is kept up, with types; letters are opened by `postal-mime`, which needs
 * nothing else, in the process that reads strangers' files). A letter is marked as read, and moved where that is wanted, only
 * after it is stored; it is known by its Message-ID and hash, so that none is taken twice.
 */
import { createHash } from 'node:crypto'
import { ImapFlow } from 'imapflow'
import { inOnePiece } from '../blobs/blobs.ts'
import type { Incoming } from '../dispatches/read-incoming.ts'
import type { ReactionTools } from '../events/jobs.ts'
import type { StoredConnection } from '../exchanges/connection-queries.ts'
import { isLetterKnown, listTakenRefs, saveTaken } from '../exchanges/incoming-queries.ts'
import { sealOwner } from '../exchanges/open-exchange.ts'
import { ExchangeTrouble } from '../exchanges/ports.ts'
import { unseal } from '../signatures/sealed-file.ts'
import { documentsOf, letterKey, reasonOf } from './letter.ts'
import { readOne, takeOne } from './take-file.ts'

const atOnce = 20
const mostBytes = 50_000_000
const patience = 30_000

export const emptyMailbox = async (tools: ReactionTools, connection: StoredConnection): Promise<void> => {
  const { client, box } = openClient(tools, connection)
  // Without a listener a connection that breaks would end the process; the call that was under way says so too.
  client.on('error', () => undefined)
  try {
    await asked(() => client.connect())
    const lock = await asked(() => client.getMailboxLock(box))
    try {
      await takeLetters(tools, connection, client)
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}

const takeLetters = async (tools: ReactionTools, connection: StoredConnection, client: ImapFlow) => {
  const validity = client.mailbox ? String(client.mailbox.uidValidity) : '0'
  const found = (await asked(() => client.search({ seen: false }, { uid: true }))) || []
  const refs = found.map((uid) => `${validity}-${uid}`)
  const known = new Map(
    (await tools.pool.transaction('system', (db) => listTakenRefs(db, connection.id, refs))).map(
      ({ ref, how }) => [ref, how],
    ),
  )
  let count = 0
  for (const uid of found) {
    const ref = `${validity}-${uid}`
    // Looked at before, and nothing for Loa: it stays unread for the people whose mailbox it is.
    if (known.get(ref) === 'unreadable') continue
    if (!known.has(ref)) {
      if (++count > atOnce) break
      if ((await takeLetter(tools, connection, client, { uid, ref })) === 'nothing') continue
    }
    // Stored, perhaps in a run that died before this.
    await asked(() => client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true }))
    const { systemId: folder } = connection
    if (folder) await asked(() => client.messageMove(String(uid), folder, { uid: true }))
  }
}

const takeLetter = async (
  tools: ReactionTools,
  connection: StoredConnection,
  client: ImapFlow,
  { uid, ref }: { uid: number; ref: string },
): Promise<'stored' | 'nothing'> => {
  const bytes = await download(client, uid)
  const at = tools.now()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const taken = { connectionId: connection.id, ref, kind: 'mail', sha256, incomingId: null, at }
  const letter = await opened(tools, bytes)
  const key = letterKey(letter?.messageId ?? null, sha256)
  const isKnown = await tools.pool.transaction('system', (db) => isLetterKnown(db, connection.id, key))
  if (isKnown) {
    await tools.pool.transaction('system', (db) =>
      saveTaken(db, { ...taken, how: 'stored', said: 'đã nhận trước đó' }),
    )
    return 'stored'
  }
  const said: string[] = []
  const documents: Incoming[] = []
  for (const part of documentsOf(letter?.parts ?? [])) {
    const reading = await readOne(tools, inOnePiece(part.content), part.name)
    if ('incoming' in reading) documents.push(reading.incoming)
    else said.push(`${part.name}: ${reasonOf(reading.refused)}`)
  }
  const [first] = documents
  if (!letter || !first) {
    const words = said.join(' · ') || reasonOf('letter.nothing')
    await tools.pool.transaction('system', (db) =>
      saveTaken(db, { ...taken, how: 'unreadable', said: words }),
    )
    return 'nothing'
  }
  const mail = await tools.blobs.put(bytes)
  const eml = {
    kind: 'letter' as const,
    name: 'thu.eml',
    mime: 'message/rfc822',
    sha256: mail.sha256,
    bytes: mail.bytes,
  }
  await tools.pool.transaction('system', async (db) => {
    const ids: number[] = []
    for (const incoming of documents) {
      const one = { ...incoming, others: [...incoming.others, ...(incoming === first ? [eml] : [])] }
      const { id } = await takeOne(db, connection, one, { cameBy: 'mail', cameFrom: letter.from, at })
      ids.push(id)
    }
    await saveTaken(db, {
      ...taken,
      how: 'stored',
      said: [letter.subject, ...said].filter(Boolean).join(' · '),
      dispatchId: ids[0] ?? null,
      letterKey: key,
    })
  })
  return 'stored'
}

const opened = async (tools: ReactionTools, bytes: Uint8Array) => {
  const staged = await tools.blobs.stage(inOnePiece(bytes), mostBytes)
  try {
    return await tools.documents.do('letter', { path: staged.path })
  } finally {
    await staged.drop()
  }
}

const download = async (client: ImapFlow, uid: number): Promise<Uint8Array> => {
  const { content } = await asked(() =>
    client.download(String(uid), undefined, { uid: true, maxBytes: mostBytes }),
  )
  // Somebody has moved it meanwhile.
  if (!content) throw new ExchangeTrouble('unreachable', 'thư không còn ở đó')
  const parts: Uint8Array[] = []
  for await (const part of content) parts.push(part as Uint8Array)
  return new Uint8Array(Buffer.concat(parts))
}

/** `imaps://van-thu%40example.vn@mail.example.vn/INBOX`; the password is kept apart, sealed. */
const openClient = ({ config: _, secret }: ReactionTools, connection: StoredConnection) => {
  const { protocol, hostname, port, username, pathname } = new URL(connection.place)
  const opens = connection.sealed && unseal(secret, sealOwner(connection.unitId), connection.sealed)
  if (!opens)
    throw new ExchangeTrouble('refused', 'Mật khẩu hộp thư chưa đặt hoặc không mở được ở máy này: nhập lại.')
  const secure = protocol === 'imaps:'
  const isHere = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]'
  return {
    box: decodeURIComponent(pathname.slice(1)) || 'INBOX',
    client: new ImapFlow({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (secure ? 993 : 143),
      secure,
      // A password goes over the network only encrypted.
      ...(secure || isHere ? {} : { doSTARTTLS: true }),
      auth: { user: decodeURIComponent(username), pass: opens.toString('utf8') },
      logger: false,
      disableAutoIdle: true,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience * 2,
    }),
  }
}

/** What a mail server says, or that it says nothing, is trouble of the connection; shown, and asked again later. */
const asked = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    const { responseText, message } = error as { responseText?: string; message?: string }
    throw new ExchangeTrouble('unreachable', (responseText ?? message ?? String(error)).slice(0, 300))
  }
}
