import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  ApproveDispatch,
  GetDispatch,
  GetDispatchFile,
  ListDispatches,
  NumberDispatch,
  PreviewDispatch,
  ReturnDispatch,
  SaveDraft,
  SignDispatch,
  SubmitDispatch,
  UploadDispatch,
} from '@loa/contract/dispatches'
import { DecidePlan, GetPlan, ProposalValue, StartCampaign } from '@loa/contract/plans'
import { zipSync } from 'fflate'
import {
  carryThrough,
  confirmAll,
  exampleDispatch,
  issuedCampaign,
  startCampaign,
  upload,
} from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { withApp } from '../testing/with-app.ts'

const riverOrder = `ỦY BAN NHÂN DÂN TỈNH HẢI DƯƠNG
SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 318/SVHTTDL-QLVH
V/v tuyên truyền Tuần lễ Sông sạch năm 2023

Hải Dương, ngày 15 tháng 5 năm 2023

Kính gửi: UBND các huyện, thị xã, thành phố

1. Nội dung tuyên truyền:

- Không đổ rác xuống sông.

2. Hình thức tuyên truyền:

- Treo 20 băng rôn tại bến sông.

3. Tổ chức thực hiện

- Mỗi huyện tổ chức 02 buổi gặp mặt.

- Kinh phí thực hiện là 50.000.000 đồng.

- UBND các huyện, thị xã, thành phố báo cáo kết quả về Sở (có biểu mẫu số 01 kèm theo).

Nơi nhận:
- Như trên;
- Lưu: VT, QLVH.

GIÁM ĐỐC

Lò Văn Sen
`

test(
  'an incoming dispatch is read, with the source of each field',
  withApp(async (app) => {
    const dispatch = await upload(app)
    assert.equal(dispatch.state, 'read')
    assert.equal(
      dispatch.subject,
      'tuyên truyền Ngày Gia đình Việt Nam và Tháng hành động về phòng, chống bạo lực gia đình năm 2023',
    )
    assert.equal(dispatch.tree.addressees.length, 2)
    for (const source of Object.values(dispatch.tree.sources))
      assert.equal(dispatch.tree.text.slice(source.start, source.end), source.text)
    const original = await app.ha.file(GetDispatchFile, { params: { id: dispatch.id, kind: 'original' } })
    assert.deepEqual(Buffer.from(original), Buffer.from(exampleDispatch()))
  }),
)

test(
  'the same file sent twice is said, linked and not doubled',
  withApp(async ({ ha, ...app }) => {
    const first = await upload({ ha, ...app })
    const second = await ha.call(UploadDispatch, {
      query: { name: 'ten-khac.txt' },
      bytes: exampleDispatch(),
    })
    assert.equal(second.known, true)
    assert.equal(second.dispatch.id, first.id)
    assert.equal((await ha.call(ListDispatches)).total, 1)
  }),
)

test(
  'what is no dispatch is refused with a reason, and nothing of it is kept',
  withApp(async ({ ha }) => {
    const send = (name: string, bytes: string | Uint8Array) =>
      ha.call(UploadDispatch, { query: { name }, bytes: Buffer.from(bytes) })
    await refused(send('a.txt', ''), 'file.empty')
    await refused(
      send('b.txt', 'Hôm nay trời đẹp, chúng tôi đi chơi công viên.\n'.repeat(5)),
      'document.not-a-dispatch',
    )
    await refused(send('c.docx', Buffer.from('47494638396101000100800000', 'hex')), 'file.wrong-type')
    await refused(send('d.pdf', '%PDF-1.7\nrubbish'), 'file.damaged')
    assert.equal((await ha.call(ListDispatches)).total, 0)
  }),
)

test(
  'a zip bomb is refused without being unpacked, and the server goes on',
  withApp(async (app) => {
    const bomb = zipSync({
      '[Content_Types].xml': new Uint8Array(10),
      'word/document.xml': new Uint8Array(150_000_000),
    })
    await refused(app.ha.call(UploadDispatch, { query: { name: 'bom.docx' }, bytes: bomb }), 'file.zip-bomb')
    assert.equal((await upload(app)).state, 'read')
  }),
)

test(
  'a file over 50 MB is refused while it comes in',
  withApp(async ({ ha }) => {
    await refused(
      ha.call(UploadDispatch, { query: { name: 'to.pdf' }, bytes: new Uint8Array(50_000_001) }),
      'file.too-large',
    )
  }),
)

