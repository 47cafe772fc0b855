/**
 * Which rules a document follows. Party documents keep to Hướng dẫn 36-HD/VPTW, legislative ones to the law on them; they are
 * recognised and told so once, and the rules of Decree 30/2020/NĐ-CP are not laid on them (Article 1).
 */

import type { Look } from './look.ts'
import { isLegislative } from './number-rules.ts'
import type { Finding, Paper, Words } from './rule.ts'

export type Family = 'administrative' | 'party' | 'legislative' | 'earlier' | 'unknown'

/** From the day the decree is in force (Article 37); earlier documents keep to Circular 01/2011/TT-BNV. */
const inForce = '2020-03-05'

export const familyOf = ({ tree, parts, flat }: Paper): Family => {
  const symbol = parts.symbol?.text ?? ''
  const between = parts.number && parts.symbol ? tree.text.slice(parts.number.end, parts.symbol.start) : ''
  const isUnion = parts.motto === null && unions.test(flat.slice(0, parts.body.start))
  if (parts.party || isUnion || (/^\s*-/.test(between) && /^\p{Lu}[\p{L}]{0,3}\//u.test(symbol)))
    return 'party'
  const isLaw = /^(?:luat|nghi dinh|thong tu)$/m.test(
    flat.slice(0, parts.body.start).replace(/[ \t]+$/gm, ''),
  )
  if (isLegislative(symbol) || isLaw) return 'legislative'
  if (tree.date !== null && tree.date < inForce.slice(0, tree.date.length)) return 'earlier'
  return 'administrative'
}

/** Political and social organisations have rules of their own, near to those of the Party. */
const unions =
  /(?:^|\n)[^\n]{0,40}(?:doan tncs|doan thanh nien cong san|mat tran to quoc|lien doan lao dong|hoi lien hiep phu nu|hoi nong dan|hoi cuu chien binh)/

const told: Partial<Record<Family, { clause: string; wrong: Words; mend: Words }>> = {
  party: {
    clause: 'Hướng dẫn 36-HD/VPTW',
    wrong: {
      vi: 'Văn bản của Đảng, tổ chức chính trị - xã hội: theo quy định riêng, không soát theo Nghị định 30.',
      en: 'A document of the Party or a political organisation: it follows rules of its own and is not checked against Decree 30.',
    },
    mend: { vi: 'Không phải sửa theo Nghị định 30.', en: 'Nothing to mend by Decree 30.' },
  },
  legislative: {
    clause: 'Điều 1 khoản 2',
    wrong: {
      vi: 'Văn bản quy phạm pháp luật: theo quy định riêng, không soát theo Nghị định 30.',
      en: 'A legislative document: it follows rules of its own and is not checked against Decree 30.',
    },
    mend: {
      vi: 'Soát theo quy định về văn bản quy phạm pháp luật.',
      en: 'Check it by the rules on legislative documents.',
    },
  },
  earlier: {
    clause: 'Điều 37',
    wrong: {
      vi: 'Ban hành trước ngày 05/3/2020, khi Nghị định 30 chưa có hiệu lực; không soát.',
      en: 'Issued before 5 March 2020, when Decree 30 came into force; not checked.',
    },
    mend: { vi: 'Không phải sửa.', en: 'Nothing to mend.' },
  },
}

/** One finding for a document of other rules, or for a file that does not show its form. */
export const familyFinding = (family: Family, look: Look): Finding[] => {
  const info = (
    rule: string,
    { clause, wrong, mend }: { clause: string; wrong: Words; mend: Words },
  ): Finding => ({ rule, clause, severity: 'info', wrong, mend, place: null, fixable: false, mends: [] })
  const other = told[family]
  if (other) return [info(`family.${family}`, other)]
  if (look.stretches.length > 0) return []
  return [
    info('file.no-form', {
      clause: 'Phụ lục I, phần I',
      wrong:
        look.source === 'scan'
          ? {
              vi: 'Chữ do máy đọc từ ảnh: không rõ phông, cỡ chữ, lề, dấu câu; chỉ soát ngày tháng và viện dẫn.',
              en: 'Read from a picture by a machine: fonts, sizes, margins and marks are not certain; only dates and citations are checked.',
            }
          : look.source === 'pdf'
            ? {
                vi: 'PDF này không ghi tên phông; không soát được phông, cỡ và kiểu chữ.',
                en: 'This PDF does not name its fonts; font, size and style are not checked.',
              }
            : {
                vi: 'Tệp này không cho biết phông, cỡ chữ, lề; chỉ soát phần chữ.',
                en: 'This file does not tell fonts, sizes and margins; only the words are checked.',
              },
      mend: {
        vi: 'Soát bản .docx hoặc .pdf gốc để xét cả hình thức.',
        en: 'Check the original .docx or .pdf to see the form as well.',
      },
    }),
  ]
}
