export {
  type AnsweredDocument,
  type Attachment,
  type Business,
  type BusinessType,
  businessTypes,
  documentIdOf,
  type Edoc,
  type EdxmlMessage,
  type Hop,
  type Note,
  type NoteCode,
  type Organ,
  organOf,
  type PackageSignature,
  type Staff,
  type StatusCode,
  type StatusReply,
  statusCodes,
} from './message.ts'
export { type PackOptions, pack } from './pack.ts'
export { type Unpacked, type UnpackLimits, unpack } from './unpack.ts'
export { isOrganId } from './wire.ts'
export { type PackProblem, PackTrouble } from './write/check.ts'
