/** How a face looked last time, for the phone that is about to photograph it again. */
import { GetFacePhoto } from '@loa/contract/field'
import { Problem } from '@loa/contract/problem'
import { type FileAnswer, orNotFound, routeInSteps } from '../http/endpoint.ts'
import { findLastPhoto } from '../sites/face-queries.ts'

export const facePhotoRoute = routeInSteps(GetFacePhoto, {
  handle: async ({ db, params }) => orNotFound(await findLastPhoto(db, params.id), 'site', params.id),
  async present({ documents, blobs }, { id, previewSha256 }): Promise<FileAnswer> {
    const bytes = await documents.do('ghost', { path: blobs.path(previewSha256) })
    if (!bytes) throw new Problem('file.damaged')
    return { name: `${id}.jpg`, mime: 'image/jpeg', inline: true, content: { bytes } }
  },
})
