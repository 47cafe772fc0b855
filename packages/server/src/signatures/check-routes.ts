/** What a signed file says of itself: looked at once for each file and each state of the trust, then kept. */

import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ListSignatures } from '@loa/contract/signatures'
import { mimes } from '../dispatches/files.ts'
import { findDispatch, type StoredDispatch } from '../dispatches/queries.ts'
import { orNotFound, routeInSteps } from '../http/endpoint.ts'
import { findCheck, saveCheck } from './check-queries.ts'
import { findSignedFile } from './queries.ts'

export const checkRoutes = [
  routeInSteps(ListSignatures, {
    async prepare({ aside, now, params, tools }) {
      const folder = tools.config.LOA_TRUST ?? null
      const trust = await stateOf(folder)
      const { dispatch, sha256, known } = await aside(async (db) => {
        const dispatch = orNotFound(await findDispatch(db, params.id), 'dispatch', params.id)
        const sha256 = fileOf(dispatch) ?? (await findSignedFile(db, params.id))
        const known = sha256 === null ? null : await findCheck(db, { dispatchId: dispatch.id, sha256, trust })
        return { dispatch, sha256, known }
      })
      const hasTrust = folder !== null
      if (sha256 === null) return { hasTrust, check: null }
      const path = tools.blobs.path(sha256)
      const found = known
        ? known.found
        : await tools.documents.do('verify', { path, trust: folder, at: heldSince(dispatch, now) })
      return { hasTrust, check: { sha256, trust, isNew: known === null, found, at: known?.at ?? now } }
    },
    async handle({ db, params }, _input, { hasTrust, check }) {
      orNotFound(await findDispatch(db, params.id), 'dispatch', params.id)
      if (check?.isNew) await saveCheck(db, { dispatchId: params.id, ...check }, check)
      return { hasTrust, checkedAt: check?.at ?? null, signatures: check?.found ?? [] }
    },
  }),
]

/** The PDF that counts, once it is frozen. */
const fileOf = (dispatch: StoredDispatch): string | null => {
  if (dispatch.direction === 'out') return dispatch.pdfSha256
  return dispatch.fileMime === mimes.pdf ? dispatch.fileSha256 : null
}

/** Where no timestamp proves another moment, the file was signed at the latest when Loa got it: since then it has its hash. */
const heldSince = (dispatch: StoredDispatch, now: string): string =>
  dispatch.direction === 'in' ? dispatch.createdAt : (dispatch.issuedAt ?? now)

/** Changes when somebody adds a certificate or a newer list. */
const stateOf = async (folder: string | null): Promise<string> => {
  if (folder === null) return 'none'
  const hash = createHash('sha256')
  for (const name of (await readdir(folder)).sort()) {
    const { size, mtimeMs } = await stat(join(folder, name))
    hash.update(`${name} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}
