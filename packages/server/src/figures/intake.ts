/** Which reports of a unit count in the campaign of the level above, when several of its rounds were accepted. Pure. */
export interface AcceptedReport {
  expectedId: number
  /** Null: from the beginning of the campaign. */
  from: string | null
  to: string
}

/**
 * Of rounds that overlap the longer one counts: the report of the whole period contains that of its weeks. Of two that begin
 * together the later one. What is left has no day twice.
 */
export const countedReports = <Report extends AcceptedReport>(reports: readonly Report[]): Report[] => {
  const counted: Report[] = []
  for (const report of [...reports].sort(longestFirst))
    if (!counted.some((other) => overlaps(report, other))) counted.push(report)
  return counted
}

const beginning = '0000-01-01'
const fromOf = ({ from }: AcceptedReport) => from ?? beginning
const longestFirst = (left: AcceptedReport, right: AcceptedReport): number =>
  daysOf(right) - daysOf(left) || (left.to < right.to ? 1 : -1)
const daysOf = (report: AcceptedReport) => Date.parse(report.to) - Date.parse(fromOf(report))
const overlaps = (left: AcceptedReport, right: AcceptedReport) =>
  fromOf(left) <= right.to && fromOf(right) <= left.to
