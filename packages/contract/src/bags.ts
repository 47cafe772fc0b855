/** The bag of a campaign (hồ sơ đợt tuyên truyền): everything of it in one archive whose hashes anybody can check. */
import { ById, endpoint } from './endpoint.ts'

export const GetCampaignBag = endpoint({
  method: 'get',
  path: '/api/campaigns/{id}/bag',
  access: 'campaign.pack',
  summary: 'The campaign packed as BagIt (RFC 8493): dispatches, plan, receipts, logs, evidence, reports',
  params: ById,
  gives: 'file',
})
