import { createHash } from 'node:crypto'
import { GetCampaignBag } from '@loa/contract/bags'
import { csvOf } from '@loa/contract/csv'
import { findCampaign } from '../campaigns/queries.ts'
import { recordReading } from '../events/queries.ts'
import { type FileAnswer, orNotFound, routeInSteps, type Tools } from '../http/endpoint.ts'
import { allow } from '../people/actor.ts'
import { findPlanCampaign } from '../targets/ground.ts'
import { today } from '../time.ts'
import { getUnit } from '../units/queries.ts'
import { type BagFile, packed, uniquePaths } from './bag.ts'
import { gather, type Payload } from './gather.ts'
import { zipStream } from './zip-stream.ts'

export const bagRoutes = [
  routeInSteps(GetCampaignBag, {
    async handle({ db, actor, now, params }) {
      // A unit that is addressed sees the campaign, and not the file its owner keeps of it.
      orNotFound(await findPlanCampaign(db, params.id), 'campaign', params.id)
      const campaign = orNotFound(await findCampaign(db, params.id), 'campaign', params.id)
      allow(actor, 'campaign.pack', campaign.ownerUnitId)
      await recordReading(db, {
        unitId: campaign.ownerUnitId,
        at: now,
        personId: actor.id,
        kind: 'campaign.packed',
        subject: 'campaign',
        subjectId: campaign.id,
      })
      return {
        about: {
          name: `ho-so-dot-${campaign.id}-${today(now)}`,
          organization: (await getUnit(db, campaign.ownerUnitId)).fullName,
          title: campaign.title,
          day: today(now),
          simulated: campaign.simulated,
        },
        payload: await gather(db, campaign.id),
      }
    },
    async present(tools, { about, payload }): Promise<FileAnswer> {
      const { found, missing } = await measured(tools, payload)
      const files = uniquePaths([
        ...payload.tables,
        ...(missing.length > 0
          ? [
              {
                path: 'thieu.csv',
                text: csvOf([['path', 'sha256'], ...missing.map((file) => [file.path, file.sha256])]),
              },
            ]
          : []),
        ...found,
      ])
      return {
        name: `${about.name}.zip`,
        mime: 'application/zip',
        inline: false,
        content: {
          stream: zipStream(
            about.name,
            packed({ ...about, missing: missing.length }, files, sha256),
            tools.blobs,
          ),
        },
      }
    },
  }),
]

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A file that the store has lost is named, and does not keep the others back. */
const measured = async ({ blobs }: Tools, { stored }: Payload) => {
  const found: Extract<BagFile, { sha256: string }>[] = []
  const missing: Payload['stored'] = []
  for (const file of stored) {
    const bytes = await blobs.size(file.sha256).catch(() => null)
    if (bytes === null) missing.push(file)
    else found.push({ ...file, bytes })
  }
  return { found, missing }
}
