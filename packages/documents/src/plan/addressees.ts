/**
 * From the words after `Kính gửi` to the real units of a day (Decree 30/2020/NĐ-CP, Appendix I, part II, clause 9a: a group of
 * addressees may stand on one line). Names of kinds of bodies come from the directory itself: "Phòng Văn hóa và Thông tin
 * huyện A" minus "huyện A" is a kind, so no list of kinds is kept here.
 */
import { bodiesOf, type DirectoryBody, named, within } from './directory.ts'
import { exceptedFrom } from './exceptions.ts'
import { type PhraseWords, phraseWords } from './phrase-words.ts'
import { readPhrase } from './phrases.ts'
import type { DirectoryUnit, PlanAddressee, PlanContext, ResolvedUnit } from './plan-types.ts'

export type Resolution = Pick<PlanAddressee, 'units' | 'alternatives'>

/** Whether a unit exists on a day; both ends are inclusive. */
const isValidOn = (unit: DirectoryUnit, on: string): boolean =>
  (unit.validFrom === null || unit.validFrom <= on) && (unit.validTo === null || on <= unit.validTo)

/** Resolves one addressee phrase on the day of the context. Nothing found leaves `units` empty. */
export const resolveAddressee = (phrase: string, context: PlanContext): Resolution =>
  addresseeResolver(context)(phrase)

/** The same for all phrases of a dispatch: the directory is gone through once. */
export const addresseeResolver = ({ on, units, home }: PlanContext): ((phrase: string) => Resolution) => {
  const all = bodiesOf(units.filter((unit) => isValidOn(unit, on)))
  const near = within(all, all.find(({ unit }) => unit.code === home)?.unit)
  const read = { all, near, home }
  return (phrase) => {
    const said = phraseWords(phrase)
    const here = near.filter((entry) => named(entry, said.words))
    const single = here.length > 0 ? here : all.filter((entry) => named(entry, said.words))
    // One name that several bodies bear: whose it is, a person knows. What is left out narrows the offer, it never decides.
    if (single.length > 1) {
      const left = new Set(said.without.flatMap((words) => [...exceptedFrom(single, words, read)]))
      const offered = single.filter(({ unit }) => !left.has(unit))
      const alternatives = offered.map((entry) => ({
        reading: placeOf(entry, all),
        units: resolved([entry]),
      }))
      return { units: [], alternatives }
    }
    const { found, others } =
      single.length === 1 ? { found: single, others: [] } : readPhrase(said.words, read)
    return settled(said, found, others, read)
  }
}

const settled = (
  { without, isPart }: PhraseWords,
  found: DirectoryBody[],
  others: { reading: string; units: DirectoryBody[] }[],
  read: { all: DirectoryBody[]; near: DirectoryBody[]; home: string },
): Resolution => {
  const alternatives = (more: typeof others) =>
    more.map(({ reading, units }) => ({ reading, units: resolved(units) }))
  if (isPart && found.length > 1) {
    const reading = 'Tất cả đơn vị thuộc nhóm này; văn bản chỉ nêu một phần, theo danh sách hoặc phụ lục'
    return { units: [], alternatives: alternatives([{ reading, units: found }, ...others]) }
  }
  if (without.length === 0) return { units: resolved(found), alternatives: alternatives(others) }
  const parts = without.map((words) => exceptedFrom(found, words, read))
  const excepted = new Set(parts.flatMap((part) => [...part]))
  if (parts.some((part) => part.size === 0) && found.length > 0) {
    const reading = 'Tất cả, chưa trừ đơn vị nào: chưa đọc được phần ngoại trừ'
    return { units: [], alternatives: alternatives([{ reading, units: found }]) }
  }
  const kept = (list: DirectoryBody[]) => list.filter((entry) => !excepted.has(entry.unit))
  return {
    units: resolved(kept(found)),
    alternatives: alternatives(others.map(({ reading, units }) => ({ reading, units: kept(units) }))),
  }
}

const resolved = (bodies: DirectoryBody[]): ResolvedUnit[] =>
  bodies.map(({ unit }) => ({ code: unit.code, validFrom: unit.validFrom, name: unit.fullName }))

/** "UBND xã Cộng Hòa, UBND huyện Nam Sách": the name, and whose it is. */
const placeOf = ({ unit }: DirectoryBody, bodies: DirectoryBody[]): string => {
  const above = bodies.find((entry) => entry.unit.code === unit.parentCode)
  return above === undefined ? unit.fullName : `${unit.fullName} (${above.unit.fullName})`
}
