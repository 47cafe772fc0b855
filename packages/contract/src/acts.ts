/**
 * Who may do what: the table role × act. It is this one file; every route names its act, the server checks it on each
 * request, and row-level security in the database checks again which rows the person may see.
 */

/** Roles a person can hold in a unit (DESIGN: people and rights). */
export const roles = [
  'officer', // chuyên viên
  'head', // trưởng phòng, người đứng đầu đơn vị
  'clerk', // văn thư
  'leader', // lãnh đạo ký văn bản
  'reporter', // người ghi nhận tại hiện trường
  'operator', // vận hành đài truyền thanh
  'approver', // duyệt nội dung phát
  'administrator',
  'reader',
] as const
export type Role = (typeof roles)[number]

const everyone: readonly Role[] = roles

/** Act → the roles that may do it in their own unit. */
export const acts = {
  'unit.read': everyone,
  // And only of the body that runs this Loa: `actor.keepsDirectory`.
  'unit.change': ['administrator'],
  'address-group.read': everyone,
  'address-group.save': ['officer', 'head', 'clerk'],
  'home.read': everyone,
  'dispatch.read': everyone,
  'dispatch.upload': ['officer', 'head', 'clerk', 'administrator'],
  'dispatch.correct': ['officer', 'head', 'clerk'],
  'plan.read': everyone,
  'plan.decide': ['officer', 'head'],
  'campaign.start': ['officer', 'head'],
  'campaign.read': everyone,
  'campaign.pack': ['officer', 'head', 'leader', 'clerk', 'administrator'],
  'dispatch.draft': ['officer', 'head'],
  'finding.put-aside': ['officer', 'head', 'clerk', 'leader'],
  'dispatch.submit': ['officer', 'head'],
  'dispatch.return': ['head', 'leader'],
  'dispatch.comment': ['officer', 'head', 'leader', 'clerk'],
  'dispatch.approve': ['head', 'leader'],
  'dispatch.sign': ['leader'],
  'dispatch.number': ['clerk'],
  // Only the clerk seals, and only what the competent person has signed (Decree 30/2020/NĐ-CP, article 26 and Appendix I).
  'dispatch.seal': ['clerk'],
  'dispatch.issue': ['clerk'],
  'dispatch.recall': ['leader', 'clerk'],
  'register.read': everyone,
  'number.reserve': ['clerk'],
  'number.void': ['clerk'],
  // The head of the body decides how it numbers (Decree 30/2020/NĐ-CP, article 15.1.c); the clerk or administrator enters it.
  'number.plan': ['clerk', 'leader', 'administrator'],
  'arrival.register': ['clerk'],
  'arrival.forward': ['head', 'leader'],
  'arrival.handle': ['officer', 'head', 'leader'],
  'exchange.read': ['administrator', 'clerk', 'leader', 'head'],
  'exchange.change': ['administrator'],
  'delivery.read': everyone,
  'delivery.receive': ['clerk', 'officer', 'head'],
  'delivery.finish': ['officer', 'head'],
  'duty.read': everyone,
  'duty.answer': ['officer', 'head', 'leader'],
  'duty.plan': ['officer', 'head'],
  'target.read': everyone,
  'target.plan': ['officer', 'head'],
  'handover.decide': ['officer', 'head', 'leader'],
  'activity.read': everyone,
  'activity.record': ['officer', 'head', 'reporter', 'operator'],
  'activity.review': ['officer', 'head'],
  'photo.blur': ['officer', 'head', 'reporter'],
  'evidence.withdraw': ['officer', 'head', 'reporter'],
  'site.read': everyone,
  'site.save': ['officer', 'head', 'reporter'],
  'site.check': ['officer', 'head', 'reporter', 'operator'],
  'vehicle.read': everyone,
  'vehicle.save': ['officer', 'head'],
  'gathering.read': everyone,
  'gathering.save': ['officer', 'head'],
  'figure.read': everyone,
  // And only of the body that runs this Loa, as the directory.
  'indicator.change': ['administrator'],
  'reminder.read': everyone,
  'reminder.send': ['officer', 'head'],
  'holiday.read': everyone,
  // And only of the body that runs this Loa, as the directory.
  'holiday.change': ['administrator'],
  'log.read': ['administrator', 'leader', 'head'],
  'report.read': everyone,
  'report.draft': ['officer', 'head'],
  'round.open': ['officer', 'head'],
  'report.submit': ['officer', 'head', 'leader'],
  'report.review': ['officer', 'head'],
  'report-template.save': ['officer', 'head', 'administrator'],
  'person.read': ['administrator', 'leader', 'head'],
  'person.change': ['administrator'],
  'delegation.change': ['administrator', 'leader'],
  'leave.change': ['administrator', 'head'],
  'seal-key.change': ['administrator', 'clerk'],
} as const satisfies Record<string, readonly Role[]>
export type Act = keyof typeof acts

/** True when one of the roles may do the act. */
export const mayDo = (held: readonly Role[], act: Act): boolean =>
  held.some((role) => (acts[act] as readonly Role[]).includes(role))

/** What the delegation of a signature may cover (Decree 30/2020/NĐ-CP, article 13). */
export const delegableActs = ['dispatch.approve', 'dispatch.sign'] as const satisfies Act[]

/** A stand-in does the daily work of who is away; signatures and powers stay with those who were given them. */
export const neverByStandIn: readonly Act[] = [
  'dispatch.sign',
  'person.change',
  'delegation.change',
  'leave.change',
  'seal-key.change',
]
