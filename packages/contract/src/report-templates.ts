/** Mẫu báo cáo: the outline that the reports of a body begin with. */
import { z } from 'zod'
import { DocumentTree } from './documents.ts'
import { ById, endpoint, Id, Instant, PageQuery, pageOf, Version } from './endpoint.ts'
import { Outline, PageBlock } from './report-outline.ts'

export const ReportTemplate = z.object({
  id: Id,
  ownerUnitId: Id,
  name: z.string(),
  outline: Outline,
  /** What a new report takes unless another is chosen. */
  standard: z.boolean(),
  version: Version,
  changedBy: z.string().nullable(),
  updatedAt: Instant,
})
export type ReportTemplate = z.infer<typeof ReportTemplate>

const words = z.object({ name: z.string().trim().min(1).max(200), outline: Outline, standard: z.boolean() })

export const ListReportTemplates = endpoint({
  method: 'get',
  path: '/api/report-templates',
  access: 'report.read',
  summary: 'The report templates of the own units, and the outline Loa begins with',
  query: PageQuery,
  answer: pageOf(ReportTemplate).extend({ built: Outline }),
})
export const AddReportTemplate = endpoint({
  method: 'post',
  path: '/api/report-templates',
  access: 'report-template.save',
  summary: 'Add a template',
  body: words,
  answer: ReportTemplate,
})
export const SaveReportTemplate = endpoint({
  method: 'put',
  path: '/api/report-templates/{id}',
  access: 'report-template.save',
  summary: 'Change a template; reports that are drafted keep theirs',
  params: ById,
  body: words.extend({ version: Version }),
  answer: ReportTemplate,
})
export const DropReportTemplate = endpoint({
  method: 'delete',
  path: '/api/report-templates/{id}',
  access: 'report-template.save',
  summary: 'Remove a template; reports made by it stay',
  params: ById,
})
export const PreviewReportTemplate = endpoint({
  method: 'post',
  path: '/api/report-templates/preview',
  access: 'report.read',
  summary:
    'The report of a campaign by an outline that is not saved; without a campaign, by invented figures',
  body: z.object({ outline: Outline, campaignId: Id.nullable() }),
  answer: z.object({
    head: DocumentTree.pick({
      issuer: true,
      parentIssuer: true,
      code: true,
      place: true,
      date: true,
      subject: true,
      addressees: true,
      recipients: true,
      archive: true,
      signingAuthority: true,
      signerTitle: true,
      signerName: true,
    }),
    page: z.array(PageBlock),
    pages: z.array(z.string()),
  }),
})
