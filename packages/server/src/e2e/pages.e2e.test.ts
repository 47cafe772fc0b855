/** Every page, at the size of an office screen and of a phone: nothing from outside, axe clean, no shift, small enough. */
import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { SubmitActivity } from '@loa/contract/activities'
import { AddAddressGroup } from '@loa/contract/address-groups'
import { CorrectDispatch } from '@loa/contract/corrections'
import { UploadDispatch } from '@loa/contract/dispatches'
import { GetDuty } from '@loa/contract/duties'
import { CancelGatherings, SaveGathering, SaveVenue } from '@loa/contract/gatherings'
import { DraftReport } from '@loa/contract/reports'
import { GetPerson, GiveDelegation, GiveLeave, InvitePerson } from '@loa/contract/roster'
import { AddCheckPhoto, CheckSite, SavePosting, SaveSite } from '@loa/contract/sites'
import { ChangeUnits } from '@loa/contract/successions'
import { AnswerTargets, PublishTargets, SaveTargets } from '@loa/contract/targets'
import { GetUnitImport, StartUnitImport } from '@loa/contract/unit-imports'
import { ListUnits } from '@loa/contract/units'
import { AddVehicle, ImportGpx, SaveVehicleTask } from '@loa/contract/vehicles'
import type { Page } from 'playwright-core'
import { openSite, type sizes } from '../testing/browser.ts'
import {
  acceptDuty,
  addPhoto,
  examplePdf,
  issuedCampaign,
  photo,
  recordActivity,
  upload,
} from '../testing/path.ts'
import { until, untilDelivered } from '../testing/until.ts'
import { today } from '../time.ts'

const site = await openSite()
const office = { ...site.people, settle: () => untilDelivered(site.people.mai) }

/** One campaign that runs, a photo that is doubted, a report, and a second dispatch that waits for its plan. */
const prepare = async () => {
  const { campaignId, draftId } = await issuedCampaign(office)
  const duty = await acceptDuty(site.people.lan)
  const proved = await addPhoto(site.people.lan, await recordActivity(site.people.lan, duty))
  await site.people.lan.call(SubmitActivity, { params: { id: proved.id }, body: { version: proved.version } })
  const odd = await addPhoto(
    site.people.lan,
    await recordActivity(site.people.lan, duty),
    await photo(40, '2020:01:01'),
  )
  const doubted = await site.people.lan.call(SubmitActivity, {
    params: { id: odd.id },
    body: { version: odd.version },
  })
  await planTargets(campaignId, duty.id)
  const report = await site.people.ha.call(DraftReport, { params: { id: campaignId }, body: {} })
  const waiting = await upload(office, 'thang-an-toan-giao-thong.txt')
  const paged = await correctedPdf()
  const unitImport = await compareUnits()
  const invitation = await fillPeople()
  const seen = await directory()
  const hung = await hangThings(duty.id)
  const drive = await driveOnce(duty.id)
  await gather(duty.id)
  return {
    hung,
    drive,
    campaignId,
    draftId,
    duty,
    doubted,
    report,
    waiting,
    paged,
    unitImport,
    invitation,
    ...seen,
  }
}

/** Two rules and an exception, published; the unit proposes something else. */
const planTargets = async (id: number, dutyId: number) => {
  const { ha, lan } = site.people
  const rule = {
    units: {},
    facility: null,
    topics: [],
    per: 'once' as const,
    eachTopic: false,
    from: null,
    to: null,
  }
  const { unit } = await lan.call(GetDuty, { params: { id: dutyId } })
  const kept = await ha.call(SaveTargets, {
    params: { id },
    body: {
      version: 1,
      rules: [
        { ...rule, indicator: 'visual.banner', amount: 5 },
        {
          ...rule,
          units: { types: ['public-service-unit'] },
          indicator: 'performance.session',
          amount: 1,
          per: 'month' as const,
          from: '2023-06-01',
          to: '2023-07-31',
        },
      ],
      exceptions: [
        { unitId: unit.id, indicator: 'visual.banner', amount: 12, reason: 'Có hai cụm cổ động ở trung tâm' },
      ],
    },
  })
  await ha.call(PublishTargets, { params: { id }, body: { version: kept.version } })
  await lan.call(AnswerTargets, {
    params: { id: dutyId },
    body: {
      number: 1,
      answer: 'propose',
      changes: [{ indicator: 'visual.banner', after: 8, reason: 'Một cụm đang sửa chữa đến hết tháng 6' }],
    },
  })
}

