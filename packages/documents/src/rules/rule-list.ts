/** The list of rules for people, written from the rules themselves: docs/decree-30-rules.md. */
import { allRules } from './all-rules.ts'

const severities = { error: 'sai, thiếu', warning: 'sai thể thức', info: 'nên xem lại' }

export const ruleList = (): string =>
  [
    '# Rules of the check against Decree 30/2020/NĐ-CP',
    '',
    'Written by `LOA_WRITE_RULES=1 npm test -- rule-list` from `packages/documents/src/rules/`; a test keeps it true. `{found}` and',
    '`{wanted}` stand for what a document has and what it should have. "sửa được": `loa check FILE --fix OUT.docx` puts it right. "cả bản quét":',
    'it is looked at in scans too, whose letters and marks a machine may have misread.',
    '',
    `${allRules.length} rules, of which ${allRules.filter(({ fixes }) => fixes).length} can be put right.`,
    '',
    ...allRules.map(({ id, clause, severity, fixes, scans, wrong, mend }) => {
      const facts = [clause, severities[severity], fixes ? 'sửa được' : '', scans ? 'cả bản quét' : '']
      return [
        `- \`${id}\` · ${facts.filter(Boolean).join(' · ')}`,
        `  ${wrong.vi} ${mend.vi}`,
        `  ${wrong.en} ${mend.en}`,
      ].join('\n')
    }),
    '',
  ].join('\n')
