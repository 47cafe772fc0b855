/** Phrases as offices write them, over the example province before and after the reform of 1 July 2025. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { resolveAddressee } from './addressees.ts'
import type { PlanContext } from './plan-types.ts'
import { parseUnitsCsv } from './units-csv.ts'

const root = join(import.meta.dirname, '../../../..')
const unitsOf = (name: string) => parseUnitsCsv(readFileSync(join(root, 'examples', name), 'utf8'))

/** Invented: departments, organisations and schools, which the example province leaves out. */
const invented = parseUnitsCsv(`code,name,fullName,type,parentCode,validFrom,validTo
HD-SGTVT,Sở GTVT Hải Dương,Sở Giao thông vận tải tỉnh Hải Dương,department,HD-UBND,,
HD-SYT,Sở Y tế Hải Dương,Sở Y tế tỉnh Hải Dương,department,HD-UBND,,
HD-BDT,Ban Dân tộc,Ban Dân tộc tỉnh Hải Dương,department,HD-UBND,,
HD-CAT,Công an tỉnh,Công an tỉnh Hải Dương,agency,HD-UBND,,
HD-TD,Tỉnh đoàn,Tỉnh đoàn Hải Dương,union,HD-UBND,,
HD-LHPN,Hội LHPN tỉnh,Hội Liên hiệp Phụ nữ tỉnh Hải Dương,union,HD-UBND,,
HD-LDLD,LĐLĐ tỉnh,Liên đoàn Lao động tỉnh Hải Dương,union,HD-UBND,,
HD-MTTQ,UBMTTQ tỉnh,Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hải Dương,union,HD-UBND,,
HD-291-THPT,Trường THPT Nam Sách,Trường Trung học phổ thông Nam Sách,school,HD-291-UBND,,
HD-292-MN,Trường MN Hoa Sen,Trường Mầm non Hoa Sen,school,HD-292-UBND,,
HD-292-THPT,Trường THPT Kinh Môn,Trường Trung học phổ thông Kinh Môn,school,HD-292-UBND,,
`)
const in2023 = [...unitsOf('hai-duong-2023/units.csv'), ...invented]
const in2025 = ['until-2025-06-30', 'from-2025-07-01'].flatMap((part) =>
  unitsOf(`hai-duong-2025/bodies-${part}.csv`),
)
const contextOn = (on: string): PlanContext => ({
  on,
  units: on < '2024' ? in2023 : in2025,
  home: on < '2025-07-01' ? 'HD-SVHTTDL' : 'HP-SVHTTDL',
})

const inShort = ({ units, alternatives }: ReturnType<typeof resolveAddressee>): string => {
  const codes = units.map(({ code }) => code)
  const kinds = Map.groupBy(codes, (code) => code.replace(/\d/g, '#').replace(/SVHTTDL-.*/, 'SVHTTDL-*'))
  const said =
    codes.length > 4 ? [...kinds].map(([kind, each]) => `${each.length} ${kind}`).join(', ') : codes.join(' ')
  const others = alternatives.map((each) => each.units.length).join(' ')
  return others === '' ? said : `${said} | ${others}`.trim()
}

const rows = readFileSync(join(import.meta.dirname, '../../test/addressee-phrases.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
const phrases: string[] = []

let on = ''
for (const row of rows) {
  if (row.startsWith('@')) {
    on = row.slice(1)
    continue
  }
  const day = on
  const [phrase = '', expected = ''] = row.split(' =>')
  phrases.push(phrase)
  test(`on ${day}: ${phrase}`, () => {
    assert.equal(inShort(resolveAddressee(phrase, contextOn(day))), expected.trim())
  })
}

test('the table has phrases enough to mean something', () => {
  assert.ok(phrases.length >= 80)
})

test('units are never invented, and an exception never adds one', () => {
  const parts = fc.array(fc.constantFrom(...phrases), { minLength: 1, maxLength: 2 })
  const left = fc.constantFrom(
    'huyện Nam Sách',
    'Thanh tra Sở',
    'các phường',
    'UBND tỉnh',
    'Thanh Hà, Kim Thành',
    'các xã thuộc huyện Tứ Kỳ',
    'những nơi đã làm',
  )
  const days = fc.constantFrom('2023-05-22', '2025-03-10', '2025-08-01')
  fc.assert(
    fc.property(parts, left, days, (said, without, day) => {
      const context = contextOn(day)
      const there = new Map(context.units.map((unit) => [`${unit.code} ${unit.validFrom}`, unit]))
      const phrase = said.join('; ')
      const all = resolveAddressee(phrase, context)
      for (const { code, validFrom, name } of [all, ...all.alternatives].flatMap(({ units }) => units)) {
        const unit = there.get(`${code} ${validFrom}`)
        assert.equal(unit?.fullName, name)
        assert.ok((unit?.validFrom ?? '') <= day && day <= (unit?.validTo ?? '9999'))
      }
      const less = resolveAddressee(`${phrase} (trừ ${without})`, context)
      const codes = new Set(all.units.map(({ code }) => code))
      for (const { code } of less.units)
        assert.ok(codes.has(code), `${phrase} (trừ ${without}) added ${code}`)
    }),
    { numRuns: 150 },
  )
})
