/** All rules, in the order of the page. */
import { agreementRules } from './agreement-rules.ts'
import { bodyRules } from './body-rules.ts'
import { faceRules } from './face-rules.ts'
import { headRules } from './head-rules.ts'
import { listRules } from './list-rules.ts'
import { numberingRules } from './numbering-rules.ts'
import { pageRules } from './page-rules.ts'
import type { Rule } from './rule.ts'
import { signRules } from './sign-rules.ts'
import { writingRules } from './writing-rules.ts'

export const allRules: Rule[] = [
  ...pageRules,
  ...headRules,
  ...listRules,
  ...faceRules,
  ...bodyRules,
  ...numberingRules,
  ...writingRules,
  ...signRules,
  ...agreementRules,
]
