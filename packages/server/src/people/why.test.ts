import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type KnownDelegation, type KnownRole, type Question, whyNot } from './why.ts'

const day = '2023-05-22'
const role = (change: Partial<KnownRole> = {}): KnownRole => ({
  role: 'head',
  unitName: 'Sở',
  from: null,
  to: null,
  unit: { from: null, to: null },
  successor: null,
  reaches: true,
  insteadOf: null,
  ...change,
})
const delegation = (change: Partial<KnownDelegation> = {}): KnownDelegation => ({
  from: '2023-01-01',
  to: null,
  acts: ['dispatch.sign'],
  documentTypes: [],
  reaches: true,
  revokedOn: null,
  giver: 'Giám đốc',
  giverHolds: true,
  ...change,
})
const ask = (change: Partial<Question>) =>
  whyNot({
    act: 'dispatch.approve',
    day,
    documentType: 'cong-van',
    roles: [],
    delegations: [],
    stoodInBy: null,
    ...change,
  })

const cases: [string, Partial<Question>, object][] = [
  ['a role that does it: allowed', { roles: [role()] }, { code: 'allowed' }],
  ['no role at all', { roles: [role({ role: 'clerk' })] }, { code: 'no-role' }],
  [
    'the role ended, and since when',
    { roles: [role({ to: '2023-05-21' }), role({ to: '2023-01-01' })] },
    { code: 'role-ended', day: '2023-05-21', otherUnit: 'Sở' },
  ],
  [
    'the role begins later',
    { roles: [role({ from: '2023-06-01' })] },
    { code: 'role-to-come', day: '2023-06-01' },
  ],
  [
    'the unit ended, and who follows it',
    { roles: [role({ unit: { from: null, to: '2023-05-01' }, successor: 'Sở mới' })] },
    { code: 'unit-ended', day: '2023-05-01', who: 'Sở mới' },
  ],
  [
    'the role counts in another unit only',
    { roles: [role({ reaches: false, unitName: 'Trung tâm' })] },
    { code: 'other-unit', otherUnit: 'Trung tâm' },
  ],
  [
    'a stand-in never signs',
    { act: 'dispatch.sign', roles: [role({ role: 'leader', insteadOf: 'Quân' })] },
    { code: 'stand-in-never', who: 'Quân' },
  ],
  ['away, and stood in for', { roles: [role()], stoodInBy: 'Mai' }, { code: 'stood-in-for', who: 'Mai' }],
  [
    'a delegation that counts: allowed',
    { act: 'dispatch.sign', delegations: [delegation()] },
    { code: 'allowed' },
  ],
  [
    'the delegation has lapsed',
    { act: 'dispatch.sign', delegations: [delegation({ to: '2023-05-01' })] },
    { code: 'delegation-ended', day: '2023-05-01', who: 'Giám đốc' },
  ],
  [
    'the delegation was ended',
    { act: 'dispatch.sign', delegations: [delegation({ revokedOn: '2023-05-10' })] },
    { code: 'delegation-ended', day: '2023-05-10' },
  ],
  [
    'the delegation does not cover the type of document',
    { act: 'dispatch.sign', delegations: [delegation({ documentTypes: ['thong-bao'] })] },
    { code: 'delegation-type' },
  ],
  [
    'who delegated holds the power no more',
    { act: 'dispatch.sign', delegations: [delegation({ giverHolds: false })] },
    { code: 'delegation-giver-gone', who: 'Giám đốc' },
  ],
]

for (const [title, question, expected] of cases)
  test(`why not: ${title}`, () => assert.partialDeepStrictEqual(ask(question), expected))