/** A PDF that came in, with a field put right and an addressee taken off. */
const correctedPdf = async (): Promise<number> => {
  const { dispatch } = await site.people.ha.call(UploadDispatch, {
    query: { name: 'ngay-gia-dinh.pdf' },
    bytes: await examplePdf(),
  })
  await site.people.mai.call(CorrectDispatch, {
    params: { id: dispatch.id },
    body: {
      version: dispatch.version,
      changes: [
        { field: 'number', how: 'typed', value: '57' },
        { field: 'addressees/0', how: 'typed', value: null },
      ],
    },
  })
  return dispatch.id
}

/** Quân with a delegation, a leave and two sessions; somebody new who has an invitation. */
const fillPeople = async (): Promise<string> => {
  const { ha } = site.people
  const quan = await ha.call(GetPerson, { params: { id: 'quan' } })
  const unitId = quan.unit?.id ?? 0
  const { invitation, id } = await ha.call(InvitePerson, {
    body: {
      name: 'Nguyễn Hoàng Anh Thư',
      email: 'thu@so.example.vn',
      title: 'Giám đốc Sở',
      unitId,
      roles: ['leader'],
    },
  })
  await ha.call(GiveDelegation, {
    params: { id: 'quan' },
    body: {
      unitId,
      fromPersonId: id,
      form: 'KT',
      authorityLine: 'KT. GIÁM ĐỐC',
      signerTitle: 'PHÓ GIÁM ĐỐC',
      acts: ['dispatch.sign'],
      from: today(new Date().toISOString()),
    },
  })
  await ha.call(GiveLeave, {
    params: { id: 'quan' },
    body: { unitId, from: '2027-02-01', to: '2027-02-05', standInId: 'hung' },
  })
  return invitation.token
}

/** A site with two faces on one of which something hangs too long, torn; and one that is free. */
const hangThings = async (dutyId: number): Promise<string> => {
  const { lan } = site.people
  const [id, face] = [crypto.randomUUID(), crypto.randomUUID()]
  const values = {
    kind: 'panel' as const,
    place: 'Ngã tư bưu điện, thị trấn Nam Sách',
    latitude: 20.99,
    longitude: 106.33,
  }
  const faces = [
    { id: face, label: 'Mặt A', width: 4, height: 3 },
    { id: crypto.randomUUID(), label: 'Mặt B', width: 4, height: 3 },
  ]
  await lan.call(SaveSite, {
    params: { id },
    body: {
      ...values,
      name: 'Pa nô ngã tư bưu điện',
      faces,
      permitNumber: '12/GP-SVHTTDL',
      permitTo: '2024-12-31',
    },
  })
  await lan.call(SaveSite, {
    params: { id: crypto.randomUUID() },
    body: {
      ...values,
      kind: 'wall',
      name: 'Bảng tin chợ',
      latitude: null,
      longitude: null,
      faces: [{ id: crypto.randomUUID(), label: 'Mặt A', width: null, height: null }],
    },
  })
  const posting = crypto.randomUUID()
  const content = 'Gia đình hạnh phúc, quốc gia thịnh vượng'
  await lan.call(SavePosting, {
    params: { id: posting },
    body: { faceId: face, dutyId, content, upOn: '2025-05-01', dueOn: '2025-06-30' },
  })
  const check = crypto.randomUUID()
  await lan.call(CheckSite, {
    params: { id: check },
    body: { siteId: id, postingId: posting, result: 'damaged', note: 'Rách góc trái' },
  })
  await lan.call(AddCheckPhoto, { params: { id: check }, query: { name: 'a.jpg' }, bytes: await photo(90) })
  return id
}

/** A car with a drive through two communes, with a stop, a gap and a place that jumped. */
const driveOnce = async (dutyId: number): Promise<string> => {
  const { lan } = site.people
  const { id: vehicleId } = await lan.call(AddVehicle, {
    body: { plate: '34A-123.45', name: 'Xe loa Trung tâm' },
  })
  const id = crypto.randomUUID()
  const route = 'Thị trấn Nam Sách, An Lâm, Hợp Tiến'
  await lan.call(SaveVehicleTask, {
    params: { id },
    body: { vehicleId, dutyId, route, startsAt: '2025-05-20T00:00:00Z', endsAt: '2025-05-20T03:00:00Z' },
  })
  const point = (second: number, lat: number, lon: number) =>
    `<trkpt lat="${lat}" lon="${lon}"><time>${new Date(Date.parse('2025-05-20T00:10:00Z') + second * 1000).toISOString()}</time></trkpt>`
  const points = Array.from({ length: 120 }, (_, n) =>
    point(
      n * 20 + (n > 80 ? 900 : 0),
      20.98 + (n > 40 && n < 60 ? 40 : n) * 0.0006 + (n === 20 ? 2 : 0),
      106.33 + Math.sin(n / 15) * 0.01,
    ),
  )
  await lan.call(ImportGpx, { params: { id }, bytes: Buffer.from(`<gpx>${points.join('')}</gpx>`) })
  return id
}

