import assert from 'node:assert/strict'
import { test } from 'node:test'
import { resolveAddressee } from './addressees.ts'
import { province } from './testing.ts'

const codes = (phrase: string, context = province) =>
  resolveAddressee(phrase, context)
    .units.map(({ code }) => code)
    .sort()

const districtBodies = ['DM-01-PVHTT', 'DM-01-TT', 'DM-02-PVHTT', 'DM-02-TT']

test('rooms and public-service units of the department are its children of that day', () => {
  const phrase = 'Các phòng chuyên môn và các đơn vị sự nghiệp thuộc Sở'
  assert.deepEqual(codes(phrase), ['DM-SVH-QLVH', 'DM-SVH-TV', 'DM-SVH-VP'])
  assert.deepEqual(codes(phrase, { ...province, on: '2024-06-05' }), [
    'DM-SVH-BT',
    'DM-SVH-QLVH',
    'DM-SVH-TV',
    'DM-SVH-VP',
  ])
})

test('committees of all districts, however they are written', () => {
  for (const phrase of [
    'Ủy ban nhân dân các huyện, thị xã, thành phố',
    'UBND các huyện, thị xã',
    'Chủ tịch UBND các huyện, thị xã, thành phố',
  ]) {
    assert.deepEqual(codes(phrase), ['DM-01-UBND', 'DM-02-UBND'], phrase)
  }
})

test('committees of all communes, or of those of one district, valid on the day', () => {
  assert.deepEqual(codes('UBND các xã, phường, thị trấn'), ['DM-1001-UBND', 'DM-1002-UBND', 'DM-1003-UBND'])
  assert.deepEqual(codes('UBND các xã, phường, thị trấn', { ...province, on: '2024-02-01' }), [
    'DM-1001-UBND',
    'DM-1003-UBND',
  ])
  assert.deepEqual(codes('UBND các xã, thị trấn thuộc huyện Bản Sen'), ['DM-1001-UBND', 'DM-1002-UBND'])
})

test('a comma inside a name does not split it; the other reading is listed', () => {
  const phrase =
    'Phòng Văn hóa và Thông tin và các Trung tâm: Văn hóa, Thông tin - Thể thao, Văn hóa - Thể thao các huyện, thị xã, thành phố'
  assert.deepEqual(codes(phrase), districtBodies)
  const { alternatives } = resolveAddressee(phrase, province)
  assert.equal(alternatives.length, 1)
  assert.match(alternatives[0]?.reading ?? '', /3 đơn vị riêng/)
})

test('kinds of bodies may be abbreviated or named by their first word', () => {
  assert.deepEqual(codes('Phòng VH&TT các huyện, thị xã'), ['DM-01-PVHTT', 'DM-02-PVHTT'])
  assert.deepEqual(codes('Các Trung tâm các huyện, thị xã, thành phố'), ['DM-01-TT', 'DM-02-TT'])
})

test('single bodies are found by name, with or without their province', () => {
  assert.deepEqual(codes('Thư viện tỉnh'), ['DM-SVH-TV'])
  assert.deepEqual(codes('Sở Giao thông vận tải'), ['DM-SGT'])
  assert.deepEqual(codes('UBND xã Bản Sen'), ['DM-1001-UBND'])
  assert.deepEqual(codes('UBND huyện Bản Sen và UBND thị xã Mường Lúa'), ['DM-01-UBND', 'DM-02-UBND'])
})

test('a phrase that names nobody of the directory resolves to nobody', () => {
  assert.deepEqual(codes('Công an tỉnh'), [])
  assert.deepEqual(codes('Các doanh nghiệp vận tải'), [])
})
