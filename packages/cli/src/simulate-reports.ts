/**
 * How a round of reports would go, by seeded chance: most units hand in, some after it was due, one is exempt, one says that
 * there was none; the officer returns one and accepts the others. The report names what is missing; what comes late goes into
 * a supplement.
 */
import type { Dispatch } from '@loa/contract/dispatches'
import { ListDuties } from '@loa/contract/duties'
import {
  AcceptReport,
  ExemptReport,
  GetExpectedReport,
  ListDutyReports,
  ListExpectedReports,
  ReturnReport,
  SubmitReport,
} from '@loa/contract/expected-reports'
import { DraftReport, SupplementReport } from '@loa/contract/reports'
import { ListRounds, OpenRound } from '@loa/contract/rounds'
import type { Worker } from '@loa/server/in-process'
import { chanceOf } from './chance.ts'

interface ReportTools {
  clock: { now: () => string; advanceDays: (days: number) => void }
  seed: string
  campaignId: number
  people: (personId: string) => Promise<Worker>
  receivers: readonly string[]
  /** Signed, numbered and sent. */
  issue: (dispatchId: number) => Promise<Dispatch>
}

/** Of the units that have figures: late ones come after the report. */
const late = 0.15

export const simulateReports = async ({ clock, seed, campaignId, people, receivers, issue }: ReportTools) => {
  const officer = await people('ha')
  const { proposed } = await officer.call(ListRounds, { params: { id: campaignId } })
  const month = proposed.find(({ kind }) => kind === 'month')
  if (!month) throw new Error('every day is in a month')
  const round = await officer.call(OpenRound, {
    params: { id: campaignId },
    body: { ...month, upDueAt: null },
  })

  const mood = (person: string) => chanceOf(`${seed} reports`, person).next()
  const handIn = handInFor(people, round.id)
  const onTime = receivers.filter((person) => mood(person) >= late)
  for (const person of onTime) await handIn(person)
  await exemptOne(officer, round.id)
  await look(officer, round.id)

  // Drawn up when the round is due, so that what comes after it is late.
  const wait = Temporal.Instant.from(clock.now()).until(Temporal.Instant.from(round.dueAt)).total('hours')
  clock.advanceDays(Math.max(1, Math.ceil(wait / 24)))
  const report = await officer.call(DraftReport, {
    params: { id: campaignId },
    body: { roundId: round.id, withGaps: true },
  })
  const issued = await issue(report.dispatchId)

  clock.advanceDays(2)
  // The late ones, and the one whose report was given back.
  for (const person of receivers) await handIn(person)
  const { rows } = await officer.call(ListExpectedReports, {
    params: { id: round.id },
    query: { state: 'submitted', limit: 200 },
  })
  const supplement =
    rows.length > 0 ? await officer.call(SupplementReport, { params: { id: report.id } }) : null
  return {
    report: {
      id: report.id,
      code: issued.code,
      handedIn: report.unitsReporting,
      missing: report.gaps.missing.map((unit) => unit.fullName),
      exempt: report.gaps.exempt.map(({ unit }) => unit.fullName),
    },
    supplement: supplement && {
      code: (await issue(supplement.dispatchId)).code,
      came: rows.map(({ unit }) => unit.fullName),
    },
  }
}

/** A unit that has figures hands them in, and says of each other form that there was none; the silent stay silent. */
const handInFor = (people: ReportTools['people'], roundId: number) => {
  let hasNone = false
  return async (person: string): Promise<void> => {
    const worker = await people(person)
    const { rows } = await worker.call(ListDuties)
    for (const { id, state } of rows) {
      const { rows: reports } = await worker.call(ListDutyReports, { params: { id } })
      const row = reports.find((each) => each.roundId === roundId)
      if (!row || (row.state !== 'waiting' && row.state !== 'returned')) continue
      const expected = await worker.call(GetExpectedReport, { params: { id: row.id } })
      const done = new Set(
        expected.lines.flatMap(({ indicator, amounts }) => {
          const form = expected.indicators.find(({ code }) => code === indicator)?.form
          return amounts && form ? [form] : []
        }),
      )
      // One that took the duty on and did nothing says so.
      if (done.size === 0 && (hasNone || state !== 'accepted')) continue
      hasNone ||= done.size === 0
      await worker.call(SubmitReport, {
        params: { id: row.id },
        body: {
          version: expected.version,
          forms: expected.forms
            .filter((form) => !done.has(form))
            .map((form) => ({ form, says: 'none' as const, reason: 'Mô phỏng' })),
          narrative: '',
        },
      })
    }
  }
}

const listIn = async (officer: Worker, roundId: number, state: 'submitted' | 'waiting') =>
  (await officer.call(ListExpectedReports, { params: { id: roundId }, query: { state, limit: 200 } })).rows

/** The first that has done nothing need not report, for a reason. */
const exemptOne = async (officer: Worker, roundId: number) => {
  for (const { id } of await listIn(officer, roundId, 'waiting')) {
    const params = { id }
    const { version, lines } = await officer.call(GetExpectedReport, { params })
    if (lines.some(({ amounts }) => amounts !== null)) continue
    const reason = 'Không có chức năng thực hiện (mô phỏng)'
    await officer.call(ExemptReport, { params, body: { version, reason } })
    return
  }
}

/** The first is given back, the others are accepted. */
const look = async (officer: Worker, roundId: number) => {
  for (const [index, { id }] of (await listIn(officer, roundId, 'submitted')).entries()) {
    const params = { id }
    const { version } = await officer.call(GetExpectedReport, { params })
    const comments = [{ indicator: null, text: 'Ghi rõ địa điểm (mô phỏng)' }]
    if (index === 0) await officer.call(ReturnReport, { params, body: { version, comments } })
    else await officer.call(AcceptReport, { params, body: { version } })
  }
}
