import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Dispatch } from '@loa/contract/dispatches'
import type { CorrectedField } from '@loa/contract/fields'
import { formOf, needsLook, nextPath, readFieldsOf, shownValue, valueOfForm } from './read-fields.ts'

const correction = (change: Partial<CorrectedField>): CorrectedField => ({
  id: 1,
  field: 'subject',
  read: 'cũ',
  corrected: 'mới',
  how: 'typed',
  span: null,
  by: { id: 'ha', name: 'Phạm Thu Hà' },
  at: '2023-05-22T01:12:00Z',
  version: 2,
  ...change,
})

const dispatch = (corrections: CorrectedField[]) =>
  ({
    corrections,
    tree: {
      type: 'cong-van',
      subject: 'mới',
      issuer: 'SỞ',
      number: null,
      symbol: null,
      parentIssuer: null,
      place: null,
      date: null,
      archive: null,
      signingAuthority: null,
      signerTitle: null,
      signerName: null,
      addressees: ['B'],
      references: [],
      dueDates: [],
      recipients: [],
      sources: {
        issuer: { start: 0, end: 2, text: 'SỞ', confidence: 0.4 },
        'addressees/0': { start: 5, end: 6, text: 'B', confidence: 1 },
      },
    },
  }) as unknown as Dispatch

test('each field says whether it was read, is not sure, was not read, or was corrected', () => {
  const fields = readFieldsOf(dispatch([correction({})]))
  const stateOf = (path: string) => fields.find((field) => field.path === path)?.state
  assert.equal(stateOf('subject'), 'corrected')
  assert.equal(stateOf('issuer'), 'unsure')
  assert.equal(stateOf('number'), 'unread')
  assert.equal(stateOf('addressees/0'), 'read')
  assert.deepEqual(
    fields.filter(needsLook).map(({ path }) => path),
    ['issuer', 'number', 'symbol', 'date', 'signerName'],
  )
})

test('an item that was taken off keeps its place, and the others their names and words', () => {
  const fields = readFieldsOf(
    dispatch([correction({ field: 'addressees/0', read: 'A', corrected: null })]),
  ).filter(({ name }) => name === 'addressees')
  assert.deepEqual(
    fields.map(({ path, state, value, span }) => [path, state, value, span?.start]),
    [
      ['addressees/0', 'off', null, undefined],
      ['addressees/1', 'read', 'B', 5],
    ],
  )
  assert.equal(nextPath(fields, 'addressees'), 'addressees/2')
})

test('a correction that was taken back is none', () => {
  const [field] = readFieldsOf(
    dispatch([correction({}), correction({ id: 2, how: 'as-read', corrected: 'cũ' })]),
  ).filter(({ path }) => path === 'subject')
  assert.equal(field?.correction, null)
})

test('days are typed as offices write them, as far as they are known', () => {
  for (const [typed, sent] of [
    ['17/5/2023', '2023-05-17'],
    ['5/2023', '2023-05'],
    ['2023', '2023'],
    ['hôm qua', 'hôm qua'],
    [' ', null],
  ] as const)
    assert.equal(valueOfForm('date', { '': typed }), sent)
  assert.deepEqual(formOf('date', '2023-05-17'), { '': '17/5/2023' })
})

test('items of lists go through the form and come back the same', () => {
  for (const [name, value] of [
    ['recipients', { name: 'Cục', purpose: 'để báo cáo' }],
    ['dueDates', { date: '2023-06-20', phrase: 'trước ngày 20/6' }],
    ['references', { type: 'ke-hoach', code: '52/KH-UBND', date: '2023-04', issuer: null }],
    ['addressees', 'Các phòng'],
  ] as const)
    assert.deepEqual(valueOfForm(name, formOf(name, value)), value)
  assert.equal(shownValue({ name: 'Cục', purpose: 'để báo cáo' }, 'recipients', {}), 'Cục (để báo cáo)')
})
