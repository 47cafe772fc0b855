import type { Connection } from '@loa/contract/exchanges'

/** Packages go and come by it; mailboxes and drop folders only bring. */
export const isExchange = (kind: Connection['kind']): boolean =>
  kind === 'hub' || kind === 'folder' || kind === 'guest'

export type Secretive = 'hub' | 'mail' | 'guest'
export const hasSecret = (kind: Connection['kind']): kind is Secretive =>
  kind === 'hub' || kind === 'mail' || kind === 'guest'
