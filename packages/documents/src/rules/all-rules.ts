/** All rules, in the order of the page. */
import { addresseeRules } from './addressee-rules.ts'
import { agreementRules } from './agreement-rules.ts'
import { basisRules } from './basis-rules.ts'
import { bodyRules } from './body-rules.ts'
import { faceRules } from './face-rules.ts'
import { markRules } from './mark-rules.ts'
import { numberRules } from './number-rules.ts'
import { numberingRules } from './numbering-rules.ts'
import { pageNumberRules } from './page-number-rules.ts'
import { pageRules } from './page-rules.ts'
import { recipientRules } from './recipient-rules.ts'
import type { Rule } from './rule.ts'
import { signRules } from './sign-rules.ts'
import { stateRules } from './state-rules.ts'
import { subjectRules } from './subject-rules.ts'
import { writingRules } from './writing-rules.ts'

export const allRules: Rule[] = [
  ...pageRules,
  ...pageNumberRules,
  ...stateRules,
  ...numberRules,
  ...subjectRules,
  ...addresseeRules,
  ...recipientRules,
  ...faceRules,
  ...bodyRules,
  ...basisRules,
  ...numberingRules,
  ...writingRules,
  ...markRules,
  ...signRules,
  ...agreementRules,
]
