/** Stands between a phone and the server and cuts connections at random bytes, of the request or of the answer. */
import { connect, createServer, type Socket } from 'node:net'
import { freePort } from './office-server.ts'

export interface CuttingProxy {
  url: string
  /** Where the server listens now. */
  follow(url: string): void
  /** Cuts so far. */
  cuts(): number
  close(): void
}

export const cuttingProxy = async (
  wanted: number,
  random: () => number,
  onCut: (cuts: number) => void,
): Promise<CuttingProxy> => {
  const port = await freePort()
  const open = new Set<Socket>()
  let target = 0
  let cuts = 0
  let connections = 0
  const server = createServer((phone) => {
    connections += 1
    // Each connection comes from an address of its own: limits by address are another test's.
    const office = connect({
      host: '127.0.0.1',
      port: target,
      localAddress: `127.0.${1 + (connections % 200)}.1`,
    })
    for (const socket of [phone, office]) {
      open.add(socket)
      socket.on('error', () => end())
      socket.on('close', () => end())
      socket.setNoDelay(true)
    }
    const end = () => {
      for (const socket of [phone, office]) {
        open.delete(socket)
        socket.destroy()
      }
    }
    const isCut = cuts < wanted
    const ofAnswer = random() < 0.5
    // Short ones hit heads and answers, long ones the middle of photos.
    const at = Math.floor(random() ** 2 * (ofAnswer ? 3_000 : 24_000))
    const pass = (from: Socket, to: Socket, isMarked: boolean) => {
      let passed = 0
      from.on('data', (chunk: Buffer) => {
        if (isMarked && passed + chunk.length >= at && cuts < wanted) {
          cuts += 1
          // What comes before the cut arrives; then both sides find the line dead.
          to.write(chunk.subarray(0, at - passed), () => end())
          onCut(cuts)
          return
        }
        passed += chunk.length
        to.write(chunk)
      })
    }
    pass(phone, office, isCut && !ofAnswer)
    pass(office, phone, isCut && ofAnswer)
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${port}`,
    follow(url) {
      target = Number(new URL(url).port)
    },
    cuts: () => cuts,
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}