test(
  'a plan shows the sentence behind each proposal and nothing counts before a person confirms it',
  withApp(async (app) => {
    const { id, tree } = await upload(app)
    const plan = await app.ha.call(GetPlan, { params: { id } })
    for (const { source, decision } of plan.proposals) {
      assert.equal(tree.text.slice(source.start, source.end), source.text)
      assert.equal(decision, 'waiting')
    }
    assert.deepEqual(plan.warnings.map((warning) => warning.code).sort(), [
      'archive.differs-from-symbol',
      'date.incomplete',
      'deadline.none',
      'number.missing',
    ])
    const left = await refused(app.ha.call(StartCampaign, { params: { id }, body: {} }), 'plan.undecided')
    assert.equal(left.values.waiting, plan.proposals.length)
  }),
)

test(
  'the phrases resolve to the units of that day',
  withApp(async (app) => {
    const { id } = await upload(app)
    const plan = await app.ha.call(GetPlan, { params: { id } })
    assert.equal(plan.on, '2023-05-09')
    const counts = plan.proposals.flatMap(({ value }) =>
      value.kind === 'addressee' ? [value.units.length] : [],
    )
    assert.deepEqual(counts, [15, 24])
  }),
)

test(
  'of two people who decide the same proposal the second is told, and the first decision stays',
  withApp(async (app) => {
    const { id } = await upload(app)
    const plan = await app.ha.call(GetPlan, { params: { id } })
    const [proposal] = plan.proposals
    assert.ok(proposal)
    const decide = (person: typeof app.ha, decision: 'confirmed' | 'rejected') =>
      person.call(DecidePlan, {
        params: { id },
        body: { decisions: [{ proposalId: proposal.id, version: proposal.version, decision }] },
      })
    await decide(app.ha, 'rejected')
    const told = await refused(decide(app.hung, 'confirmed'), 'thing.changed')
    assert.equal(told.values.who, 'Phạm Thu Hà')
    assert.equal((await app.ha.call(GetPlan, { params: { id } })).proposals[0]?.decision, 'rejected')
  }),
)

test(
  'a rejected form does not enter the campaign, a changed topic enters with its new words',
  withApp(async (app) => {
    const { id } = await upload(app)
    const plan = await confirmAll(app, id)
    const led = plan.proposals.find(({ value }) => value.kind === 'form' && value.form === 'led')
    const topic = plan.proposals.find(({ value }) => value.kind === 'topic')
    assert.ok(led && topic)
    await app.ha.call(DecidePlan, {
      params: { id },
      body: {
        decisions: [
          { proposalId: led.id, version: led.version, decision: 'rejected' },
          {
            proposalId: topic.id,
            version: topic.version,
            decision: 'changed',
            value: { kind: 'topic', text: 'Nội dung đã sửa' },
          },
        ],
      },
    })
    const { draftId } = await app.ha.call(StartCampaign, { params: { id }, body: {} })
    const draft = await app.ha.call(GetDispatch, { params: { id: draftId } })
    const words = JSON.stringify(draft.tree.body)
    assert.ok(words.includes('Nội dung đã sửa'))
    assert.ok(!words.includes('màn hình Led'))
  }),
)

test(
  'quantities, money and attachments are proposed and decided like the rest, and enter the draft in their own words',
  withApp(async (app) => {
    const { dispatch } = await app.ha.call(UploadDispatch, {
      query: { name: 'song-sach.txt' },
      bytes: new TextEncoder().encode(riverOrder),
    })
    const { proposals } = await confirmAll(app, dispatch.id)
    const told = proposals.flatMap(({ value }) =>
      value.kind === 'duty'
        ? [[value.duty, value.who]]
        : value.kind === 'quantity'
          ? [[value.value, value.unit]]
          : value.kind === 'money'
            ? [[value.amount]]
            : value.kind === 'attachment'
              ? [[value.text]]
              : [],
    )
    assert.deepEqual(told, [
      ['report', 'UBND các huyện, thị xã, thành phố'],
      ['20', 'băng rôn'],
      ['02', 'buổi'],
      ['50.000.000 đồng'],
      ['biểu mẫu số 01'],
    ])
    const buoi = proposals.find(({ value }) => value.kind === 'quantity' && value.unit === 'buổi')
    assert.ok(buoi && buoi.value.kind === 'quantity')
    await app.ha.call(DecidePlan, {
      params: { id: dispatch.id },
      body: {
        decisions: [
          {
            proposalId: buoi.id,
            version: buoi.version,
            decision: 'changed',
            value: { ...buoi.value, text: 'Mỗi huyện tổ chức 03 buổi gặp mặt' },
          },
        ],
      },
    })
    const { draftId } = await app.ha.call(StartCampaign, { params: { id: dispatch.id }, body: {} })
    const draft = await app.ha.call(GetDispatch, { params: { id: draftId } })
    const words = draft.tree.body.flatMap((block) =>
      block.kind === 'paragraph' ? [block.runs.map(({ text }) => text).join('')] : [],
    )
    assert.ok(words.includes('Mỗi huyện tổ chức 03 buổi gặp mặt.'))
    assert.ok(words.includes('Gửi kèm theo: biểu mẫu số 01.'))
    assert.equal(words.filter((text) => text.includes('20 băng rôn')).length, 1)
  }),
)

