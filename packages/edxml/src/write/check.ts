/** What must be right before a package leaves: strict out. */
import { type EdxmlMessage, type Organ, statusCodes } from '../message.ts'
import { isOrganId, readDay, said } from '../wire.ts'

export interface PackProblem {
  /** `to/0/organId` */
  path: string
  code: 'missing' | 'malformed' | 'too-long' | 'twice'
}

/** Thrown by `pack` for a message that must not leave as it is, with everything that is wrong with it. */
export class PackTrouble extends Error {
  readonly problems: PackProblem[]
  constructor(problems: PackProblem[]) {
    super(`the message cannot be packed: ${problems.map(({ path, code }) => `${path} ${code}`).join(', ')}`)
    this.name = 'PackTrouble'
    this.problems = problems
  }
}

/** Lengths that receiving products are known to hold. */
const longest = { subject: 500, documentId: 200, number: 50, notation: 50, organName: 200 }

/** @throws PackTrouble */
export const checkMessage = (message: EdxmlMessage): void => {
  const problems: PackProblem[] = []
  const add = (path: string, code: PackProblem['code']) => problems.push({ path, code })
  const need = (path: string, text: string | null) => said(text) === null && add(path, 'missing')
  const short = (path: string, text: string | null, most: number) =>
    text !== null && text.length > most && add(path, 'too-long')
  const day = (path: string, text: string | null) =>
    text !== null && (!/^\d{4}-\d\d-\d\d$/.test(text) || readDay(text) === null) && add(path, 'malformed')
  const instant = (path: string, text: string | null) =>
    text !== null && Number.isNaN(Date.parse(text)) && add(path, 'malformed')
  const organId = (path: string, text: string | null) =>
    text !== null && !isOrganId(text) && add(path, 'malformed')
  const organ = (path: string, body: Organ) => {
    organId(`${path}/organId`, body.organId)
    short(`${path}/name`, body.name, longest.organName)
  }
  const integer = (path: string, value: number | null) =>
    value !== null && !(Number.isInteger(value) && value >= 0 && value < 1e9) && add(path, 'malformed')

  organ('from', message.from)
  if (message.kind === 'status') {
    if (!(message.statusCode in statusCodes)) add('statusCode', 'malformed')
    // A return, a recall and its refusal say why (Decision 28/2018, articles 5(4) and 9(1)).
    if (['02', '13', '16'].includes(message.statusCode)) need('description', message.description)
    const { organId: asked, documentId, code, date } = message.responseFor
    organId('responseFor/organId', asked)
    if (said(documentId) === null) need('responseFor/code', code)
    day('responseFor/date', date)
    instant('at', message.at)
  } else {
    if (message.to.length === 0) add('to', 'missing')
    message.to.forEach((body, at) => {
      organ(`to/${at}`, body)
    })
    need('documentId', message.documentId)
    short('documentId', message.documentId, longest.documentId)
    short('code/number', message.code.number, longest.number)
    short('code/notation', message.code.notation, longest.notation)
    need('subject', message.subject)
    short('subject', message.subject, longest.subject)
    day('promulgation/date', message.promulgation.date)
    day('dueDate', message.dueDate)
    integer('documentType/type', message.documentType.type)
    integer('documentType/detail', message.documentType.detail)
    integer('priority', message.priority)
    integer('copies', message.copies)
    integer('pages', message.pages)
    message.responseFor.forEach((answered, at) => {
      organId(`responseFor/${at}/organId`, answered.organId)
      day(`responseFor/${at}/date`, answered.date)
    })
    message.trace.forEach((hop, at) => {
      organId(`trace/${at}/organId`, hop.organId)
      instant(`trace/${at}/at`, hop.at)
    })
    const { business } = message
    if (business.type !== 0 && business.type !== 3) need('business/documentId', business.documentId)
    if (business.type === 3 && business.replaces.length === 0)
      need('business/documentId', business.documentId)
    if (business.type === 1) need('business/reason', business.reason)
    const ids = new Set<string>()
    message.attachments.forEach(({ id, name }, at) => {
      if (said(id) === null) add(`attachments/${at}/id`, 'missing')
      if (ids.has(id)) add(`attachments/${at}/id`, 'twice')
      ids.add(id)
      need(`attachments/${at}/name`, name)
    })
  }
  if (problems.length > 0) throw new PackTrouble(problems)
}
