/** Words for every problem: what happened, and what to do now. They stand by field of work; a test keeps both languages whole. */
import type { ProblemCode } from '@loa/contract/problem'
import { askingProblems } from './problems/asking.ts'
import { directoryProblems } from './problems/directory.ts'
import { documentsProblems } from './problems/documents.ts'
import { exchangesProblems } from './problems/exchanges.ts'
import { outdoorsProblems } from './problems/outdoors.ts'
import { peopleProblems } from './problems/people.ts'
import { registersProblems } from './problems/registers.ts'
import { reportsProblems } from './problems/reports.ts'
import { signaturesProblems } from './problems/signatures.ts'
import { workProblems } from './problems/work.ts'
import { type Said, urgentProblems } from './urgent-problems.ts'

type Codes = ProblemCode | 'network.offline'

const vi: Record<Codes, Said> = {
  ...urgentProblems.vi,
  ...askingProblems.vi,
  ...peopleProblems.vi,
  ...documentsProblems.vi,
  ...directoryProblems.vi,
  ...workProblems.vi,
  ...registersProblems.vi,
  ...reportsProblems.vi,
  ...outdoorsProblems.vi,
  ...signaturesProblems.vi,
  ...exchangesProblems.vi,
}

const en: Record<Codes, Said> = {
  ...urgentProblems.en,
  ...askingProblems.en,
  ...peopleProblems.en,
  ...documentsProblems.en,
  ...directoryProblems.en,
  ...workProblems.en,
  ...registersProblems.en,
  ...reportsProblems.en,
  ...outdoorsProblems.en,
  ...signaturesProblems.en,
  ...exchangesProblems.en,
}

export const problemWords = { vi, en }
export const saidOf = (language: 'vi' | 'en', code: string): Said =>
  (problemWords[language] as Record<string, Said>)[code] ?? problemWords[language]['server.failed']
