/** The catalogue of problems: everything a person can put right, as RFC 9457 problem+json with a word code. */
import { z } from 'zod'

/** Word code → HTTP status. The web holds the Vietnamese and English words for every code; a test keeps both whole. */
export const problemStatus = {
  'request.invalid': 422,
  'request.too-large': 413,
  'request.too-many': 429,
  'request.foreign-origin': 403,
  'request.key-reused': 422,
  'request.unknown-path': 404,
  'session.missing': 401,
  'session.wrong-password': 401,
  'session.example-off': 403,
  'session.no-role': 403,
  'session.too-many-tries': 429,
  'session.wrong-code': 401,
  'session.code-expired': 401,
  'passkey.refused': 401,
  'passkey.wrong-address': 409,
  'oidc.off': 404,
  'oidc.unreachable': 503,
  'oidc.refused': 401,
  'oidc.unknown-person': 403,
  'account.wrong-password': 422,
  'account.second-factor-on': 409,
  'account.second-factor-off': 409,
  'invitation.unknown': 404,
  'invitation.used': 409,
  'invitation.expired': 409,
  'invitation.revoked': 409,
  'person.e-mail-taken': 409,
  'person.left': 409,
  'person.out-of-reach': 403,
  'appointment.there-already': 409,
  'appointment.ended': 409,
  'appointment.unit-not-there': 422,
  'appointment.last-administrator': 409,
  'delegation.giver-cannot': 422,
  'delegation.receiver-elsewhere': 422,
  'delegation.not-deputy': 422,
  'delegation.not-head': 422,
  'delegation.no-document': 422,
  'delegation.no-types': 422,
  'delegation.no-end': 422,
  'delegation.wrong-line': 422,
  'leave.overlaps': 409,
  'leave.stand-in-elsewhere': 422,
  'leave.stand-in-away': 422,
  'act.forbidden': 403,
  'thing.not-found': 404,
  'thing.changed': 409,
  'vehicle.plate-taken': 409,
  'vehicle.busy': 409,
  'vehicle.ended': 409,
  'vehicle.other-task': 409,
  'gpx.unreadable': 422,
  'site.face-in-use': 409,
  'posting.face-taken': 409,
  'posting.wrong-day': 422,
  'first-run.done': 409,
  'file.empty': 422,
  'file.too-large': 413,
  'file.encrypted': 422,
  'file.zip-bomb': 422,
  'file.wrong-type': 422,
  'file.damaged': 422,
  'file.no-text': 422,
  'file.no-engine': 422,
  'file.too-many-pixels': 422,
  'file.too-slow': 422,
  'document.not-a-dispatch': 422,
  'document.secret': 422,
  'plan.undecided': 409,
  'plan.nothing-confirmed': 409,
  'plan.no-units': 409,
  'plan.campaign-exists': 409,
  'dispatch.wrong-state': 409,
  'dispatch.incomplete': 422,
  'correction.closed': 409,
  'correction.invalid': 422,
  'dispatch.not-orphaned': 409,
  'delivery.wrong-status': 409,
  'delivery.reason-missing': 422,
  'duty.closed': 409,
  'duty.not-accepted': 409,
  'duty.reason-missing': 422,
  'handover.decided': 409,
  'handover.not-a-successor': 422,
  'unit.ended': 409,
  'activity.closed': 409,
  'activity.evidence-missing': 422,
  'activity.reason-missing': 422,
  'activity.wrong-indicator': 422,
  'activity.other-owner': 409,
  'evidence.not-a-photo': 422,
  'evidence.other-activity': 409,
  'sheet.not-ours': 422,
  'field.other-person': 409,
  'field.photos-missing': 409,
  'field.edit-unknown': 409,
  'field.decided': 409,
  'upload.not-found': 404,
  'upload.incomplete': 409,
  'upload.damaged': 422,
  'upload.wrong-offset': 409,
  'upload.wrong-version': 412,
  'report.nothing-to-report': 409,
  'succession.wrong-shape': 422,
  'succession.day-out-of-reach': 422,
  'succession.unit-not-there': 409,
  'succession.code-taken': 409,
  'succession.parent-missing': 422,
  'succession.loop': 422,
  'succession.children-left': 422,
  'succession.nothing-changes': 422,
  'succession.keeper-lost': 422,
  'succession.in-use': 409,
  'contact.wrong-day': 422,
  'contact.wrong-value': 422,
  'address-group.phrase-taken': 409,
  'table.wrong-type': 422,
  'table.unreadable-text': 422,
  'table.no-header': 422,
  'table.no-rows': 422,
  'table.too-long': 422,
  'unit-import.wrong-state': 409,
  'unit-import.changed': 409,
  'unit-import.has-problems': 409,
  'unit-import.nothing-new': 409,
  'unit-import.ends-operator': 409,
  'unit-import.in-use': 409,
  'server.busy': 503,
  'server.disk-full': 507,
  'server.failed': 500,
} as const
export type ProblemCode = keyof typeof problemStatus

/** Where in the input or the file the trouble sits. */
export const ProblemPlace = z.object({
  path: z.string().optional(),
  start: z.number().optional(),
  end: z.number().optional(),
  page: z.number().optional(),
  part: z.string().optional(),
})

export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string().optional(),
  /** Values for the words on the screen: who changed it, what state it is in … */
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
  places: z.array(ProblemPlace.extend({ message: z.string() })).optional(),
  requestId: z.string().optional(),
})
export type ProblemBody = z.infer<typeof ProblemBody>

/** Thrown from anywhere for what a person can put right; answered once, in one place. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly values: NonNullable<ProblemBody['values']>
  readonly places: NonNullable<ProblemBody['places']>

  constructor(code: ProblemCode, values: ProblemBody['values'] = {}, places: ProblemBody['places'] = []) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.values = values
    this.places = places
  }

  get status() {
    return problemStatus[this.code]
  }
}
