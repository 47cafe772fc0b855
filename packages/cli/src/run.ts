/** The whole job without a screen: dispatch in → plan → own dispatch → delivery → activities → figures → report. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { GetBoard, GetCampaign } from '@loa/contract/campaigns'
import {
  ApproveDispatch,
  type Dispatch,
  GetDispatch,
  GetDispatchFile,
  IssueDispatch,
  NumberDispatch,
  SignDispatch,
  SubmitDispatch,
  UploadDispatch,
} from '@loa/contract/dispatches'
import { ListFigures } from '@loa/contract/figures'
import { ListExamplePeople } from '@loa/contract/people'
import { DecidePlan, GetPlan, type ProposalValue, StartCampaign } from '@loa/contract/plans'
import { GetReportFile } from '@loa/contract/reports'
import { readConfig } from '@loa/server/config'
import { startEmbedded } from '@loa/server/database/embedded'
import { planDay } from '@loa/server/dispatches/plan-day'
import { enterAs, type Worker } from '@loa/server/in-process'
import { type LoaServer, openServer } from '@loa/server/server'
import { today } from '@loa/server/time'
import pino from 'pino'
import { progressLine } from './progress.ts'
import { readFileOrSay } from './read.ts'
import { dealForms, simulateUnit } from './simulate.ts'
import { simulateReports } from './simulate-reports.ts'
import { Usage, type Values, whereTyped } from './usage.ts'

export const runCommand = async ([file]: string[], values: Values): Promise<number> => {
  if (!file || typeof values.out !== 'string') throw new Usage('Cần một tệp văn bản và --out DIR.')
  const seed = typeof values.seed === 'string' ? values.seed : '1'
  const out = resolve(whereTyped(), values.out)
  const { tree, messages } = await readFileOrSay(file)
  if (!tree) {
    process.stderr.write(`${messages.map((message) => message.text).join('\n')}\n`)
    return 65
  }
  await mkdir(out, { recursive: true })
  // The simulated clock begins on the day of the dispatch, so the same seed gives the same documents on any day.
  const clock = simulatedClock(planDay(tree, today(new Date().toISOString())))
  // `--data DIR` keeps the database, so that `LOA_DATA=DIR npm start` shows afterwards what was done.
  const kept = typeof values.data === 'string' ? resolve(whereTyped(), values.data) : null
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'loa-run-')))
  const progress = progressLine()
  progress.say('Khởi động máy chủ và cơ sở dữ liệu tạm')
  const database = await startEmbedded({ dataDir: join(folder, 'postgres'), durable: kept !== null })
  const server = await openServer({
    config: readConfig({ LOA_DATA: folder, LOA_EXAMPLE: 'hai-duong' }),
    databaseUrl: database.url,
    logger: pino({ level: 'silent' }),
    webFolder: null,
    jobs: 'inline',
    now: clock.now,
  })
  try {
    const summary = await wholeJob(server, {
      path: resolve(whereTyped(), file),
      out,
      seed,
      clock,
      say: progress.say,
    })
    await writeFile(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
    progress.end()
    process.stdout.write(`${inWords(summary)}\nTệp: ${out}\n`)
    return 0
  } finally {
    progress.end()
    await server.close()
    await database.stop()
    if (!kept) await rm(folder, { recursive: true, force: true })
  }
}

interface Job {
  path: string
  out: string
  seed: string
  clock: ReturnType<typeof simulatedClock>
  say: (words: string) => void
}

const wholeJob = async (server: LoaServer, { path, out, seed, clock, say }: Job) => {
  const from = performance.now()
  const people = peopleOf(server)
  const officer = await people('ha')
  say('1/7 Đọc văn bản')
  const { dispatch: source } = await officer.call(UploadDispatch, {
    query: { name: basename(path) },
    bytes: await readFile(path),
  })
  await server.pool.transaction('system', (db) =>
    db.raw('update dispatches set simulated = true where id = $1', [source.id]),
  )

  say('2/7 Lập kế hoạch')
  const plan = await officer.call(GetPlan, { params: { id: source.id } })
  await officer.call(DecidePlan, {
    params: { id: source.id },
    body: {
      decisions: plan.proposals.map(({ id, version, value }) => ({
        proposalId: id,
        version,
        decision: isForOthers(value) ? ('confirmed' as const) : ('rejected' as const),
      })),
    },
  })
  const { campaignId, draftId } = await officer.call(StartCampaign, { params: { id: source.id }, body: {} })

  say('3/7 Soạn, duyệt, ký, cấp số, ban hành công văn')
  const dispatch = await carryThrough(server, people, draftId)
  await writeFile(
    join(out, 'dispatch.pdf'),
    await officer.file(GetDispatchFile, { params: { id: draftId, kind: 'pdf' } }),
  )
  await writeFile(
    join(out, 'dispatch.docx'),
    await officer.file(GetDispatchFile, { params: { id: draftId, kind: 'docx' } }),
  )

  say('4/7 Chuyển tới các đơn vị')
  const campaign = await officer.call(GetCampaign, { params: { id: campaignId } })
  const { people: everybody } = await officer.call(ListExamplePeople)
  const receivers = everybody.filter((person) => person.unit.code !== 'HD-SVHTTDL').map(({ id }) => id)

  const dealt = dealForms(receivers, { seed, forms: campaign.forms.map(({ form }) => form) })
  clock.advanceDays(25)
  let done = 0
  const counts = await inParallel(4, receivers, async (personId) => {
    const count = await simulateUnit(personId, {
      server,
      campaign,
      seed,
      day: dispatch.date ?? plan.on,
      surely: dealt.get(personId) ?? [],
    })
    done += 1
    say(`5/7 Mô phỏng các đơn vị thực hiện: ${done}/${receivers.length}`)
    return count
  })

  say('6/7 Mở ảnh, tổng hợp số liệu')
  await server.settle()
  const figures = await officer.call(ListFigures, { params: { id: campaignId } })
  const board = await officer.call(GetBoard, { params: { id: campaignId }, query: { limit: 200 } })

  say('7/7 Đơn vị nộp báo cáo, Sở lập báo cáo')
  const { report, supplement } = await simulateReports({
    clock,
    seed,
    campaignId,
    people,
    receivers,
    issue: (dispatchId) => carryThrough(server, people, dispatchId),
  })
  const reportFile = (kind: 'pdf' | 'docx' | 'xlsx') =>
    officer.file(GetReportFile, { params: { id: report.id, kind } })
  await writeFile(join(out, 'report.pdf'), await reportFile('pdf'))
  await writeFile(join(out, 'report.docx'), await reportFile('docx'))
  await writeFile(join(out, 'figures.xlsx'), await reportFile('xlsx'))

  return {
    simulated: true,
    note: 'Hoạt động và ảnh do chương trình mô phỏng sinh ra.',
    seed,
    subject: source.subject,
    unitsOf: plan.on,
    proposals: plan.proposals.length,
    topics: plan.proposals.filter(({ value }) => value.kind === 'topic').length,
    forms: plan.proposals.filter(({ value }) => value.kind === 'form').length,
    warnings: plan.warnings.map(({ code, text }) => ({ code, text })),
    dispatch: { code: dispatch.code, date: dispatch.date },
    units: {
      all: figures.unitsAll,
      reporting: figures.unitsReporting,
      missing: figures.missing.map((unit) => unit.fullName),
    },
    steps: board.steps,
    reports: {
      code: report.code,
      handedIn: report.handedIn,
      // Named in the report: nothing was handed in when it was drawn up.
      missing: report.missing,
      exempt: report.exempt,
      supplement: supplement && { code: supplement.code, units: supplement.came },
    },
    activities: counts.reduce((sum, count) => sum + count, 0),
    // Null: reported by several units and not added up.
    figures: figures.indicators.map(({ code, form, name, unit, aggregation, amounts, units }) => ({
      code,
      form,
      name,
      unit,
      aggregation,
      units,
      ...(amounts ?? {
        declared: null,
        proved: null,
        claimed: null,
        doubted: null,
        corrected: null,
        activities: null,
      }),
    })),
    files: ['dispatch.docx', 'dispatch.pdf', 'report.docx', 'report.pdf', 'figures.xlsx'],
    seconds: Math.round((performance.now() - from) / 100) / 10,
  }
}
type Summary = Awaited<ReturnType<typeof wholeJob>>

/** The dispatch goes to other units than the one that sends it; a phrase that names nobody cannot be carried out. */
const isForOthers = (value: ProposalValue): boolean =>
  value.kind !== 'addressee' || value.units.some((unit) => unit.code !== 'HD-SVHTTDL')

