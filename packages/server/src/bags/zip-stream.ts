/** A zip that is made while it is sent: neither the archive nor any file of it is held in memory. */
import { PassThrough, type Readable } from 'node:stream'
import yazl from 'yazl'
import type { BlobStore } from '../blobs/blobs.ts'
import type { BagFile } from './bag.ts'

/** Photos are stored as they are; they do not get smaller. Archives over 4 GB are zip64, as yazl writes them by itself. */
export const zipStream = (folder: string, files: BagFile[], blobs: BlobStore): Readable => {
  const zip = new yazl.ZipFile()
  const out = new PassThrough()
  let open: Readable | null = null
  for (const file of files) {
    const path = `${folder}/${file.path}`
    if ('text' in file) zip.addBuffer(Buffer.from(file.text), path)
    else
      zip.addReadStreamLazy(path, { compress: false }, (give) => {
        open = blobs.read(file.sha256)
        give(null, open)
      })
  }
  zip.on('error', (error) => out.destroy(error as Error))
  // Whoever stops the download half-way leaves no file open.
  out.on('close', () => open?.destroy())
  zip.outputStream.pipe(out)
  zip.end()
  return out
}