test(
  'a dispatch that orders nothing proposes nothing and says why',
  withApp(async (app) => {
    const { dispatch } = await app.ha.call(UploadDispatch, {
      query: { name: 'giay-moi.txt' },
      bytes: new TextEncoder().encode(
        riverOrder
          .replace('318/SVHTTDL-QLVH', '318/GM-SVHTTDL')
          .replace('V/v tuyên truyền', 'GIẤY MỜI\nHọp về'),
      ),
    })
    const { proposals, warnings } = await app.ha.call(GetPlan, { params: { id: dispatch.id } })
    assert.deepEqual(proposals, [])
    assert.ok(warnings.some(({ code }) => code === 'plan.nothing-ordered'))
  }),
)

test('a duty proposed before doers were read is still one', () => {
  assert.deepEqual(ProposalValue.parse({ kind: 'duty', text: 'Báo cáo kết quả.' }), {
    kind: 'duty',
    text: 'Báo cáo kết quả.',
  })
})

test(
  'one dispatch starts one campaign',
  withApp(async (app) => {
    const { source } = await startCampaign(app)
    await refused(app.ha.call(StartCampaign, { params: { id: source.id }, body: {} }), 'plan.campaign-exists')
  }),
)

test(
  'the draft passes through trình, duyệt, ký, cấp số, ban hành, each by the person whose act it is',
  withApp(async (app) => {
    const { dispatch } = await issuedCampaign(app)
    assert.equal(dispatch.state, 'issued')
    assert.equal(dispatch.code, '01/SVHTTDL-QLVHGĐ')
    assert.equal(dispatch.date, '2023-05-22')
    assert.deepEqual(
      dispatch.steps.map(({ step, person }) => [step, person?.name]),
      [
        ['submit', 'Phạm Thu Hà'],
        ['approve', 'Lê Văn Hưng'],
        ['sign', 'Vũ Minh Quân'],
        ['number', 'Trần Thị Mai'],
        ['issue', 'Trần Thị Mai'],
      ],
    )
    assert.equal(dispatch.tree.signerName, 'Vũ Minh Quân')
  }),
)

test(
  'no step can be skipped',
  withApp(async (app) => {
    const { draftId: id } = await startCampaign(app)
    const { version } = await app.ha.call(GetDispatch, { params: { id } })
    const body = { version }
    await refused(app.hung.call(ApproveDispatch, { params: { id }, body }), 'dispatch.wrong-state')
    await refused(app.quan.call(SignDispatch, { params: { id }, body }), 'dispatch.wrong-state')
    await refused(app.mai.call(NumberDispatch, { params: { id }, body }), 'dispatch.wrong-state')
  }),
)

test(
  'a draft that is returned says why, and can be submitted again',
  withApp(async (app) => {
    const { draftId: id } = await startCampaign(app)
    const draft = await app.ha.call(GetDispatch, { params: { id } })
    const submitted = await app.ha.call(SubmitDispatch, { params: { id }, body: { version: draft.version } })
    const returned = await app.hung.call(ReturnDispatch, {
      params: { id },
      body: { version: submitted.version, reason: 'Ghi rõ thời hạn' },
    })
    assert.equal(returned.state, 'draft')
    assert.equal(returned.returnReason, 'Ghi rõ thời hạn')
    const again = await app.ha.call(SubmitDispatch, { params: { id }, body: { version: returned.version } })
    assert.equal(again.returnReason, null)
  }),
)

