/**
 * Letters out by SMTP. `nodemailer` is the one library for it that is kept up and needs nothing else. Each letter has a
 * connection of its own: some dozens a day, and whether its text had begun to go is then plain.
 */
import { createTransport } from 'nodemailer'
import type { Config } from '../config.ts'
import type { Letter, Trouble } from './mail.ts'

export interface Mailer {
  /** Null: the mail server has taken it. */
  send(letter: Letter): Promise<Trouble | null>
}

const patience = 20_000

/** Null where no mail server is set. */
export const openMailer = ({ LOA_SMTP_URL: url, LOA_MAIL_FROM: from }: Config): Mailer | null =>
  url ? { send: (letter) => send(url, from, letter) } : null

const send = async (
  url: string,
  from: string,
  { id, to, subject, text }: Letter,
): Promise<Trouble | null> => {
  let hasBegun = false
  // After DATA the server may have the letter, whatever is heard of it. The library tells this to its log alone.
  const note = (_entry: unknown, line?: unknown) => {
    if (line === 'DATA') hasBegun = true
  }
  const logger = {
    level: () => {},
    trace: note,
    debug: note,
    info: note,
    warn: note,
    error: note,
    fatal: note,
  }
  const transport = createTransport({
    ...optionsOf(url),
    logger,
    debug: true,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  })
  try {
    const messageId = `<${id}@${from.split('@').at(-1)?.replace('>', '')}>`
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      messageId,
      headers: { 'auto-submitted': 'auto-generated' },
    })
    return null
  } catch (error) {
    const { responseCode, message } = error as { responseCode?: number; message: string }
    return { said: message, code: responseCode ?? null, hasBegun }
  } finally {
    transport.close()
  }
}

const optionsOf = (url: string) => {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
  }
}
