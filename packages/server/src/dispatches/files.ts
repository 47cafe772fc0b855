/** The files of a dispatch: as they were frozen at the issue, or laid out from the tree as it stands. */
import { Problem } from '@loa/contract/problem'
import type { DocumentTree } from '@loa/documents'
import { type Config, publicAddress } from '../config.ts'
import type { DocumentsWorker } from '../documents-worker/documents-worker.ts'
import type { FileAnswer } from '../http/endpoint.ts'
import type { StoredDispatch } from './queries.ts'

export const mimes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** PDF and pictures are shown as they came; of other files there is only what was read. */
export const hasPages = (mime: string | null): mime is string =>
  mime === mimes.pdf || mime?.startsWith('image/') === true

/** `02_SVHTTDL-QLVHGĐ` or `du-thao-12`: safe in every file system. */
export const fileNameOf = (dispatch: Pick<StoredDispatch, 'id' | 'tree'>): string =>
  dispatch.tree.number && dispatch.tree.code
    ? dispatch.tree.code.replaceAll(/[\\/:*?"<>|\s]+/g, '_')
    : `du-thao-${dispatch.id}`

/** @param signed the pages with the signatures they bear so far */
export const issuedFile = (
  dispatch: StoredDispatch,
  kind: 'pdf' | 'docx',
  signed: string | null,
): FileAnswer | null => {
  const sha256 = kind === 'pdf' ? (signed ?? dispatch.pdfSha256 ?? dispatch.finalSha256) : dispatch.docxSha256
  if (!sha256) return null
  return { name: `${fileNameOf(dispatch)}.${kind}`, mime: mimes[kind], inline: false, content: { sha256 } }
}

/** One file for the printer: the letter once for each unit it went to, with the address of its delivery as a QR code. */
export const layOutLetters = async (
  { documents, config }: { documents: DocumentsWorker; config: Config },
  dispatch: StoredDispatch,
  addressed: { id: number; name: string }[],
): Promise<FileAnswer> => {
  if (addressed.length === 0) throw new Problem('thing.not-found', { what: 'file', id: dispatch.id })
  const letters = addressed.map(({ id, name }) => ({
    addressee: name,
    qr: `${publicAddress(config)}/dispatches/${dispatch.id}#delivery-${id}`,
  }))
  return {
    name: `${fileNameOf(dispatch)}-tung-noi-nhan.pdf`,
    mime: mimes.pdf,
    inline: false,
    content: { bytes: await documents.do('letters', { tree: dispatch.tree, letters }) },
  }
}

export const layOut = async (
  { documents, config }: { documents: DocumentsWorker; config: Config },
  tree: DocumentTree,
  kind: 'pdf' | 'docx',
  name: string,
): Promise<FileAnswer> => ({
  name: `${name}.${kind}`,
  mime: mimes[kind],
  inline: false,
  content: { bytes: await documents.do(kind, { tree, linkBase: publicAddress(config) }) },
})
