/**
 * The page beside the words: from a key pressed in the editor of a three-page dispatch to the frame that shows the page with the
 * new letter, of which 150 ms are allowed at the median; in Chromium at 1366 × 768, by real keys, against the real server. Once
 * letter by letter, once as somebody types. Every picture that was shown is read afterwards: a stroke counts as seen only with a
 * picture that has its letter.
 */
import type { Page } from 'playwright-core'
import { type Dispatch, GetDispatch, SaveDraft } from '../packages/contract/src/dispatches.ts'
import { startDocumentsWorker } from '../packages/server/src/documents-worker/documents-worker.ts'
import { startCampaign } from '../packages/server/src/testing/path.ts'
import { startBrowserServer } from './browser-server.ts'
import { median } from './interleaved.ts'

const strokes = 40
const limit = 150
/** Milliseconds between the keys of somebody who types fast. */
const pace = 120

const { url, office, open, close } = await startBrowserServer()
const { ha } = office
const { draftId } = await startCampaign(office)

/** Paragraphs of the draft's own words, again and again, until the page of the recipients is the third. */
const lengthened = async (): Promise<Dispatch> => {
  const { tree, version } = await ha.call(GetDispatch, { params: { id: draftId } })
  const body = Array.from({ length: 32 }, (_, at) => ({
    kind: 'paragraph' as const,
    role: 'dash' as const,
    marker: '-',
    runs: [{ text: `${tree.subject ?? ''}, ${tree.issuer ?? ''}, phần ${at + 1}` }],
    start: 0,
    end: 0,
  }))
  return ha.call(SaveDraft, { params: { id: draftId }, body: { version, change: { body } } })
}
const { tree } = await lengthened()

interface Painted {
  at: number
  url: string
  page: number
}
interface Seen {
  keys: number[]
  painted: Painted[]
  glyphs: Record<string, number>
}

interface Watched {
  seen(): Promise<Seen>
  paintedLast(): number
}

/** Notes keys and pictures; what is in the pictures is counted when all is over. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    const blobs = new Map<string, Blob>()
    const make = URL.createObjectURL
    URL.createObjectURL = (blob: Blob) => {
      const made = make.call(URL, blob)
      blobs.set(made, blob)
      return made
    }
    const keys: number[] = []
    const painted: { at: number; url: string; page: number }[] = []
    addEventListener('keydown', (event) => keys.push(event.timeStamp), true)
    document.addEventListener(
      'load',
      (event) => {
        const image = event.target
        if (!(image instanceof HTMLImageElement) || !image.closest('.printed-page')) return
        const number = [...document.querySelectorAll('.printed-page img')].indexOf(image)
        const { src } = image
        // The second frame begins when the first one, with the picture, was handed to the screen.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => painted.push({ at: performance.now(), url: src, page: number })),
        )
      },
      true,
    )
    Object.assign(window, {
      seen: async () => {
        const glyphs: Record<string, number> = {}
        for (const { url } of painted)
          glyphs[url] ??= ((await blobs.get(url)?.text()) ?? '').split(' 0m').length - 1
        return { keys, painted, glyphs }
      },
      paintedLast: () => painted.length,
    })
  })

interface Measured {
  total: number[]
  waited: number[]
  server: number[]
  transfer: number[]
  paint: number[]
  bytes: number[]
}

/** Types so many letters into a paragraph of the second page. */
const type = async (between: number | null): Promise<Measured> => {
  const { context, page } = await open()
  await watch(page)
  await page.goto(`${url}/dispatches/${draftId}`)
  const field = page.locator('.block-words textarea, textarea.block-words').nth(15)
  await field.click()
  await page.locator('.printed-page img').nth(2).waitFor()
  const pages = await page.locator('.printed-page').count()
  if (pages !== 3) throw new Error(`the dispatch has ${pages} pages`)
  const idle = () => page.waitForTimeout(700)
  // The session's first strokes warm the typesetter.
  for (let warm = 0; warm < 3; warm += 1) {
    await page.keyboard.press('a')
    await idle()
  }
  const before = (await page.evaluate('seen()')) as Seen
  await page.evaluate('performance.clearResourceTimings()')
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const count = Number(await page.evaluate('paintedLast()'))
    await page.keyboard.press('a')
    if (between === null) {
      await page.waitForFunction((than) => (window as unknown as Watched).paintedLast() > than, count)
      await page.waitForTimeout(150)
    } else await page.waitForTimeout(between)
  }
  await idle()
  const seen = (await page.evaluate('seen()')) as Seen
  const asked =
    (await page.evaluate(`performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/preview'))
    .map(({ startTime, responseStart, responseEnd, encodedBodySize }) => ({ startTime, responseStart, responseEnd, encodedBodySize }))`)) as {
      startTime: number
      responseStart: number
      responseEnd: number
      encodedBodySize: number
    }[]
  await context.close()
  // The pictures as they stood after each paint.
  const shown = new Map<number, number>()
  const states = seen.painted.map(({ at, url, page }) => {
    shown.set(page, seen.glyphs[url] ?? 0)
    return { at, glyphs: [...shown.values()].reduce((sum, each) => sum + each, 0) }
  })
  const start = states[before.painted.length - 1]?.glyphs ?? 0
  const measured: Measured = { total: [], waited: [], server: [], transfer: [], paint: [], bytes: [] }
  seen.keys.slice(before.keys.length).forEach((key, index) => {
    const shownAt = states.find(({ at, glyphs }) => at > key && glyphs >= start + index + 1)
    if (!shownAt) throw new Error(`letter ${index + 1} was never seen`)
    measured.total.push(shownAt.at - key)
    const answer = asked.findLast(({ responseEnd }) => responseEnd > 0 && responseEnd <= shownAt.at)
    if (!answer) return
    measured.waited.push(answer.startTime - key)
    measured.server.push(answer.responseStart - answer.startTime)
    measured.transfer.push(answer.responseEnd - answer.responseStart)
    measured.paint.push(shownAt.at - answer.responseEnd)
    measured.bytes.push(answer.encodedBodySize)
  })
  return measured
}

/** The typesetting process alone, without server and browser. */
const typesetting = async (): Promise<number> => {
  const documents = startDocumentsWorker()
  const times: number[] = []
  for (let round = 0; round < 20; round += 1) {
    const changed = { ...tree, subject: `${tree.subject} ${round}` }
    const from = performance.now()
    await documents.do('pages', { tree: changed })
    if (round >= 5) times.push(performance.now() - from)
  }
  await documents.close()
  return median(times)
}

const at95 = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? Number.NaN
const print = (what: string, { total, waited, server, transfer, paint, bytes }: Measured) => {
  console.log(
    `  ${what}: median ${median(total).toFixed(0)} ms, 95 % within ${at95(total).toFixed(0)} ms, of ${total.length} strokes`,
  )
  console.log(
    `    key to request ${median(waited).toFixed(0)} · server with typesetting ${median(server).toFixed(0)} · transfer of ${(median(bytes) / 1000).toFixed(0)} kB ${median(transfer).toFixed(0)} · to the frame ${median(paint).toFixed(0)} ms`,
  )
}
const single = await type(null)
print('letter by letter', single)
print(`a letter every ${pace} ms`, await type(pace))
console.log(`    typesetting of all pages in its process, alone: ${(await typesetting()).toFixed(0)} ms`)
await close()
if (median(single.total) > limit) {
  console.log(`  demanded ≤ ${limit} ms`)
  process.exitCode = 1
}