/** Two venues; a film evening to come, and one that the rain ended. */
const gather = async (dutyId: number): Promise<void> => {
  const { lan } = site.people
  const [hall, yard] = [crypto.randomUUID(), crypto.randomUUID()]
  await lan.call(SaveVenue, {
    params: { id: hall },
    body: { name: 'Nhà văn hóa xã An Lâm', place: 'Thôn Đông, xã An Lâm', outdoors: false },
  })
  await lan.call(SaveVenue, {
    params: { id: yard },
    body: { name: 'Sân kho Hợp Tiến', place: 'Xã Hợp Tiến', outdoors: true },
  })
  const day = (days: number, hour: number) =>
    `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 11)}${hour}:00:00Z`
  const plan = { dutyId, form: 'performance-film' as const, crew: ['Nguyễn Văn An', 'Trần Thị Bình'] }
  await lan.call(SaveGathering, {
    params: { id: crypto.randomUUID() },
    body: {
      ...plan,
      title: 'Biểu diễn văn nghệ cổ động',
      venueId: hall,
      startsAt: day(3, 12),
      endsAt: day(3, 14),
    },
  })
  await lan.call(SaveGathering, {
    params: { id: crypto.randomUUID() },
    body: { ...plan, title: 'Chiếu phim lưu động', venueId: yard, startsAt: day(5, 12), endsAt: day(5, 14) },
  })
  await lan.call(CancelGatherings, {
    body: { from: day(5, 10), to: day(5, 20), outdoorsOnly: true, reason: 'Mưa to' },
  })
}

/** Two stations that became one, and a saved phrase. */
const directory = async () => {
  const { ha } = site.people
  const { rows } = await ha.call(ListUnits, {
    query: { q: 'đài phát thanh huyện', limit: 2, on: '2024-12-31' },
  })
  const { begun } = await ha.call(ChangeUnits, {
    body: {
      kind: 'merge',
      from: rows.map(({ id }) => id),
      into: [
        {
          code: 'HD-DTT',
          name: 'Đài Truyền thanh liên huyện',
          fullName: 'Đài Truyền thanh liên huyện',
          type: 'public-service-unit',
          parentCode: 'HD-UBND',
        },
      ],
      act: 'Nghị quyết số 44/NQ-HĐND ngày 08/12/2024',
      effectiveOn: '2025-01-01',
    },
  })
  const group = await ha.call(AddAddressGroup, {
    body: {
      name: 'Đài truyền thanh cấp xã',
      phrase: 'Các đài truyền thanh xã, thị trấn huyện Nam Sách',
      query: { types: ['commune-station'], words: 'nam sách' },
    },
  })
  return { changed: begun[0]?.id ?? 0, group: group.id }
}

/** An import of units with what can happen to a row, compared and not written. */
const compareUnits = async () => {
  const list = `code,name,fullName,type,parentCode,validFrom,validTo,mergedInto
X-1,TT Chuyển đổi số,Trung tâm Chuyển đổi số tỉnh Hải Dương,public-service-unit,HD-SVHTTDL,2023-06-01,,
HD-SVHTTDL-TTRA,Thanh tra,Thanh tra Sở,office-room,HD-SVHTTDL,,2023-05-31,X-1
HD-SVHTTDL-QLDL,QLDL,Phòng Quản lý Du lịch và Lữ hành,office-room,HD-SVHTTDL,2023-06-01,,
HD-SVHTTDL-VP,Văn phòng,Văn phòng Sở,office-room,HD-SVHTTDL,,,
X-2,Tổ,Tổ không rõ cấp trên,office-room,KHONG-CO,,,
X-3,Tổ,Tổ công tác,tổ,HD-SVHTTDL,,,`
  const { import: started } = await site.people.ha.call(StartUnitImport, {
    query: { name: 'don-vi-truc-thuoc.csv' },
    bytes: Buffer.from(list),
  })
  await until(async () => (await site.people.ha.call(GetUnitImport, { params: started })).state === 'ready')
  return started
}
const ready = prepare()

