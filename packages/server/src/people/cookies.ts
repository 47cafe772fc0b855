/** Cookies on the way in and out. */
import type { Wire } from '../http/endpoint.ts'

export const cookieOf = (headers: Headers, name: string): string | null => {
  for (const pair of (headers.get('cookie') ?? '').split(/; */)) {
    const at = pair.indexOf('=')
    if (pair.slice(0, at) === name) return pair.slice(at + 1)
  }
  return null
}

interface Cookie {
  name: string
  /** Letters, digits and -_.~ only: nothing to encode. */
  value: string
  path?: string
  /** In seconds; 0 takes the cookie away. */
  age: number
  secure: boolean
}

export const setCookie = (wire: Wire, { name, value, path = '/', age, secure }: Cookie): void =>
  wire.answerHeaders.append(
    'set-cookie',
    `${name}=${value}; Path=${path}; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
  )

export const passCookies = (wire: Wire, headers: Headers): void => {
  for (const cookie of headers.getSetCookie()) wire.answerHeaders.append('set-cookie', cookie)
}

/** What the library of sessions gets to see: the address as we know it, not as the sender writes it. */
export const headersFor = (wire: Wire): Headers => {
  const headers = new Headers({ 'x-forwarded-for': wire.address })
  for (const name of ['cookie', 'user-agent', 'host']) {
    const value = wire.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return headers
}
