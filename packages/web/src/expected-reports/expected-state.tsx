import type { ExpectedReportRow } from '@loa/contract/expected-reports'
import { StateBadge, type Tone } from '../shell/state.tsx'
import { expectedWords } from '../words/expected-reports.ts'
import { useWords } from '../words/language.tsx'

const tones: Record<ExpectedReportRow['state'], Tone> = {
  waiting: 'missing',
  submitted: 'go',
  returned: 'bad',
  accepted: 'ok',
  exempt: 'none',
}

export const ExpectedBadge = ({ report }: { report: Pick<ExpectedReportRow, 'state' | 'late'> }) => {
  const t = useWords(expectedWords)
  return (
    <StateBadge tone={tones[report.state]}>
      {t.states[report.state]}
      {report.late && ` · ${t.late}`}
    </StateBadge>
  )
}
