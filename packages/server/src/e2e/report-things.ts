/** A round as it looks in the middle: one unit has handed in and mended, one is exempt, the report is in its second draft. */
import {
  ExemptReport,
  GetExpectedReport,
  ListDutyReports,
  ListExpectedReports,
  ReturnReport,
  SubmitReport,
} from '@loa/contract/expected-reports'
import { AddReportTemplate, ListReportTemplates } from '@loa/contract/report-templates'
import { DraftReport, RedraftReport, SaveReportText } from '@loa/contract/reports'
import { ListRounds, OpenRound } from '@loa/contract/rounds'
import type { Site } from '../testing/browser.ts'
import { acceptDuty, recordActivity } from '../testing/path.ts'

export const reportThings = async (
  { ha, lan, tho }: Site['people'],
  { campaignId, dutyId }: { campaignId: number; dutyId: number },
) => {
  const params = { id: campaignId }
  const { proposed } = await ha.call(ListRounds, { params })
  const month = proposed.find(({ kind }) => kind === 'month')
  if (!month) throw new Error('every day is in a month')
  // From the days on which the things were done that the pages show.
  const round = await ha.call(OpenRound, {
    params,
    body: { ...month, kind: 'other', from: '2023-05-15', upDueAt: null },
  })
  const { rows } = await lan.call(ListDutyReports, { params: { id: dutyId } })
  const expected = rows[0]?.id ?? 0
  const submit = async () => {
    const { version } = await lan.call(GetExpectedReport, { params: { id: expected } })
    return lan.call(SubmitReport, {
      params: { id: expected },
      body: {
        version,
        forms: [
          { form: 'led', says: 'none', reason: 'Đơn vị không có màn hình' },
          { form: 'contest', says: 'none', reason: '' },
        ],
        narrative: 'Băng rôn treo ở cổng trung tâm và chợ huyện.\nĐề nghị cấp thêm vải.',
      },
    })
  }
  const sent = await submit()
  const comments = [{ indicator: 'visual.banner', text: 'Còn băng rôn ở chợ huyện chưa ghi' }]
  await ha.call(ReturnReport, { params: { id: expected }, body: { version: sent.version, comments } })
  const report = await ha.call(DraftReport, { params, body: { roundId: round.id, withGaps: true } })
  await submit()
  await recordActivity(tho, await acceptDuty(tho), { quantity: 4, place: 'Quảng trường' })
  const { rows: waiting } = await ha.call(ListExpectedReports, {
    params: { id: round.id },
    query: { state: 'waiting', limit: 1 },
  })
  const exempt = await ha.call(GetExpectedReport, { params: { id: waiting[0]?.id ?? 0 } })
  await ha.call(ExemptReport, {
    params: { id: exempt.id },
    body: { version: exempt.version, reason: 'Đang sắp xếp tổ chức' },
  })
  await ha.call(RedraftReport, { params: { id: report.id }, body: { drafts: 1 } })
  await ha.call(SaveReportText, {
    params: { id: report.id, block: 'uu-diem-loi' },
    body: { version: 0, text: 'Các đơn vị tiếp nhận và triển khai đúng thời hạn.' },
  })
  const { built } = await ha.call(ListReportTemplates)
  const template = await ha.call(AddReportTemplate, {
    body: { name: 'Báo cáo tháng của Sở', outline: built, standard: true },
  })
  return { round: round.id, expected, roundReport: report.id, template: template.id }
}
