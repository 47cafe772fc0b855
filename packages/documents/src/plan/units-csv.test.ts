import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseUnitsCsv } from './units-csv.ts'

test('units are read by the names of their columns, with quoted commas and quotes', () => {
  const csv = `code,name,fullName,type,parentCode,validFrom,validTo,mergedInto,note
A,Sở VH,"Sở Văn hóa, Thể thao và Du lịch",department,P,,2025-06-30,B,"a ""quoted"" note"\r
B,Nhà hát,Nhà hát,public-service-unit,,2023-01-01,,,
`
  assert.deepEqual(parseUnitsCsv(csv), [
    {
      code: 'A',
      name: 'Sở VH',
      fullName: 'Sở Văn hóa, Thể thao và Du lịch',
      type: 'department',
      parentCode: 'P',
      validFrom: null,
      validTo: '2025-06-30',
    },
    {
      code: 'B',
      name: 'Nhà hát',
      fullName: 'Nhà hát',
      type: 'public-service-unit',
      parentCode: null,
      validFrom: '2023-01-01',
      validTo: null,
    },
  ])
})

test('an empty file has no units', () => {
  assert.deepEqual(parseUnitsCsv(''), [])
  assert.deepEqual(parseUnitsCsv('code,name\n'), [])
})
