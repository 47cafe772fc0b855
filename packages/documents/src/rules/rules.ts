/** Checks documents against Decree 30/2020/NĐ-CP, and puts a DOCX right where that changes no meaning. */
export { allRules } from './all-rules.ts'
export { openChecker } from './apart.ts'
export { type CheckResult, check, checkRead } from './check.ts'
export { type Fixed, fixDocx } from './fix.ts'
export type { Finding, FindingPlace, Rule, Severity } from './rule.ts'
