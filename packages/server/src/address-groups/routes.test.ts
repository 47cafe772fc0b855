import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  AddAddressGroup,
  DropAddressGroup,
  GetAddressGroup,
  ListAddressGroups,
  PreviewAddressGroup,
  SaveAddressGroup,
} from '@loa/contract/address-groups'
import { UploadDispatch } from '@loa/contract/dispatches'
import { GetPlan } from '@loa/contract/plans'
import { ListUnits } from '@loa/contract/units'
import { exampleDispatch } from '../testing/path.ts'
import { refused } from '../testing/problems.ts'
import { type TestApp, withApp } from '../testing/with-app.ts'

const unitOf = async ({ nam }: TestApp, code: string) => {
  const found = (await nam.call(ListUnits, { query: { q: code } })).rows.find((unit) => unit.code === code)
  if (!found) throw new Error(`no unit ${code}`)
  return found
}

test(
  'a phrase is saved with its query, and the preview says who is in, who is out and why, page by page',
  withApp(async (test) => {
    const district = await unitOf(test, 'HD-291-UBND')
    const query = { types: ['commune-station'], belowUnitId: district.id, areas: ['xa' as const] }
    const preview = (part: 'in' | 'out', cursor?: string) =>
      test.nam.call(PreviewAddressGroup, { body: { query, part, limit: 10, ...(cursor ? { cursor } : {}) } })
    const first = await preview('in')
    assert.equal(first.in, 18)
    const second = await preview('in', first.next ?? '')
    assert.equal(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, 18)
    assert.equal(second.next, null)
    const out = await preview('out')
    assert.ok(out.out > 150, 'communes of the other districts')
    const { rows } = await test.nam.call(PreviewAddressGroup, { body: { query, part: 'out', limit: 200 } })
    assert.ok(rows.some(({ fullName, why }) => why === 'type' && fullName.includes('Ủy ban nhân dân xã')))
    assert.ok(rows.some(({ fullName, why }) => why === 'area' && fullName.includes('thị trấn Nam Sách')))
  }),
)

test(
  'a dispatch with the words of a saved group gets the units of the group on its day, and says so',
  withApp(async (test) => {
    const { ha } = test
    const addressees = async (more: string) => {
      const bytes = Buffer.concat([exampleDispatch(), Buffer.from(more)])
      const { dispatch } = await ha.call(UploadDispatch, { query: { name: 'cong-van.txt' }, bytes })
      const { proposals } = await ha.call(GetPlan, { params: { id: dispatch.id } })
      return proposals.flatMap(({ value }) => (value.kind === 'addressee' ? [value] : []))
    }
    const [read, other] = await addressees('')
    assert.ok(read && other && read.units.length > 1)
    assert.equal(read.group, undefined)
    const province = await unitOf(test, 'HD-UBND')
    const library = await unitOf(test, 'HD-SVHTTDL-TV')
    const query = {
      types: ['public-service-unit'],
      words: 'đài phát thanh',
      belowUnitId: province.id,
      extraUnitIds: [library.id],
      exceptUnitIds: [(await unitOf(test, 'HD-298-DPT')).id],
    }
    const group = await ha.call(AddAddressGroup, {
      body: { name: 'Đài cấp huyện và Thư viện', phrase: `${read.text.toUpperCase()} ;`, query },
    })
    const [grouped, unchanged] = await addressees('\n')
    assert.deepEqual(grouped?.group, { id: group.id, name: 'Đài cấp huyện và Thư viện' })
    const codes = grouped.units.map(({ code }) => code)
    assert.equal(codes.length, 12)
    assert.ok(codes.includes('HD-SVHTTDL-TV') && !codes.includes('HD-298-DPT'))
    assert.deepEqual(
      grouped.alternatives[0]?.units,
      read.units,
      'what the words alone mean can still be chosen',
    )
    assert.deepEqual(unchanged?.units, other.units)

    await ha.call(SaveAddressGroup, {
      params: { id: group.id },
      body: { ...group, query: { types: ['xa'], words: 'không có xã này' } },
    })
    assert.deepEqual((await addressees('\n\n'))[0]?.units, read.units, 'an empty group says nothing')
  }),
)

test(
  'the same words twice are refused, who was slower is told, and who only reads changes nothing',
  withApp(async (test) => {
    const { ha, mai, nam, lan } = test
    const body = {
      name: 'Phòng văn hóa',
      phrase: 'Các phòng văn hóa cấp huyện',
      query: { types: ['district-office'] },
    }
    const group = await ha.call(AddAddressGroup, { body })
    await refused(
      ha.call(AddAddressGroup, { body: { ...body, phrase: 'các phòng văn hoá cấp huyện.' } }),
      'address-group.phrase-taken',
    )
    const params = { id: group.id }
    const saved = await mai.call(SaveAddressGroup, {
      params,
      body: { ...body, name: 'Phòng VHTT', version: group.version },
    })
    assert.equal(saved.version, group.version + 1)
    await refused(
      ha.call(SaveAddressGroup, { params, body: { ...body, version: group.version } }),
      'thing.changed',
    )
    await refused(
      nam.call(SaveAddressGroup, { params, body: { ...body, version: saved.version } }),
      'act.forbidden',
    )
    assert.equal((await nam.call(ListAddressGroups)).total, 1)
    // Another unit learns nothing of it.
    await refused(lan.call(GetAddressGroup, { params }), 'thing.not-found')
    assert.equal((await lan.call(ListAddressGroups)).total, 0)
    await ha.call(DropAddressGroup, { params })
    await refused(ha.call(GetAddressGroup, { params }), 'thing.not-found')
  }),
)
