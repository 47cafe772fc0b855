/** A small real hub over HTTP on this machine, with the other bodies on it: it can be down, say no, and lose its own answers. */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

interface Lying {
  docId: string
  kind: string
  from: string
  to: string
  bytes: Uint8Array
  status: 'initial' | 'done' | 'fail'
}

export const startStubHub = async (secret = 'khoa-bi-mat') => {
  const lying: Lying[] = []
  const asked: string[] = []
  let count = 0
  /** By path: what it answers instead; each as often as said. */
  const faults: { path: string; how: 'down' | 'lost' | { code: string; said: string }; times: number }[] = []

  const put = (kind: string, from: string, to: string, bytes: Uint8Array): string => {
    const docId = `D${++count}`
    lying.push({ docId, kind, from, to, bytes, status: 'initial' })
    return docId
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').slice(1)
    const body = await buffer(request)
    asked.push(path)
    const fault = faults.find((each) => each.path === path && each.times > 0)
    if (fault) fault.times -= 1
    const say = (json: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
    }
    if (fault?.how === 'down') return void response.writeHead(503).end('nothing')
    if (request.headers['x-secretkey'] !== secret)
      return say({ status: 'FAIL', ErrorCode: '15', ErrorDesc: 'Sai SystemId hoặc SecretKey' })
    if (typeof fault?.how === 'object')
      return say({ status: 'FAIL', ErrorCode: fault.how.code, ErrorDesc: fault.how.said })
    const json = path === 'sendEdoc' ? {} : (JSON.parse(body.toString('utf8')) as Record<string, string>)
    const found = lying.find(({ docId }) => docId === json.docId)
    const done = (result: unknown) => (fault?.how === 'lost' ? void request.socket.destroy() : say(result))
    if (path === 'sendEdoc') {
      const about = JSON.parse(String(request.headers['x-edoc'])) as Record<string, string>
      if (request.headers['hash-file'] !== createHash('sha256').update(body).digest('hex'))
        return say({ status: 'FAIL', ErrorCode: '10' })
      return done({
        status: 'OK',
        ErrorCode: '0',
        DocId: put(about.messagetype ?? '', about.from ?? '', about.to ?? '', new Uint8Array(body)),
      })
    }
    if (path === 'getReceivedEdocList')
      return done({
        status: 'OK',
        ErrorCode: '0',
        data: lying
          .filter(
            ({ to, kind, status }) => to === served && kind === json.messagetype && status === 'initial',
          )
          .map(({ docId, kind }) => ({ docId, messageType: kind })),
      })
    if (path === 'getSentEdocList')
      return done({
        status: 'OK',
        ErrorCode: '0',
        data: found ? [{ docId: found.docId, receiveStatus: found.status }] : [],
      })
    if (!found) return say({ status: 'FAIL', ErrorCode: '21', ErrorDesc: 'không có gói tin' })
    if (path === 'getEdoc') {
      response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(found.bytes)
      return
    }
    if (path === 'updateStatus') {
      found.status = json.status as 'done'
      return done({ status: 'OK', ErrorCode: '0' })
    }
    say({ status: 'FAIL', ErrorCode: '20' }, 404)
  }

  let served = ''
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secret,
    /** What was sent to that body, the oldest first. */
    sentTo: (to: string) => lying.filter((each) => each.to === to),
    /** Whose list it answers with. */
    serve: (organId: string) => {
      served = organId
    },
    put,
    lying,
    asked,
    fail: (path: string, how: 'down' | 'lost' | { code: string; said: string }, times = 1) => {
      faults.push({ path, how, times })
    },
    mend: () => faults.splice(0),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
