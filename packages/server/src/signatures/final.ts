/** The final pages: laid out once, when number and date are known, and what every signature stands on. */
import type { DocumentTree } from '@loa/documents'
import type { BlobStore } from '../blobs/blobs.ts'
import { type Config, publicAddress } from '../config.ts'
import type { FinalPages } from '../dispatches/queries.ts'
import type { DocumentsWorker } from '../documents-worker/documents-worker.ts'

export const layOutFinal = async (
  { config, documents, blobs }: { config: Config; documents: DocumentsWorker; blobs: BlobStore },
  tree: DocumentTree,
): Promise<FinalPages> => {
  const { pdf, room } = await documents.do('final', { tree, linkBase: publicAddress(config) })
  return { sha256: (await blobs.put(pdf)).sha256, room }
}
