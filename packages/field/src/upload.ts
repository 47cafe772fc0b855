/** One photo by tus 1.0.0: asks how far the server is and sends the rest in pieces, so that a cut costs one piece at most. */
import { uploadsPath } from '@loa/contract/field'
import { ask, SendTrouble } from './ask.ts'
import type { Net } from './ports.ts'

const version = { 'tus-resumable': '1.0.0' }

/** Small enough that a weak network finishes one, large enough that a good one does not wait for answers. */
const pieceSize = 256 * 1024

export const upload = async (
  net: Net,
  id: string,
  bytes: Blob,
  onSent: (sent: number) => Promise<void>,
): Promise<void> => {
  const created = await ask(net, uploadsPath, {
    method: 'POST',
    headers: { ...version, 'upload-length': String(bytes.size), 'upload-metadata': `id ${btoa(id)}` },
  })
  let offset = offsetOf(created)
  await onSent(offset)
  while (offset < bytes.size) {
    const piece = bytes.slice(offset, offset + pieceSize)
    const answered = await ask(net, `${uploadsPath}/${id}`, {
      method: 'PATCH',
      headers: {
        ...version,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
      },
      body: piece,
    })
    const next = offsetOf(answered)
    if (next <= offset) throw new SendTrouble('network', { code: 'network.offline', values: {} })
    offset = next
    await onSent(offset)
  }
}

const offsetOf = (response: Response): number => {
  const offset = Number(response.headers.get('upload-offset'))
  if (Number.isSafeInteger(offset) && response.headers.has('upload-offset')) return offset
  throw new SendTrouble('network', { code: 'network.offline', values: {} })
}