const pages: [name: string, person: string | null, path: (made: Awaited<typeof ready>) => string][] = [
  ['sign-in', null, () => '/sign-in'],
  ['home of the officer', 'ha', () => '/'],
  ['home of a unit', 'ttvh-291', () => '/'],
  ['incoming dispatches', 'ha', () => '/dispatches?direction=in'],
  ['outgoing dispatches', 'ha', () => '/dispatches?direction=out'],
  ['dispatch and plan', 'ha', ({ waiting }) => `/dispatches/${waiting.id}`],
  ['original pages and fields', 'ha', ({ paged }) => `/dispatches/${paged}?fields=open&pane=left`],
  ['original pages', 'ha', ({ paged }) => `/dispatches/${paged}?pane=left`],
  [
    'text as read of a PDF, to a reader',
    'nam',
    ({ paged }) => `/dispatches/${paged}?view=text&fields=open&pane=left`,
  ],
  ['issued dispatch', 'ha', ({ draftId }) => `/dispatches/${draftId}`],
  ['draft of the report', 'ha', ({ report }) => `/dispatches/${report.dispatchId}`],
  ['campaigns', 'ha', () => '/campaigns'],
  ['board', 'ha', ({ campaignId }) => `/campaigns/${campaignId}`],
  ['figure opened', 'ha', ({ campaignId }) => `/campaigns/${campaignId}?figure=visual.banner`],
  ['duty seen by its unit', 'ttvh-291', ({ duty }) => `/duties/${duty.id}`],
  ['duty seen by the department', 'ha', ({ duty }) => `/duties/${duty.id}`],
  ['activity form', 'ttvh-291', ({ duty }) => `/duties/${duty.id}/record`],
  ['form of a duty', 'ttvh-291', ({ duty }) => `/duties/${duty.id}/sheet`],
  ['the field', 'ttvh-291', () => '/field/'],
  ['the field of a reader', 'nam', () => '/field/'],
  ['the field, to a stranger', null, () => '/field/'],
  ['activity under review', 'ha', ({ doubted }) => `/activities/${doubted.id}`],
  ['plan of targets', 'ha', ({ campaignId }) => `/campaigns/${campaignId}/targets`],
  ['targets of a unit', 'ttvh-291', ({ duty }) => `/duties/${duty.id}/targets`],
  ['targets of a unit seen by the department', 'ha', ({ duty }) => `/duties/${duty.id}/targets`],
  ['indicators', 'ha', () => '/indicators'],
  ['indicator being changed', 'ha', () => '/indicators?edit=visual.banner'],
  ['indicators to a reporter', 'ttvh-291', () => '/indicators'],
  ['light table', 'ha', () => '/photos?box=all'],
  ['light table, to judge', 'ha', ({ campaignId }) => `/photos?campaign=${campaignId}`],
  ['photo', 'ha', ({ doubted }) => `/photos/${doubted.evidence[0]?.id}`],
  ['map of units', 'ha', ({ campaignId }) => `/map?campaign=${campaignId}`],
  [
    'map of units, one chosen',
    'ha',
    ({ campaignId, duty }) => `/map?campaign=${campaignId}&unit=${duty.unit.id}`,
  ],
  ['map of places, none', 'mai', () => '/map?kind=photo'],
  ['map of places', 'ttvh-291', () => '/map'],
  ['map of places, boundaries to import', 'ha', () => '/map?import=open'],
  ['sites', 'ttvh-291', () => '/sites'],
  ['sites, none', 'mai', () => '/sites'],
  ['one site', 'ttvh-291', ({ hung }) => `/sites/${hung}`],
  ['a new site', 'ttvh-291', () => '/sites/new/edit'],
  ['a site changed', 'ttvh-291', ({ hung }) => `/sites/${hung}/edit`],
  ['walk', 'ttvh-291', () => '/sites/walk'],
  ['what to take down', 'ttvh-291', () => '/sites/due'],
  ['labels', 'ttvh-291', () => '/sites/labels'],
  ['calendar of gatherings', 'ttvh-291', () => '/gatherings'],
  ['calendar of gatherings, none', 'nam', () => '/gatherings'],
  ['cars and drives', 'ttvh-291', () => '/vehicles'],
  ['cars, none', 'nam', () => '/vehicles'],
  ['a drive', 'ttvh-291', ({ drive }) => `/vehicles/${drive}`],
  ['reports', 'ha', () => '/reports'],
  ['report', 'ha', ({ report }) => `/reports/${report.id}`],
  ['units', 'ha', () => '/units'],
  ['people', 'ha', () => '/people'],
  ['one person', 'ha', () => '/people/quan'],
  ['add a person', 'ha', () => '/people/new'],
  ['what each role may do', 'ha', () => '/people/roles'],
  ['account', 'ha', () => '/account'],
  ['invitation', null, ({ invitation }) => `/invitation#${invitation}`],
  ['an invitation that is not there', null, () => '/invitation#nothing-of-this-kind-exists'],
  ['units of a reader', 'nam', () => '/units?unit=1&on=2023-05-22'],
  ['units found', 'ha', () => '/units?q=nam%20sach&history=true'],
  ['life of a unit', 'ha', ({ changed }) => `/units?unit=${changed}`],
  ['change of units', 'ha', ({ changed }) => `/units/change?kind=split&unit=${changed}`],
  ['change of units refused', 'ttvh-291', () => '/units/change?kind=merge'],
  ['address groups', 'ha', () => '/units/groups'],
  ['address groups, none', 'ttvh-291', () => '/units/groups'],
  ['address group', 'ha', ({ group }) => `/units/groups/${group}`],
  ['new address group', 'ha', () => '/units/groups/new'],
  ['log of the unit', 'ha', () => '/log'],
  ['log of a dispatch', 'ha', ({ draftId }) => `/log?subject=dispatch&id=${draftId}`],
  ['own log', 'nam', () => '/log'],
  ['handovers, none', 'ha', () => '/handovers'],
  ['imports of units', 'ha', () => '/units/import'],
  ['import of units compared', 'ha', ({ unitImport }) => `/units/import?import=${unitImport.id}`],
  ['an address that is not there', 'ha', () => '/nowhere'],
  ['a dispatch that is not there', 'ha', () => '/dispatches/999999'],
]

