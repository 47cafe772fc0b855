/**
 * What the decree says of each type of document, as data: Decree 30/2020/NĐ-CP, Article 7 and Appendix III, part I. Names and
 * abbreviations are those of `named-types.ts`.
 */
import { copyNames, namedTypes } from '../named-types.ts'
import { fold } from '../read/fold.ts'

export interface TypeFacts {
  /** As written in a sentence. */
  name: string
  /** In the symbol (ô 3); null where the type has none. */
  abbreviation: string | null
  /** Whether "Kính gửi" (ô 9a) stands over the body. */
  addressed: 'must' | 'may' | 'never'
  /** Its list of recipients begins with "Như Điều …". */
  firstRecipient?: 'article'
  /** Whom it is addressed to stands in words of its own: "… điện:", "kính mời". */
  ownAddress?: true
  /** Its day and place stand in its text, not in ô 4. */
  undated?: true
  /** Filled forms (biên bản, giấy …): no "./.", no list of recipients is asked for. */
  form?: true
}

/** What is asked of a type besides what all have, by its name in `named-types.ts`. */
const asked: Record<string, Partial<TypeFacts>> = {
  'Công văn': { addressed: 'must' },
  'Nghị quyết': { firstRecipient: 'article' },
  'Quyết định': { firstRecipient: 'article' },
  'Thông báo': { addressed: 'may' },
  'Hướng dẫn': { addressed: 'may' },
  'Báo cáo': { addressed: 'may' },
  'Biên bản': { form: true, undated: true },
  'Tờ trình': { addressed: 'must' },
  'Hợp đồng': { form: true },
  'Công điện': { addressed: 'may', ownAddress: true },
  'Bản ghi nhớ': { form: true },
  'Bản thỏa thuận': { form: true },
  'Giấy ủy quyền': { form: true },
  'Giấy mời': { addressed: 'may', ownAddress: true },
  'Giấy giới thiệu': { addressed: 'may', form: true },
  'Giấy nghỉ phép': { form: true },
  'Phiếu gửi': { addressed: 'may', form: true },
  'Phiếu chuyển': { addressed: 'may', form: true },
  'Phiếu báo': { addressed: 'may', form: true },
  'Thư công': { addressed: 'may', form: true },
}

const factsOf = ({ name, abbreviation }: Pick<TypeFacts, 'name' | 'abbreviation'>): TypeFacts => ({
  name,
  abbreviation,
  addressed: 'never',
  ...asked[name],
})

export const letterFacts: TypeFacts = factsOf({ name: 'Công văn', abbreviation: null })

/** A text that is of no type of the decree: nothing is asked of it but what all have. */
export const otherFacts: TypeFacts = { name: 'Văn bản', abbreviation: null, addressed: 'may', form: true }

export const typeFacts: TypeFacts[] = [
  ...namedTypes.map(factsOf),
  ...Object.values(copyNames).map((copy) => ({ ...factsOf(copy), form: true as const })),
]

const byTitle = typeFacts
  .filter(({ name }) => name !== letterFacts.name)
  .map((facts) => ({ flat: fold(facts.name), facts }))

/** The type that a folded line names, alone or at its beginning. */
export const typeOfLine = (flat: string): TypeFacts | null =>
  byTitle.find(({ flat: name }) => flat.startsWith(name) && !/^[a-z0-9]/.test(flat.slice(name.length)))
    ?.facts ?? null

export const typeByAbbreviation = (abbreviation: string): TypeFacts | null =>
  typeFacts.find((facts) => facts.abbreviation?.toUpperCase() === abbreviation.toUpperCase()) ?? null
