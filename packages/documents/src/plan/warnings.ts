/** What a person should look at before the plan counts. */
import type { DocumentTree } from '../document.ts'
import type { Plan, PlanAddressee, PlanDeadline } from './plan-types.ts'
import { sourceOfField } from './source.ts'

type Warning = Plan['warnings'][number]

/** What a person should look at in the reading itself. */
export const readingWarnings = (tree: DocumentTree): Warning[] => {
  const warnings: Warning[] = []
  if (tree.number === null) {
    warnings.push({
      code: 'number.missing',
      text: 'Văn bản chưa có số.',
      source: sourceOfField(tree, 'symbol'),
    })
  }
  if (tree.date === null || tree.date.length < 10) {
    const text = 'Ngày, tháng, năm của văn bản chưa đủ.'
    warnings.push({ code: 'date.incomplete', text, source: sourceOfField(tree, 'date') })
  }
  const archive = archiveWarning(tree)
  if (archive !== null) warnings.push(archive)
  return warnings
}

export const readWarnings = (
  tree: DocumentTree,
  addressees: PlanAddressee[],
  deadlines: PlanDeadline[],
): Warning[] => {
  const warnings = readingWarnings(tree)
  for (const { text, units, source } of addressees) {
    if (units.length > 0) continue
    warnings.push({
      code: 'addressee.unresolved',
      text: `Chưa xác định được đơn vị nhận: “${text}”.`,
      source,
    })
  }
  if (deadlines.length === 0) {
    warnings.push({ code: 'deadline.none', text: 'Văn bản không nêu thời hạn.', source: null })
  }
  return warnings
}

/**
 * The archive line names the drafting unit as the symbol does (Decree 30/2020/NĐ-CP, Appendix I, part II, clauses 3 and
 * 9b). Only a công văn carries its unit in the symbol.
 */
const archiveWarning = (tree: DocumentTree): Warning | null => {
  const unit = /[-–]([^-–]+)$/.exec(tree.symbol ?? '')?.[1]
  if (tree.type !== 'cong-van' || unit === undefined || tree.archive === null) return null
  const units = tree.archive
    .replace(/^\S+?[\s:]+/u, '')
    .split(/[,;]/)
    .map((part) =>
      part
        .replace(/\(.*$/, '')
        .replace(/^\s*P\.\s*/, '')
        .replace(/[\s.]+$/, '')
        .trim(),
    )
    .filter((part) => part !== '' && !/^(?:VT|VP|HC|HCTH)$/iu.test(part))
  if (units.length === 0 || units.some((part) => part.startsWith(unit) || unit.startsWith(part))) return null
  const text = `Dòng lưu ghi “${units.join(', ')}”, khác với ký hiệu “${unit}”.`
  return { code: 'archive.differs-from-symbol', text, source: sourceOfField(tree, 'archive') }
}