/** Trình → duyệt → ký → cấp số → ban hành, each by the person whose act it is. */
const carryThrough = async (
  server: LoaServer,
  people: ReturnType<typeof peopleOf>,
  id: number,
): Promise<Dispatch> => {
  const steps = [
    ['ha', SubmitDispatch],
    ['hung', ApproveDispatch],
    ['quan', SignDispatch],
    ['mai', NumberDispatch],
    ['mai', IssueDispatch],
  ] as const
  let dispatch: Dispatch | null = null
  for (const [personId, step] of steps) {
    const worker = await people(personId)
    const { version }: Dispatch = dispatch ?? (await worker.call(GetDispatch, { params: { id } }))
    dispatch = await worker.call(step, { params: { id }, body: { version } })
  }
  await server.settle()
  if (!dispatch) throw new Error('no step was taken')
  return dispatch
}

/** A sign-in takes a fiftieth of a second by design of argon2id, so each person of the office signs in once. */
const peopleOf = (server: LoaServer) => {
  const entered = new Map<string, Promise<Worker>>()
  return (personId: string): Promise<Worker> => {
    const worker = entered.get(personId) ?? enterAs(server.app, personId)
    entered.set(personId, worker)
    return worker
  }
}

/** Results in the order of the values. After a failure no more is begun, and it is thrown when nothing runs any more. */
const inParallel = async <T, R>(width: number, values: T[], work: (value: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = []
  const waiting = values.entries()
  let isFailed = false
  const lane = async () => {
    for (const [index, value] of waiting) {
      if (isFailed) return
      try {
        results[index] = await work(value)
      } catch (error) {
        isFailed = true
        throw error
      }
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: width }, lane))
  for (const lane of lanes) if (lane.status === 'rejected') throw lane.reason
  return results
}

const simulatedClock = (day: string) => {
  let now = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Asia/Ho_Chi_Minh', plainTime: '08:00' })
  return {
    now: () => now.toInstant().toString(),
    advanceDays: (days: number) => {
      now = now.add({ days })
    },
  }
}

const inWords = (summary: Summary): string =>
  [
    `Văn bản: ${summary.subject ?? ''}`,
    `Kế hoạch: ${summary.topics} nội dung, ${summary.forms} hình thức; cảnh báo: ${summary.warnings.map(({ text }) => text).join(' ') || 'không'}`,
    `Công văn ${summary.dispatch.code ?? ''} gửi ${summary.units.all} đơn vị; ${summary.units.reporting} đơn vị báo cáo, ${summary.units.missing.length} chưa`,
    `Hoạt động (mô phỏng): ${summary.activities}; thời gian ${summary.seconds} giây`,
  ].join('\n')
