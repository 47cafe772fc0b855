/** Page numbers: Decree 30/2020/NĐ-CP, Appendix I, part I, mục I, khoản 7. */
import type { Paper, Rule } from './rule.ts'

const clause = 'Phụ lục I, phần I, mục I'

export const pageNumberRules: Rule[] = [
  {
    id: 'number.page-missing',
    clause: `${clause}, khoản 7`,
    severity: 'warning',
    fixes: false,
    wrong: { vi: 'Văn bản nhiều trang mà không đánh số trang.', en: 'Several pages without page numbers.' },
    mend: {
      vi: 'Chèn số trang ở giữa lề trên, từ trang 2.',
      en: 'Number the pages in the middle of the top margin, from page 2.',
    },
    find: (paper) => {
      const { look, text } = paper
      const several =
        look.source === 'docx' ? text.length > 6000 || look.sheets.length > 1 : hasSecondPage(paper)
      return several && showsPages(look.source) && look.numbers.length === 0 ? [{ span: null }] : []
    },
    passing: { of: 'report' },
    failing: { of: 'report', changes: [{ xml: 'PAGE', to: 'DATE', part: 'headers' }] },
  },
  {
    id: 'number.page-first',
    clause: `${clause}, khoản 7`,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Số trang hiện ở trang đầu; quy định không hiển thị số trang thứ nhất.',
      en: 'The number of the first page is shown; it is not to be.',
    },
    mend: {
      vi: 'Chọn “trang đầu khác” và để trống tiêu đề trang đầu.',
      en: 'Choose "different first page" and leave its header empty.',
    },
    find: ({ look }) =>
      look.numbers.some(({ onFirstPage }) => onFirstPage)
        ? [{ span: null, page: 1, mends: [{ kind: 'numbers', set: { notOnFirst: true } }] }]
        : [],
    passing: { of: 'report' },
    failing: { of: 'report', changes: [{ xml: '<w:titlePg/>', to: '' }] },
  },
  {
    id: 'number.page-place',
    clause: `${clause}, khoản 7`,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Số trang không đặt canh giữa ở lề trên.',
      en: 'Page numbers do not stand in the middle of the top margin.',
    },
    mend: { vi: 'Đặt số trang ở lề trên, canh giữa.', en: 'Put them into the top margin, centred.' },
    find: ({ look }) => {
      const wrong = look.numbers.find(({ place, centred }) => place !== 'top' || !centred)
      if (wrong === undefined) return []
      return [
        { span: null, mends: wrong.place === 'top' ? [{ kind: 'numbers', set: { centred: true } }] : [] },
      ]
    },
    passing: { of: 'report' },
    failing: {
      of: 'report',
      changes: [{ xml: '<w:jc w:val="center"/>', to: '<w:jc w:val="right"/>', part: 'headers' }],
    },
  },
  {
    id: 'number.page-size',
    clause: `${clause}, khoản 7`,
    severity: 'warning',
    fixes: true,
    wrong: {
      vi: 'Số trang cỡ chữ {found} hoặc không đứng; quy định cỡ 13–14, kiểu chữ đứng.',
      en: 'Page numbers are of size {found} or not upright; 13–14, upright, is asked for.',
    },
    mend: { vi: 'Đặt số trang cỡ 13, đứng.', en: 'Set them to 13, upright.' },
    find: ({ look }) => {
      const wrong = look.numbers.find(
        ({ size, upright }) => !upright || (size !== null && (size < 12.6 || size > 14.4)),
      )
      return wrong === undefined
        ? []
        : [
            {
              span: null,
              found: String(wrong.size ?? '?').replace('.', ','),
              mends: [{ kind: 'numbers', set: { size: 13, upright: true } }],
            },
          ]
    },
    passing: { of: 'report' },
    failing: {
      of: 'report',
      changes: [{ xml: '<w:sz w:val="26"/>', to: '<w:sz w:val="20"/>', part: 'headers' }],
    },
  },
]

/** A page that is no first one: each annex begins to count anew. */
const hasSecondPage = ({ look, flat }: Paper): boolean =>
  (look.layout?.pages ?? []).some((_, at) => {
    const first = look.layout?.places.find(({ page }) => page === at + 1)
    return (
      at > 0 &&
      first !== undefined &&
      !/^\s*(?:phu luc|phu bieu|bieu)/.test(flat.slice(first.start, first.end))
    )
  })

const showsPages = (source: string): boolean => source === 'docx' || source === 'pdf'
