import { Problem } from '@loa/contract/problem'
import {
  AddReportTemplate,
  DropReportTemplate,
  ListReportTemplates,
  PreviewReportTemplate,
  SaveReportTemplate,
} from '@loa/contract/report-templates'
import { findCampaign } from '../campaigns/queries.ts'
import type { Database } from '../database/database.ts'
import { record } from '../events/events.ts'
import { orNotFound, route, routeInSteps } from '../http/endpoint.ts'
import { cursorId, fromTheTop, pageFrom } from '../http/page.ts'
import { allow, ownUnits } from '../people/actor.ts'
import { readGround } from '../reports/read-ground.ts'
import { pageOf, reportTree } from '../reports/report.ts'
import { invented } from './invented.ts'
import {
  countTemplates,
  dropTemplate,
  findTemplate,
  findTemplateForUpdate,
  insertTemplate,
  listTemplates,
  saveTemplate,
} from './queries.ts'
import { builtOutline } from './standard.ts'

export const reportTemplateRoutes = [
  route(ListReportTemplates, async ({ db, actor, query }) => {
    const units = ownUnits(actor)
    const rows = await listTemplates(db, units, {
      before: cursorId(query.cursor, fromTheTop),
      limit: query.limit + 1,
    })
    return {
      ...pageFrom(rows, query.limit, (row) => row.id, await countTemplates(db, units)),
      built: builtOutline,
    }
  }),

  route(AddReportTemplate, async ({ db, actor, now }, words) => {
    allow(actor, 'report-template.save', actor.unit.id)
    const id = await insertTemplate(db, actor.unit.id, { ...words, by: actor.id, at: now })
    if (id === null) throw new Problem('report-template.name-taken', { name: words.name })
    await note(db, actor.unit.id, { id, kind: 'added', by: actor.id, at: now, name: words.name })
    return orNotFound(await findTemplate(db, id), 'report-template', id)
  }),

  route(SaveReportTemplate, async ({ db, actor, now, params }, { version, ...words }) => {
    const template = orNotFound(await findTemplateForUpdate(db, params.id), 'report-template', params.id)
    allow(actor, 'report-template.save', template.ownerUnitId)
    if (template.version !== version)
      throw new Problem('thing.changed', { who: template.changedBy, at: template.updatedAt })
    if (!(await saveTemplate(db, template, { ...words, by: actor.id, at: now })))
      throw new Problem('report-template.name-taken', { name: words.name })
    await note(db, template.ownerUnitId, {
      id: params.id,
      kind: 'saved',
      by: actor.id,
      at: now,
      name: words.name,
    })
    return orNotFound(await findTemplate(db, params.id), 'report-template', params.id)
  }),

  route(DropReportTemplate, async ({ db, actor, now, params }) => {
    const template = orNotFound(await findTemplateForUpdate(db, params.id), 'report-template', params.id)
    allow(actor, 'report-template.save', template.ownerUnitId)
    await dropTemplate(db, params.id)
    await note(db, template.ownerUnitId, {
      id: params.id,
      kind: 'dropped',
      by: actor.id,
      at: now,
      name: template.name,
    })
    return {}
  }),

  routeInSteps(PreviewReportTemplate, {
    async handle({ db, actor, now }, { outline, campaignId }) {
      const campaign = campaignId
        ? orNotFound(await findCampaign(db, campaignId), 'campaign', campaignId)
        : null
      if (campaign) allow(actor, 'report.read', campaign.ownerUnitId)
      const ground = campaign
        ? (
            await readGround(db, campaign, {
              unitId: campaign.ownerUnitId,
              round: null,
              from: null,
              to: null,
              now,
            })
          ).ground
        : invented(actor.unit, now)
      return { ground, outline }
    },
    async present({ documents }, { ground, outline }) {
      const tree = reportTree(ground, outline, {})
      return {
        head: tree,
        page: pageOf(ground, outline, {}),
        pages: (await documents.do('pages', { tree })).map(({ svg }) => svg ?? ''),
      }
    },
  }),
]

const note = (
  db: Database,
  unitId: number,
  { id, kind, by, at, name }: { id: number; kind: string; by: string; at: string; name: string },
) =>
  record(db, {
    unitId,
    at,
    personId: by,
    kind: `report-template.${kind}`,
    subject: 'report-template',
    subjectId: id,
    data: { name },
  })