test(
  'a draft without subject or addressees is not handed up, and each missing part is named',
  withApp(async (app) => {
    const { draftId: id } = await startCampaign(app)
    const { version } = await app.ha.call(GetDispatch, { params: { id } })
    const emptied = await app.ha.call(SaveDraft, {
      params: { id },
      body: { version, change: { subject: '', addressees: [] } },
    })
    const told = await refused(
      app.ha.call(SubmitDispatch, { params: { id }, body: { version: emptied.version } }),
      'dispatch.incomplete',
    )
    assert.deepEqual(
      told.places.map((place) => place.path),
      ['subject', 'addressees'],
    )
  }),
)

test(
  'of two people who edit the same draft the second is told who changed it, and the first words stay',
  withApp(async (app) => {
    const { draftId: id } = await startCampaign(app)
    const { version } = await app.ha.call(GetDispatch, { params: { id } })
    await app.ha.call(SaveDraft, { params: { id }, body: { version, change: { subject: 'bản của Hà' } } })
    const told = await refused(
      app.hung.call(SaveDraft, { params: { id }, body: { version, change: { subject: 'bản của Hưng' } } }),
      'thing.changed',
    )
    assert.equal(told.values.who, 'Phạm Thu Hà')
    assert.equal((await app.ha.call(GetDispatch, { params: { id } })).subject, 'bản của Hà')
  }),
)

test(
  'numbers run on within the unit, the year and the type',
  withApp(async (app) => {
    await issuedCampaign(app)
    const second = await upload(app, 'thang-an-toan-giao-thong.txt')
    await confirmAll(app, second.id)
    const { draftId } = await app.ha.call(StartCampaign, { params: { id: second.id }, body: {} })
    assert.equal((await carryThrough(app, draftId)).tree.number, '02')
  }),
)

test(
  'a new year begins again at 01',
  withApp(async (app) => {
    await issuedCampaign(app)
    app.setNow('2024-01-02T02:00:00Z')
    const second = await upload(app, 'thang-an-toan-giao-thong.txt')
    await confirmAll(app, second.id)
    const { draftId } = await app.ha.call(StartCampaign, { params: { id: second.id }, body: {} })
    assert.equal((await carryThrough(app, draftId)).code, '01/SVHTTDL-QLVHGĐ')
  }),
)

test(
  'the preview shows a change that is not saved, and saves nothing',
  withApp(async (app) => {
    const { draftId: id } = await startCampaign(app)
    const [before] = (await app.ha.call(PreviewDispatch, { params: { id }, body: {} })).pages
    const [after] = (
      await app.ha.call(PreviewDispatch, { params: { id }, body: { change: { subject: 'khác hẳn' } } })
    ).pages
    assert.ok(before?.svg && after?.svg)
    assert.match(before.svg, /^<svg/)
    assert.notEqual(before.hash, after.hash)
    const again = await app.ha.call(PreviewDispatch, {
      params: { id },
      body: { have: [before.hash] },
    })
    assert.deepEqual(again.pages[0], { hash: before.hash, svg: null }, 'a page that is held stays')
    assert.notEqual((await app.ha.call(GetDispatch, { params: { id } })).subject, 'khác hẳn')
  }),
)

test(
  'PDF and DOCX of the issued dispatch are frozen: the same bytes each time',
  withApp(async (app) => {
    const { draftId: id } = await issuedCampaign(app)
    for (const kind of ['pdf', 'docx'] as const) {
      const first = await app.ha.file(GetDispatchFile, { params: { id, kind } })
      assert.ok(
        Buffer.from(first)
          .subarray(0, 4)
          .toString('latin1')
          .match(kind === 'pdf' ? /^%PDF/ : /^PK/),
      )
      assert.deepEqual(first, await app.ha.file(GetDispatchFile, { params: { id, kind } }))
    }
  }),
)

test(
  'search finds words with tone marks by words without',
  withApp(async (app) => {
    await upload(app)
    const found = await app.ha.call(ListDispatches, { query: { q: 'ngay gia dinh' } })
    assert.equal(found.total, 1)
    assert.equal((await app.ha.call(ListDispatches, { query: { q: 'giao thong' } })).total, 0)
  }),
)

test(
  'a draft is not seen by the units it is meant for; the issued dispatch is',
  withApp(async (app) => {
    const { draftId } = await startCampaign(app)
    await refused(app.lan.call(GetDispatch, { params: { id: draftId } }), 'thing.not-found')
    await carryThrough(app, draftId)
    assert.equal((await app.lan.call(GetDispatch, { params: { id: draftId } })).next.length, 0)
  }),
)