for (const [name, person, path] of pages)
  for (const size of ['office', 'phone'] as const)
    test(`${name}, ${size}: nothing from outside, at most 200 kB of script, axe clean, no sideways scroll, no shift`, async () => {
      const made = await ready
      const { page, foreign, errors } = await site.open(person, size)
      const scripts = await watchScripts(page)
      await watchShifts(page)
      await page.goto(path(made))
      await settled(page)
      await keepPicture(page, name, size)
      // The field carries its script inside its page.
      const inside = new URL(page.url()).pathname.startsWith('/field') ? ['/field/index.html'] : []
      const bytes = [...scripts, ...inside].reduce(
        (sum, path) => sum + statSync(join(dist, `${path}.gz`)).size,
        0,
      )
      assert.ok(bytes > 0 && bytes <= 200_000, `${bytes} bytes of packed script on first load`)
      assert.deepEqual(foreign, [])
      assert.deepEqual(errors, [])
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze()
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 160))]),
        [],
      )
      const width = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      assert.ok(width <= 0, `${width} px wider than the screen`)
      // Web Vitals call a cumulative layout shift up to 0.1 good. Where both processors are busy, a page may be painted before
      // its letters have come: what is the page's own shift is there on the second load as well.
      if ((await shiftOf(page)) >= 0.1) {
        await page.reload()
        await settled(page)
      }
      assert.ok((await shiftOf(page)) < 0.1, `layout shift ${await shiftOf(page)}`)
      await page.context().close()
    })

const dist = join(import.meta.dirname, '../../../web/dist')

/** The data is there and nothing is being fetched any more. */
const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  // There may be several at once.
  await page.waitForFunction(() => document.querySelector('.loading') === null)
  await page.evaluate(() => document.fonts.ready)
}

/**
 * Addresses of the scripts that the page loads, each once. Left out is the program that draws maps (300 kB and a worker): it
 * is fetched after the page was painted, and only where real places are to be drawn; map.e2e.test.ts holds it to that.
 */
const watchScripts = async (page: Page): Promise<string[]> => {
  const seen: string[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (pathname.endsWith('.js') && !pathname.includes('/point-map-') && !seen.includes(pathname))
      seen.push(pathname)
  })
  return seen
}

const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const seen = window as unknown as { shift: number }
    seen.shift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
        if (!entry.hadRecentInput) seen.shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
const shiftOf = (page: Page) => page.evaluate(() => (window as unknown as { shift: number }).shift)

/** `LOA_PICTURES=folder` keeps a picture of each page, for eyes. */
const keepPicture = async (page: Page, name: string, size: keyof typeof sizes) => {
  const folder = process.env.LOA_PICTURES
  if (folder)
    await page.screenshot({ path: join(folder, `${name.replaceAll(' ', '-')}-${size}.png`), fullPage: true })
}

test('the built page is the one that is served', async () => {
  const served = await (await fetch(`${site.url}/`)).text()
  assert.equal(served, readFileSync(join(dist, 'index.html'), 'utf8'))
})
