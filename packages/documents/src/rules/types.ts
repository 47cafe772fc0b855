/**
 * What the decree says of each type of document, as data: Decree 30/2020/NĐ-CP, Article 7 and Appendix III, part I. A new type
 * is a line here.
 */
import { fold } from '../read/fold.ts'

export interface TypeFacts {
  /** As written in a sentence. */
  name: string
  /** In the symbol (ô 3); null where the type has none. */
  abbreviation: string | null
  /** Whether "Kính gửi" (ô 9a) stands over the body. */
  addressed: 'must' | 'may' | 'never'
  /** How the list of recipients begins: "Như trên" or "Như Điều …". */
  firstRecipient: 'above' | 'article' | null
  /** How its body is numbered: Điều (A), or I. 1. a) (B). */
  scheme: 'A' | 'B' | 'any'
  /** Whom it is addressed to stands in words of its own: "… điện:", "kính mời". */
  ownAddress?: true
  /** Its day and place stand in its text, not in ô 4. */
  undated?: true
  /** Filled forms (biên bản, giấy …): no "./.", no list of recipients is asked for. */
  form?: true
}

const named = (name: string, abbreviation: string | null, facts: Partial<TypeFacts> = {}): TypeFacts => ({
  name,
  abbreviation,
  addressed: 'never',
  firstRecipient: null,
  scheme: 'any',
  ...facts,
})

export const letterFacts: TypeFacts = named('Công văn', null, {
  addressed: 'must',
  firstRecipient: 'above',
})

/** Longest names first, where one begins like another. */
export const typeFacts: TypeFacts[] = [
  letterFacts,
  named('Nghị quyết', 'NQ', { firstRecipient: 'article', scheme: 'A' }),
  named('Quyết định', 'QĐ', { firstRecipient: 'article', scheme: 'A' }),
  named('Chỉ thị', 'CT'),
  named('Quy chế', 'QC', { scheme: 'A' }),
  named('Quy định', 'QyĐ', { scheme: 'A' }),
  named('Thông cáo', 'TC'),
  named('Thông báo', 'TB', { addressed: 'may' }),
  named('Hướng dẫn', 'HD', { addressed: 'may' }),
  named('Chương trình', 'CTr'),
  named('Kế hoạch', 'KH'),
  named('Phương án', 'PA'),
  named('Đề án', 'ĐA'),
  named('Dự án', 'DA'),
  named('Báo cáo', 'BC', { addressed: 'may' }),
  named('Biên bản', 'BB', { form: true, undated: true }),
  named('Tờ trình', 'TTr', { addressed: 'must' }),
  named('Hợp đồng', 'HĐ', { form: true }),
  named('Công điện', 'CĐ', { addressed: 'may', ownAddress: true }),
  named('Bản ghi nhớ', 'BGN', { form: true }),
  named('Bản thỏa thuận', 'BTT', { form: true }),
  named('Giấy ủy quyền', 'GUQ', { form: true }),
  named('Giấy mời', 'GM', { addressed: 'may', ownAddress: true }),
  named('Giấy giới thiệu', 'GGT', { addressed: 'may', form: true }),
  named('Giấy nghỉ phép', 'GNP', { form: true }),
  named('Phiếu gửi', 'PG', { addressed: 'may', form: true }),
  named('Phiếu chuyển', 'PC', { addressed: 'may', form: true }),
  named('Phiếu báo', 'PB', { addressed: 'may', form: true }),
  named('Thư công', null, { addressed: 'may', form: true }),
  named('Sao y', 'SY', { form: true }),
  named('Sao lục', 'SL', { form: true }),
  named('Trích sao', 'TrS', { form: true }),
]

/** A text that is of no type of the decree: nothing is asked of it but what all have. */
export const otherFacts: TypeFacts = named('Văn bản', null, { addressed: 'may', form: true })

const byTitle = typeFacts.slice(1).map((facts) => ({ flat: fold(facts.name), facts }))

/** The type that a folded line names, alone or at its beginning. */
export const typeOfLine = (flat: string): TypeFacts | null =>
  byTitle.find(({ flat: name }) => flat.startsWith(name) && !/^[a-z0-9]/.test(flat.slice(name.length)))
    ?.facts ?? null

export const typeByAbbreviation = (abbreviation: string): TypeFacts | null =>
  typeFacts.find((facts) => facts.abbreviation?.toUpperCase() === abbreviation.toUpperCase()) ?? null
