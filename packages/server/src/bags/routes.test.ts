import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { SubmitActivity } from '@loa/contract/activities'
import { GetCampaignBag } from '@loa/contract/bags'
import { DraftReport } from '@loa/contract/reports'
import { WithdrawEvidence } from '@loa/contract/withdrawals'
import { unzipSync } from 'fflate'
import { sql } from '../database/sql.ts'
import { acceptDuty, addPhoto, issuedCampaign, recordActivity } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'loa-bag-'))
after(() => rmSync(folder, { recursive: true }))

/** The bag unpacked, and what `sha256sum -c` says of both manifests. */
const opened = (name: string, zip: Uint8Array) => {
  const place = join(folder, name)
  const files = unzipSync(zip)
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    writeFileSync(join(place, path), bytes)
  }
  const [root = ''] = Object.keys(files)[0]?.split('/') ?? []
  const bag = join(place, root)
  for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt'])
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', manifest], { cwd: bag, stdio: 'pipe' })
  return {
    paths: Object.keys(files).map((path) => path.slice(root.length + 1)),
    read: (path: string) => readFileSync(join(bag, path), 'utf8'),
  }
}

test(
  'a campaign goes into a bag with dispatches, plan, receipts, log, evidence and reports, and sha256sum accepts it',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const shown = await addPhoto(app.lan, await recordActivity(app.lan, await acceptDuty(app.lan)))
    await app.lan.call(SubmitActivity, { params: { id: shown.id }, body: { version: shown.version } })
    await app.ha.call(DraftReport, { params: { id: campaignId }, body: {} })
    const bag = opened('whole', await app.ha.file(GetCampaignBag, { params: { id: campaignId } }))

    for (const part of [
      /^data\/1-van-ban\/\d+-[\w.-]+\/van-ban\.pdf$/,
      /^data\/1-van-ban\/van-ban\.csv$/,
      /^data\/2-ke-hoach\/chi-tieu\.csv$/,
      /^data\/3-nhan-van-ban\/trang-thai\.csv$/,
      /^data\/4-nhat-ky\/su-kien\.jsonl$/,
      /^data\/5-hoat-dong\/[\w.-]+\/[0-9a-f-]{36}\/anh\.jpg$/,
      /^data\/6-so-lieu\/so-lieu\.json$/,
    ])
      assert.ok(
        bag.paths.some((path) => part.test(path)),
        String(part),
      )
    assert.match(bag.read('bagit.txt'), /^BagIt-Version: 1\.0\nTag-File-Character-Encoding: UTF-8\n$/)
    const [, bytes, count] = /Payload-Oxum: (\d+)\.(\d+)/.exec(bag.read('bag-info.txt')) ?? []
    const payload = bag.paths.filter((path) => path.startsWith('data/'))
    assert.equal(Number(count), payload.length)
    assert.ok(Number(bytes) > 100_000)
    // Of other bodies the log shows only what they did with the duty, here as everywhere.
    const log = bag.read('data/4-nhat-ky/su-kien.jsonl')
    for (const kind of ['campaign.started', 'dispatch.issue', 'duty.accepted', 'report.drafted'])
      assert.ok(log.includes(`"kind":"${kind}"`), kind)
  }),
)

test(
  'a file that the store has lost is named in the bag, and everything else is there; what was withdrawn lies apart',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    const activity = await addPhoto(app.lan, await recordActivity(app.lan, await acceptDuty(app.lan)))
    const lost = 'e'.repeat(64)
    await app.pool.transaction('system', (db) =>
      db.run(sql`update evidence set sha256 = ${lost} where activity_id = ${activity.id}`),
    )
    const bag = opened('lost', await app.ha.file(GetCampaignBag, { params: { id: campaignId } }))
    assert.match(bag.read('data/thieu.csv'), new RegExp(lost))
    assert.ok(!bag.paths.some((path) => path.endsWith('anh.jpg')))
    await app.lan.call(WithdrawEvidence, {
      params: { id: activity.evidence[0]?.id ?? '' },
      body: { reason: 'Chụp nhầm' },
    })
    const later = opened('withdrawn', await app.ha.file(GetCampaignBag, { params: { id: campaignId } }))
    assert.match(later.read('data/thieu.csv'), /\/da-rut\/anh\.jpg/)
  }),
)

test(
  'the bag is for those who gave the order: a unit of the campaign does not get it',
  withApp(async (app) => {
    const { campaignId } = await issuedCampaign(app)
    await refused(app.tho.file(GetCampaignBag, { params: { id: campaignId } }), 'thing.not-found')
  }),
)
