/**
 * A hub over HTTP, after the shapes of the public SDK of the national axis and of a province's hub: sendEdoc,
 * getReceivedEdocList, getEdoc, updateStatus, getSentEdocList. An answer with a code is the other side's no: shown, not
 * repeated. No answer, one in time, 5xx, or one that is no JSON: said again later.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type DocumentExchange, ExchangeTrouble, mostPackageBytes, type Waiting } from './ports.ts'

export interface HubAddress {
  url: string
  systemId: string
  secret: string
}

const patience = 30_000
const mostWords = 2_000_000

const Answer = z.object({
  status: z.string().optional(),
  ErrorCode: z.coerce.string().optional(),
  ErrorDesc: z.string().nullish(),
})
const List = Answer.extend({
  data: z.array(z.object({ docId: z.coerce.string(), messageType: z.string().optional() })).default([]),
})
const Sent = Answer.extend({
  data: z.array(z.object({ docId: z.coerce.string(), receiveStatus: z.string().nullish() })).default([]),
})
const Taken = Answer.extend({ DocId: z.coerce.string().optional(), docId: z.coerce.string().optional() })

export const hubExchange = ({ url, systemId, secret }: HubAddress): DocumentExchange => {
  const base = url.replace(/\/+$/, '')
  const post = async (
    path: string,
    headers: Record<string, string>,
    body: Uint8Array | string,
  ): Promise<Response> => {
    try {
      const response = await fetch(`${base}/${path}`, {
        method: 'POST',
        headers: { 'x-systemid': systemId, 'x-secretkey': secret, ...headers },
        body: body as BodyInit,
        // Nobody is to lead the secret elsewhere.
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      })
      if (response.status >= 500) throw new ExchangeTrouble('unreachable', `HTTP ${response.status}`)
      return response
    } catch (error) {
      if (error instanceof ExchangeTrouble) throw error
      throw new ExchangeTrouble('unreachable', error instanceof Error ? reasonOf(error) : String(error))
    }
  }
  const ask = async <T extends z.ZodType>(
    schema: T,
    path: string,
    body: Record<string, unknown>,
  ): Promise<z.output<T>> =>
    answerOf(schema, await post(path, { 'content-type': 'application/json' }, JSON.stringify(body)))

  return {
    async send({ kind, from, to, bytes }) {
      const about = { from, to: to.join(','), servicetype: 'eDoc', messagetype: kind }
      const answer = await answerOf(
        Taken,
        await post(
          'sendEdoc',
          {
            'content-type': 'application/octet-stream',
            'x-edoc': JSON.stringify(about),
            'hash-file': createHash('sha256').update(bytes).digest('hex'),
          },
          bytes,
        ),
      )
      const ref = answer.DocId ?? answer.docId
      if (!ref) throw new ExchangeTrouble('unreachable', 'sendEdoc: no DocId')
      return { ref }
    },

    async list() {
      const found: Waiting[] = []
      for (const kind of ['edoc', 'status'] as const) {
        const { data } = await ask(List, 'getReceivedEdocList', { servicetype: 'eDoc', messagetype: kind })
        found.push(...data.map(({ docId }) => ({ ref: docId, kind })))
      }
      return found
    },

    async fetch({ ref }) {
      const response = await post(
        'getEdoc',
        { 'content-type': 'application/json' },
        JSON.stringify({ docId: ref }),
      )
      if (response.headers.get('content-type')?.includes('json')) {
        await answerOf(Answer, response)
        throw new ExchangeTrouble('unreachable', 'getEdoc: no package')
      }
      if (!response.ok)
        throw new ExchangeTrouble('refused', `getEdoc: HTTP ${response.status}`, String(response.status))
      return readBytes(response, mostPackageBytes)
    },

    async settle({ ref }, how) {
      await ask(Answer, 'updateStatus', { docId: ref, status: how })
    },

    async whereabouts(refs) {
      const where = new Map<string, 'waiting' | 'received'>()
      for (const ref of refs) {
        const { data } = await ask(Sent, 'getSentEdocList', {
          servicetype: 'eDoc',
          messagetype: 'edoc',
          docId: ref,
        })
        const line = data.find(({ docId }) => docId === ref)
        if (line)
          where.set(
            ref,
            line.receiveStatus === 'done' || line.receiveStatus === 'fail' ? 'received' : 'waiting',
          )
      }
      return where
    },
  }
}

const answerOf = async <T extends z.ZodType>(schema: T, response: Response): Promise<z.output<T>> => {
  const bytes = await readBytes(response, mostWords)
  if (!bytes) throw new ExchangeTrouble('unreachable', 'an answer that is too large')
  const text = new TextDecoder().decode(bytes)
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new ExchangeTrouble('unreachable', `HTTP ${response.status}: no JSON`)
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw new ExchangeTrouble('unreachable', 'an answer of another form')
  const { status, ErrorCode: code, ErrorDesc: said } = Answer.parse(json)
  if (status === 'FAIL' || (code !== undefined && code !== '0') || !response.ok)
    throw new ExchangeTrouble(
      'refused',
      (said ?? '').slice(0, 300) || 'FAIL',
      code ?? String(response.status),
    )
  return parsed.data
}

/** Null past the limit: whoever sends more is not waited for. */
const readBytes = async (response: Response, most: number): Promise<Uint8Array | null> => {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of response.body ?? []) {
      size += part.byteLength
      if (size > most) return null
      parts.push(part)
    }
  } catch (error) {
    throw new ExchangeTrouble('unreachable', error instanceof Error ? reasonOf(error) : String(error))
  }
  return new Uint8Array(Buffer.concat(parts))
}

const reasonOf = (error: Error): string => {
  const cause = error.cause instanceof Error ? error.cause : error
  const code =
    error.name === 'TimeoutError' ? 'TimeoutError' : ((cause as NodeJS.ErrnoException).code ?? cause.message)
  return reasons[code] ? `${reasons[code]} (${code})` : code.slice(0, 200)
}

/** For the page of the connections, in words of an office. */
const reasons: Record<string, string> = {
  ECONNREFUSED: 'máy chủ từ chối kết nối',
  ECONNRESET: 'máy chủ ngắt kết nối giữa chừng',
  UND_ERR_SOCKET: 'máy chủ ngắt kết nối giữa chừng',
  ENOTFOUND: 'không tìm thấy máy chủ',
  EAI_AGAIN: 'không tra được tên máy chủ',
  EHOSTUNREACH: 'không có đường tới máy chủ',
  TimeoutError: 'máy chủ không trả lời trong 30 giây',
  CERT_HAS_EXPIRED: 'chứng thư của máy chủ đã hết hạn',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'chứng thư của máy chủ không được tin cậy',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'chứng thư của máy chủ không được tin cậy',
}
