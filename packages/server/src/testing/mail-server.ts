/** A real mail server on this machine: keeps what it is given, can be down, and can hang up after the text has come. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export const startMailServer = async () => {
  const letters: string[] = []
  let hangsUp = false
  let refusal: { code: number; said: string } | null = null
  let server: SMTPServer | null = null
  const up = async (port: number) => {
    const opened = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) =>
        done(refusal ? Object.assign(new Error(refusal.said), { responseCode: refusal.code }) : null),
      async onData(stream, _session, done) {
        letters.push(await text(stream))
        if (hangsUp)
          for (const { _socket } of opened.connections as Set<{ _socket?: { destroy(): void } }>)
            _socket?.destroy()
        else done()
      },
    })
    opened.on('error', () => {})
    await once(opened.listen(port, '127.0.0.1'), 'listening')
    server = opened
    return (opened.server.address() as AddressInfo).port
  }
  const down = async () => {
    const closing = server
    server = null
    if (closing) await new Promise<void>((resolve) => closing.close(() => resolve()))
  }
  const port = await up(0)
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** All that was taken, whole. */
    letters,
    down,
    up: () => up(port),
    hangUp: (yes: boolean) => {
      hangsUp = yes
    },
    refuse: (with_: { code: number; said: string } | null) => {
      refusal = with_
    },
  }
}
