/** The way that a connection is. */
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { unseal } from '../signatures/sealed-file.ts'
import type { StoredConnection } from './connection-queries.ts'
import { folderExchange } from './folder.ts'
import { hubExchange } from './hub.ts'
import { type DocumentExchange, ExchangeTrouble } from './ports.ts'

export const exchangeFolder = (config: Config): string =>
  config.LOA_EXCHANGE ?? join(config.LOA_DATA, 'exchange')

/** A secret at rest opens for the unit that set it, and for no other. */
export const sealOwner = (unitId: number): string => `exchange of unit ${unitId}`

/** @throws ExchangeTrouble `refused` where the secret was sealed by another installation */
export const openExchange = (
  config: Config,
  secret: string,
  connection: StoredConnection,
): DocumentExchange => {
  if (connection.kind === 'folder') return folderExchange(exchangeFolder(config), connection.place)
  const opened = connection.sealed && unseal(secret, sealOwner(connection.unitId), connection.sealed)
  if (connection.sealed && !opened)
    throw new ExchangeTrouble('refused', 'Khóa bí mật của kết nối không mở được ở máy này: nhập lại.')
  return hubExchange({
    url: connection.place,
    systemId: connection.systemId ?? '',
    secret: opened?.toString('utf8') ?? '',
  })
}
