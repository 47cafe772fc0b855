/** What is printed of an incoming document: its slip, and its first page with the stamp "ĐẾN". */
import { type Arrival, type ArrivalEntry, GetArrivalPaper } from '@loa/contract/arrivals'
import { Problem } from '@loa/contract/problem'
import type { ArrivalStamp, ForwardingSlip } from '@loa/documents/write'
import { shortDate } from '@loa/documents/write'
import { mimes } from '../dispatches/files.ts'
import { orNotFound, routeInSteps } from '../http/endpoint.ts'
import { documentOf } from '../registers/register.ts'
import { today } from '../time.ts'
import { getUnit } from '../units/queries.ts'
import { findArrival, findPages } from './queries.ts'

export const paperRoute = routeInSteps(GetArrivalPaper, {
  async handle({ db, params: { id, paper } }) {
    const arrival = orNotFound(await findArrival(db, id), 'arrival', id)
    const { letterhead, fullName } = await getUnit(db, arrival.unitId)
    const head = { ...letterhead, issuer: letterhead.issuer ?? fullName }
    const pages = paper === 'stamped' ? await findPages(db, id) : null
    if (paper === 'stamped' && !pages) throw new Problem('arrival.no-file')
    return { arrival, head, pages }
  },
  async present({ documents, blobs }, { arrival, head, pages }) {
    const name = `${pages ? 'dau-den' : 'phieu-giai-quyet'}-${arrival.number}-${arrival.year}.pdf`
    const bytes = pages
      ? await documents.do('stamped', { path: blobs.path(pages), stamp: stampOf(arrival, head.issuer) })
      : await documents.do('slip', { slip: slipOf(arrival, head) })
    if (!bytes) throw new Problem('file.damaged')
    return { name, mime: mimes.pdf, inline: true, content: { bytes } }
  },
})

const stampOf = (arrival: Arrival, issuer: string): ArrivalStamp => ({
  issuer,
  number: arrival.number,
  date: arrival.arrivedOn,
  forwardedTo: arrival.leadName,
  file: null,
})

/** Three opinions of the form: who decides, and the last that the handler said. */
const slipOf = (
  arrival: Arrival,
  head: { parentIssuer?: string | undefined; issuer: string; place?: string | undefined },
): ForwardingSlip => {
  const [decided, ...later] = arrival.entries.filter(({ kind }) => kind === 'forwarded')
  const said = arrival.entries.findLast(({ kind }) => kind !== 'forwarded')
  return {
    parentIssuer: head.parentIssuer ?? null,
    issuer: head.issuer,
    place: head.place ?? null,
    date: arrival.arrivedOn,
    document: [documentOf(arrival), arrival.subject ? `về ${arrival.subject}` : ''].filter(Boolean).join(' '),
    arrivalNumber: arrival.number,
    arrivedOn: arrival.arrivedOn,
    leader: decided ? opinion(decided) : null,
    unitHead: later.length > 0 ? opinion(later[later.length - 1] as ArrivalEntry) : null,
    handler: said ? opinion(said) : null,
  }
}

const opinion = (entry: ArrivalEntry) => ({
  lines: [
    entry.lead ? `Chủ trì: ${entry.lead.name}` : '',
    entry.helpers.length > 0 ? `Phối hợp: ${entry.helpers.map(({ name }) => name).join(', ')}` : '',
    entry.dueOn ? `Thời hạn: ${shortDate(entry.dueOn)}` : '',
    entry.words,
    entry.replyCode ? `Văn bản trả lời: ${entry.replyCode}` : '',
  ].filter(Boolean),
  date: today(entry.at),
  name: entry.person.name,
})
