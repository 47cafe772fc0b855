import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import {
  ApproveDispatch,
  type Dispatch,
  GetDispatch,
  GetDispatchFile,
  IssueDispatch,
  ListDispatches,
  NumberDispatch,
  SignDispatch,
  SubmitDispatch,
} from '@loa/contract/dispatches'
import { ListEvents } from '@loa/contract/events'
import { GetHome } from '@loa/contract/home'
import { RemoveSigningKeyOf } from '@loa/contract/roster'
import {
  ESignDispatch,
  GetMySigningKey,
  ListSignatures,
  RemoveSealKey,
  SealDispatch,
  SetMySigningKey,
  SetSealKey,
} from '@loa/contract/signatures'
import { openAuthority } from '@loa/documents/sign-testing'
import sharp from 'sharp'
import type { Worker } from '../in-process.ts'
import { exampleDispatch, startCampaign, upload } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'
import { onDispatchNumbered } from './reaction.ts'

const authority = openAuthority()
const folder = mkdtempSync(join(tmpdir(), 'loa-signatures-'))
const trust = join(folder, 'trust')
execFileSync('mkdir', [trust])
writeFileSync(
  join(trust, 'root.pem'),
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(authority.root).toString('base64')}\n-----END CERTIFICATE-----\n`,
)
after(() => {
  authority.close()
  rmSync(folder, { recursive: true })
})

// The clock of the tests stands in 2023.
const days = { from: '20220101000000Z', to: '20300101000000Z' }
const person = authority.p12('Vũ Minh Quân', days)
const body = authority.p12('Sở Văn hóa, Thể thao và Du lịch', days)
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const inked = async (width: number, height: number, background: string) =>
  base64(
    await sharp({ create: { width, height, channels: 4, background } })
      .png()
      .toBuffer(),
  )

const setKeys = async ({ quan, mai }: TestApp) => {
  const blue = await inked(300, 120, '#1d4ed8aa')
  await quan.call(SetMySigningKey, { body: { p12: base64(person.bytes), password: '1234', picture: blue } })
  const red = await inked(400, 400, '#dc2626aa')
  await mai.call(SetSealKey, { body: { p12: base64(body.bytes), password: '1234', picture: red } })
}

const numberedDispatch = async ({ ha, hung, quan, mai, settle }: TestApp, id: number): Promise<Dispatch> => {
  let dispatch = await ha.call(GetDispatch, { params: { id } })
  const steps = [
    [ha, SubmitDispatch],
    [hung, ApproveDispatch],
    [quan, SignDispatch],
    [mai, NumberDispatch],
  ] as const
  for (const [who, step] of steps)
    dispatch = await who.call(step, { params: { id }, body: { version: dispatch.version } })
  await settle()
  return dispatch
}

const pdfOf = (who: Worker, id: number) => who.file(GetDispatchFile, { params: { id, kind: 'pdf' } })
const give = ({ id, version }: Dispatch, pin = '1234', more: { withoutTimestamp?: boolean } = {}) => ({
  params: { id },
  body: { version, pin, ...more },
})

test(
  'the leader signs the numbered pages, the clerk seals them, and what goes out is that file: pdfsig calls both valid',
  withApp(async (test) => {
    const { quan, mai, hung, ha, settle, configure } = test
    configure({ LOA_TRUST: trust })
    await setKeys(test)
    const { draftId } = await startCampaign(test)
    const numbered = await numberedDispatch(test, draftId)
    assert.deepEqual(numbered.awaitsSignature, { step: 'e-sign', signer: 'Vũ Minh Quân' })
    assert.deepEqual(numbered.next, [])
    const listed = async () =>
      (await ha.call(ListDispatches, { query: { state: 'numbered' } })).rows.map(({ awaits }) => awaits)
    assert.deepEqual(await listed(), ['e-sign'])
    await test.wakeAgain(onDispatchNumbered, { dispatchId: draftId })

    // Nobody else, nothing before its turn.
    await refused(mai.call(SealDispatch, give(numbered)), 'dispatch.wrong-state')
    await refused(
      mai.call(IssueDispatch, { params: { id: draftId }, body: { version: numbered.version } }),
      'signature.missing',
    )
    await refused(mai.call(ESignDispatch, give(numbered)), 'act.forbidden')
    assert.ok((await quan.call(GetHome)).mine.some(({ kind }) => kind === 'dispatch.to-e-sign'))

    const pages = await pdfOf(ha, draftId)
    // The server dies after the file was signed and before that was written down: the next one begins anew.
    await test.undone(() => quan.call(ESignDispatch, give(numbered)))
    const [signed] = await Promise.all([1, 2].map(() => quan.call(ESignDispatch, give(numbered))))
    assert.ok(signed)
    assert.deepEqual(signed.awaitsSignature?.step, 'seal')
    assert.deepEqual(await listed(), ['seal'])
    assert.equal(signed.steps.at(-1)?.step, 'e-sign')
    // The answer was lost on the way: asked again, nothing is signed again.
    const again = await quan.call(ESignDispatch, give(numbered))
    assert.equal(again.version, signed.version)
    assert.equal(again.steps.filter(({ step }) => step === 'e-sign').length, 1)

    const sealed = await mai.call(
      SealDispatch,
      give(await mai.call(GetDispatch, { params: { id: draftId } })),
    )
    assert.deepEqual([sealed.awaitsSignature, sealed.next], [null, ['issue']])
    await mai.call(IssueDispatch, { params: { id: draftId }, body: { version: sealed.version } })
    await settle()

    const issued = await pdfOf(hung, draftId)
    assert.deepEqual(
      issued.subarray(0, pages.length),
      pages,
      'the pages that were numbered, and signatures after them',
    )
    writeFileSync(join(folder, 'issued.pdf'), issued)
    const said = execFileSync('pdfsig', ['-nocert', join(folder, 'issued.pdf')], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    assert.equal(said.match(/Signature is Valid/g)?.length, 2, said)

    const shown = await ha.call(ListSignatures, { params: { id: draftId } })
    assert.deepEqual(
      shown.signatures.map(({ signer, issuer, state, provedAt }) => [signer, issuer, state, provedAt]),
      [
        ['Vũ Minh Quân', 'Gốc thử nghiệm', 'valid', null],
        ['Sở Văn hóa, Thể thao và Du lịch', 'Gốc thử nghiệm', 'valid', null],
      ],
    )
    // The second look reads what was found.
    assert.deepEqual(
      (await ha.call(ListSignatures, { params: { id: draftId } })).signatures,
      shown.signatures,
    )
    configure({ LOA_TRUST: undefined })
    const strange = await ha.call(ListSignatures, { params: { id: draftId } })
    assert.deepEqual([strange.hasTrust, strange.signatures[0]?.state], [false, 'untrusted'])
  }),
)

test(
  'three wrong PINs lock the key for a quarter of an hour, also against the right one',
  withApp(async (test) => {
    const { quan, setNow } = test
    await setKeys(test)
    const { draftId } = await startCampaign(test)
    const numbered = await numberedDispatch(test, draftId)
    assert.equal(
      (await refused(quan.call(ESignDispatch, give(numbered, 'sai')), 'signing-key.wrong-pin')).values.left,
      2,
    )
    assert.equal(
      (await refused(quan.call(ESignDispatch, give(numbered, 'sai')), 'signing-key.wrong-pin')).values.left,
      1,
    )
    const { until } = (await refused(quan.call(ESignDispatch, give(numbered, 'sai')), 'signing-key.locked'))
      .values
    assert.equal(until, '2023-05-22T01:27:00.000Z')
    await refused(quan.call(ESignDispatch, give(numbered)), 'signing-key.locked')
    const { rows } = await quan.call(ListEvents, { query: { subject: 'person', id: 'quan' } })
    assert.equal(rows[0]?.kind, 'signing-key.locked')
    assert.equal((await quan.call(GetMySigningKey)).key?.lockedUntil, until)
    setNow('2023-05-22T01:28:00Z')
    assert.equal((await quan.call(ESignDispatch, give(numbered))).awaitsSignature?.step, 'seal')
    assert.equal((await quan.call(GetMySigningKey)).key?.lockedUntil, null)
  }),
)

test(
  'a key file that does not open, has run out or is none is refused with the reason; one that runs out later does not sign',
  withApp(async (test) => {
    const { quan, nam, mai, setNow } = test
    const set = (p12: Uint8Array, password = '1234', picture: string | null = null) =>
      quan.call(SetMySigningKey, { body: { p12: base64(p12), password, picture } })
    await refused(set(person.bytes, 'sai'), 'signing-key.wrong-password')
    await refused(set(exampleDispatch()), 'signing-key.not-a-key-file')
    await refused(set(person.bytes, '1234', base64(exampleDispatch())), 'signing-key.not-a-picture')
    const old = authority.p12('Cũ', { from: '20200101000000Z', to: '20210101000000Z' }).bytes
    const { from, to } = (await refused(set(old), 'signing-key.expired')).values
    assert.deepEqual([from, to], ['2020-01-01T00:00:00.000Z', '2021-01-01T00:00:00.000Z'])
    await refused(
      nam.call(SetSealKey, { body: { p12: base64(body.bytes), password: '1234', picture: null } }),
      'act.forbidden',
    )

    await set(person.bytes)
    const { draftId } = await startCampaign(test)
    const numbered = await numberedDispatch(test, draftId)
    setNow('2030-05-22T01:12:00Z')
    await refused(quan.call(ESignDispatch, give(numbered)), 'signing-key.expired')
    setNow('2023-05-22T01:12:00Z')
    // Its owner is away for good: the administrator takes the key away, and the recorded signature is enough again.
    await test.undone(async () => {
      await test.ha.call(RemoveSigningKeyOf, { params: { id: 'quan' } })
      assert.deepEqual((await mai.call(GetDispatch, { params: { id: draftId } })).next, ['issue'])
    })
    // Without a seal key the signature of the person is enough.
    const signed = await quan.call(ESignDispatch, give(numbered))
    assert.equal(signed.awaitsSignature, null)
    assert.deepEqual((await mai.call(RemoveSealKey)).key, null)
  }),
)

test(
  'with an authority of timestamps the moment is proved; when it is down one signs without only where that is allowed',
  withApp(async (test) => {
    const { quan, ha, configure } = test
    await setKeys(test)
    const { draftId } = await startCampaign(test)
    const numbered = await numberedDispatch(test, draftId)
    configure({ LOA_TRUST: trust, LOA_TSA_URL: 'http://127.0.0.1:9/' })
    await refused(quan.call(ESignDispatch, give(numbered)), 'timestamp.unreachable')
    await refused(
      quan.call(ESignDispatch, give(numbered, '1234', { withoutTimestamp: true })),
      'timestamp.required',
    )
    const stamps = await authority.timestamps()
    try {
      configure({ LOA_TSA_URL: stamps.url })
      await quan.call(ESignDispatch, give(numbered))
    } finally {
      await stamps.close()
    }
    const { signatures } = await ha.call(ListSignatures, { params: { id: draftId } })
    assert.deepEqual(
      signatures.map(({ state }) => state),
      ['valid'],
    )
    assert.ok(Math.abs(Date.parse(signatures[0]?.provedAt ?? '') - Date.now()) < 60_000)
  }),
)

test(
  'a dispatch that came in as something else than a PDF has no signatures to show',
  withApp(async (test) => {
    const { id } = await upload(test)
    assert.deepEqual((await test.ha.call(ListSignatures, { params: { id } })).signatures, [])
  }),
)
