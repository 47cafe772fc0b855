export const ReportPage = () => null
