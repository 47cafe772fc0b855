/** Every page, at the size of an office screen and of a phone: nothing from outside, axe clean, no shift, small enough. */
import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeClean } from '../testing/axe.ts'
import type { sizes } from '../testing/browser.ts'
import { ready, site } from './pages-things.ts'

const pages: [name: string, person: string | null, path: (made: Awaited<typeof ready>) => string][] = [
  ['sign-in', null, () => '/sign-in'],
  ['home of the officer', 'ha', () => '/'],
  ['home of the leader', 'quan', () => '/'],
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
  ['register of outgoing documents', 'mai', () => '/registers'],
  ['register of incoming documents', 'mai', () => '/registers?book=in'],
  ['register of incoming documents, none', 'nam', () => '/registers?book=in&year=2001'],
  ['what is to be handled', 'ttvh-291', () => '/registers?book=handling'],
  ['number series', 'mai', () => '/registers?book=numbers'],
  ['incoming document and its slip', 'ttvh-291', ({ arrival }) => `/arrivals/${arrival}`],
  ['issued dispatch', 'ha', ({ draftId }) => `/dispatches/${draftId}`],
  ['sent to a unit', 'ttvh-291', () => '/deliveries'],
  ['sent to a unit, none', 'ha', () => '/deliveries'],
  ['connections', 'ha', () => '/exchanges'],
  ['connections, none', 'ttvh-291', () => '/exchanges'],
  ['draft of the report', 'ha', ({ report }) => `/dispatches/${report.dispatchId}`],
  [
    'incoming dispatch with faults of form',
    'ha',
    ({ faulty }) => `/dispatches/${faulty.incoming}?form=open&pane=left`,
  ],
  ['draft with faults of form', 'ha', ({ faulty }) => `/dispatches/${faulty.draft}?form=open`],
  ['printed draft with faults of form', 'ha', ({ faulty }) => `/dispatches/${faulty.draft}?pane=left`],
  ['campaigns', 'ha', () => '/campaigns'],
  ['board', 'ha', ({ campaignId }) => `/campaigns/${campaignId}`],
  ['overview of a campaign', 'ha', ({ campaignId }) => `/campaigns/${campaignId}/overview`],
  ['overview to a unit', 'ttvh-291', ({ campaignId }) => `/campaigns/${campaignId}/overview`],
  ['figure opened', 'ha', ({ campaignId }) => `/campaigns/${campaignId}?figure=visual.banner`],
  ['duty seen by its unit', 'ttvh-291', ({ duty }) => `/duties/${duty.id}`],
  ['duty seen by the department', 'ha', ({ duty }) => `/duties/${duty.id}`],
  ['activity form', 'ttvh-291', ({ duty }) => `/duties/${duty.id}/record`],
  ['form of a duty', 'ttvh-291', ({ duty }) => `/duties/${duty.id}/sheet`],
  ['the field', 'ttvh-291', () => '/field/'],
  ['the field of a reader', 'nam', () => '/field/'],
  ['the field, to a stranger', null, () => '/field/'],
  ['activity under review', 'ha', ({ doubted }) => `/activities/${doubted.id}`],
  ['figures by period', 'ha', ({ period }) => `/figures?period=${period}`],
  [
    'figures by period, one indicator',
    'ha',
    ({ period }) => `/figures?period=${period}&indicator=visual.banner`,
  ],
  [
    'figures by period, one unit opened',
    'ha',
    ({ period, duty }) => `/figures?period=${period}&indicator=visual.banner&unit=${duty.unit.id}`,
  ],
  ['figures by period, none', 'ha', () => '/figures?period=calendar.year.2001.1'],
  ['checks of figures', 'ha', ({ campaignId }) => `/campaigns/${campaignId}/checks`],
  ['plan of targets', 'ha', ({ campaignId }) => `/campaigns/${campaignId}/targets`],
  ['targets of a unit', 'ttvh-291', ({ duty }) => `/duties/${duty.id}/targets`],
  ['targets of a unit seen by the department', 'ha', ({ duty }) => `/duties/${duty.id}/targets`],
  ['indicators', 'ha', () => '/indicators'],
  ['indicator being changed', 'ha', () => '/indicators?edit=visual.banner'],
  ['indicators to a reporter', 'ttvh-291', () => '/indicators'],
  ['write reminders', 'ha', ({ campaignId }) => `/campaigns/${campaignId}/remind`],
  ['reminders', 'ha', ({ campaignId }) => `/campaigns/${campaignId}/reminders`],
  ['reminder', 'ha', ({ reminder }) => `/reminders/${reminder}`],
  ['days off', 'ha', () => '/holidays?year=2025'],
  ['days off to a reporter', 'ttvh-291', () => '/holidays?year=2025'],
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
  ['sites, none', 'ttvh-298', () => '/sites'],
  ['one site', 'ttvh-291', ({ hung }) => `/sites/${hung}`],
  ['a new site', 'ttvh-291', () => '/sites/new/edit'],
  ['a site changed', 'ttvh-291', ({ hung }) => `/sites/${hung}/edit`],
  ['walk', 'ttvh-291', () => '/sites/walk'],
  ['what to take down', 'ttvh-291', () => '/sites/due'],
  ['labels', 'ttvh-291', () => '/sites/labels'],
  ['calendar of gatherings', 'ttvh-291', () => '/gatherings'],
  ['calendar of gatherings, none', 'ttvh-298', () => '/gatherings'],
  ['cars and drives', 'ttvh-291', () => '/vehicles'],
  ['cars, none', 'ttvh-298', () => '/vehicles'],
  ['a drive', 'ttvh-291', ({ drive }) => `/vehicles/${drive}`],
  ['reports', 'ha', () => '/reports'],
  ['report', 'ha', ({ report }) => `/reports/${report.id}`],
  ['report of a round', 'ha', ({ rounds }) => `/reports/${rounds.roundReport}`],
  [
    'report of a round, what changed',
    'ha',
    ({ rounds }) => `/reports/${rounds.roundReport}?show=changes&pane=right`,
  ],
  ['rounds', 'ha', ({ campaignId }) => `/campaigns/${campaignId}/rounds`],
  [
    'report that is expected, to its unit',
    'ttvh-291',
    ({ rounds }) => `/expected-reports/${rounds.expected}`,
  ],
  [
    'report that is expected, to the department',
    'ha',
    ({ rounds }) => `/expected-reports/${rounds.expected}`,
  ],
  ['report templates', 'ha', () => '/report-templates'],
  ['report templates, none', 'ttvh-291', () => '/report-templates'],
  ['report template', 'ha', ({ rounds }) => `/report-templates/${rounds.template}`],
  ['units', 'ha', () => '/units'],
  ['people', 'ha', () => '/people'],
  ['one person', 'ha', () => '/people/quan'],
  ['add a person', 'ha', () => '/people/new'],
  ['what each role may do', 'ha', () => '/people/roles'],
  ['account', 'ha', () => '/account'],
  ['digital signature of the body, none', 'mai', () => '/seal-key'],
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
      await axeClean(page)
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

test('a finding is chosen by its sign in the margin, put aside with a reason and taken up again, by keyboard', async () => {
  const { draft } = (await ready).faulty
  const { page } = await site.open('ha', 'office')
  await page.goto(`/dispatches/${draft}`)
  const sign = page.getByRole('button', { name: /^Nhận xét 1, Sai, thiếu: Không thấy trích yếu/ })
  await sign.focus()
  await page.keyboard.press('Enter')
  // The list opens, and the keyboard goes on there.
  await page.waitForFunction(() => document.activeElement?.classList.contains('finding-head') === true)
  await page.getByRole('button', { name: /^Gác lại: Không thấy trích yếu/ }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('trích yếu do Văn phòng ghi')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await sign.waitFor({ state: 'detached' })
  await page.reload()
  const row = page.getByRole('listitem').filter({ hasText: 'trích yếu do Văn phòng ghi' })
  await row.getByRole('button', { name: /^Xét lại/ }).focus()
  await page.keyboard.press('Enter')
  await sign.waitFor()
  await page.context().close()
})

test('the built page is the one that is served', async () => {
  const served = await (await fetch(`${site.url}/`)).text()
  assert.equal(served, readFileSync(join(dist, 'index.html'), 'utf8'))
})
