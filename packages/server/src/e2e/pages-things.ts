import { randomUUID } from 'node:crypto'
import { type Activity, SubmitActivity } from '@loa/contract/activities'
import { AddAddressGroup } from '@loa/contract/address-groups'
import { CorrectDispatch } from '@loa/contract/corrections'
import { GetDispatch, SaveDraft, UploadDispatch } from '@loa/contract/dispatches'
import { type Duty, GetDuty } from '@loa/contract/duties'
import { AddConnection, ListConnections } from '@loa/contract/exchanges'
import { ListFindings, PutFindingAside } from '@loa/contract/findings'
import { CancelGatherings, SaveGathering, SaveVenue } from '@loa/contract/gatherings'
import { GetPeriodFigures } from '@loa/contract/period-figures'
import { StartCampaign } from '@loa/contract/plans'
import { CorrectQuantity } from '@loa/contract/quantity-corrections'
import { ListInRegister } from '@loa/contract/registers'
import { ListLacks, MakeReminders } from '@loa/contract/reminders'
import { DraftReport } from '@loa/contract/reports'
import { GetPerson, GiveDelegation, GiveLeave, InvitePerson } from '@loa/contract/roster'
import { AddCheckPhoto, CheckSite, SavePosting, SaveSite } from '@loa/contract/sites'
import { ChangeUnits } from '@loa/contract/successions'
import { AnswerTargets, PublishTargets, SaveTargets } from '@loa/contract/targets'
import { GetUnitImport, StartUnitImport } from '@loa/contract/unit-imports'
import { ListUnits } from '@loa/contract/units'
import { AddVehicle, ImportGpx, SaveVehicleTask } from '@loa/contract/vehicles'
import { emptyTree } from '@loa/documents'
import { read } from '@loa/documents/read'
import { writePdf } from '@loa/documents/write'
import { openSite } from '../testing/browser.ts'
import {
  acceptDuty,
  addPhoto,
  confirmAll,
  exampleDispatch,
  examplePdf,
  issuedCampaign,
  photo,
  recordActivity,
  upload,
} from '../testing/path.ts'
import { until, untilDelivered } from '../testing/until.ts'
import { today } from '../time.ts'
import { reportThings } from './report-things.ts'

export const site = await openSite()
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
  const period = await oddNumbers(doubted, duty)
  const report = await site.people.ha.call(DraftReport, { params: { id: campaignId }, body: {} })
  const rounds = await reportThings(site.people, { campaignId, dutyId: duty.id })
  const waiting = await upload(office, 'thang-an-toan-giao-thong.txt')
  const paged = await correctedPdf()
  const faulty = await faultyDraft()
  const unitImport = await compareUnits()
  const invitation = await fillPeople()
  const seen = await directory()
  const hung = await hangThings(duty.id)
  const drive = await driveOnce(duty.id)
  await gather(duty.id)
  await connect()
  return {
    hung,
    drive,
    campaignId,
    draftId,
    duty,
    doubted,
    period,
    report,
    waiting,
    paged,
    faulty,
    unitImport,
    invitation,
    rounds,
    reminder: await remind(campaignId),
    arrival: await firstArrival(),
    ...seen,
  }
}

/** A file with faults of form, and a draft of it that passes some on; one is put aside. */
const faultyDraft = async () => {
  const { ha } = site.people
  const { tree } = await read(exampleDispatch(), 'a.txt')
  const bytes = await writePdf({
    ...(tree ?? emptyTree()),
    number: '7',
    code: '7/BATGT-VP',
    signingAuthority: 'KT.TRƯỞNG BAN',
    subject: 'tổ chức Ngày Gia đình Việt Nam năm 2023.',
  })
  const { dispatch } = await ha.call(UploadDispatch, { query: { name: 'sai-the-thuc.pdf' }, bytes })
  await confirmAll(office, dispatch.id)
  const { draftId } = await ha.call(StartCampaign, { params: { id: dispatch.id }, body: {} })
  const { version, tree: draft } = await ha.call(GetDispatch, { params: { id: draftId } })
  const [first, ...rest] = draft.body
  if (first?.kind !== 'paragraph') throw new Error('a draft begins with a paragraph')
  const runs = [{ text: 'Thực hiện kế hoạch số 12/KH-UBND ngày 5 tháng 6 năm 2023 phục vụ nhân dân.' }]
  const change = { body: [{ ...first, runs }, ...rest], signingAuthority: 'Kt. Giám đốc', subject: null }
  await ha.call(SaveDraft, { params: { id: draftId }, body: { version, change } })
  const { findings } = await ha.call(ListFindings, { params: { id: draftId } })
  const key = findings.find(({ severity }) => severity === 'info')?.key ?? ''
  await ha.call(PutFindingAside, { params: { id: draftId, key }, body: { reason: 'chép nguyên văn' } })
  return { incoming: dispatch.id, draft: draftId }
}

/** The order as the centre entered it when it took its duty. */
const firstArrival = async () => {
  const year = Number(today(new Date().toISOString()).slice(0, 4))
  const { rows } = await site.people.lan.call(ListInRegister, { params: { year } })
  return rows[0]?.id ?? 0
}

/** A number that is put right, and one that looks odd; gives the period they are in once both are counted in it. */
const oddNumbers = async (shown: Activity, duty: Duty) => {
  const { ha, lan } = site.people
  await ha.call(CorrectQuantity, {
    params: { id: shown.id, correctionId: randomUUID() },
    body: { indicator: 'visual.banner', quantity: 2, reason: 'Ảnh chỉ có hai băng rôn' },
  })
  await recordActivity(lan, duty, { quantity: 500 })
  const period = 'administrative.month.2023.6'
  await until(async () => {
    const { waiting, totals } = await ha.call(GetPeriodFigures, { query: { period } })
    return waiting === 0 && totals['visual.banner']?.amounts?.corrected === 1
  })
  return period
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

/** A hub that nobody answers at, and a folder that is switched off. */
const connect = async () => {
  const { ha } = site.people
  const given = { organId: 'H23.15', systemId: null, zipped: false, pollMinutes: 5 }
  await ha.call(AddConnection, {
    body: { ...given, kind: 'hub', name: 'Trục liên thông tỉnh', place: 'http://127.0.0.1:9', enabled: true },
  })
  await ha.call(AddConnection, {
    body: { ...given, kind: 'folder', name: 'Trao đổi với Bộ', place: 'bo-vhttdl', enabled: false },
  })
  await until(async () => (await ha.call(ListConnections)).rows.some(({ trouble }) => trouble !== null))
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

/** A reminder of the first unit that lacks something, not sent yet. */
const remind = async (campaignId: number) => {
  const { ha } = site.people
  const { rows } = await ha.call(ListLacks, { params: { id: campaignId } })
  const [unit] = rows
  const id = randomUUID()
  const reasons = (unit?.lacks ?? []).map(({ key }) => ({ key, template: 'Đơn vị còn thiếu phần này.' }))
  const reminders = [{ id, dutyId: unit?.dutyId ?? 0, reasons }]
  await ha.call(MakeReminders, { params: { id: campaignId }, body: { when: 'draft', reminders } })
  return id
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
/** The ids that the addresses need. */
export const ready = prepare()
