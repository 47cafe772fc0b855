/**
 * The styles of a DOCX, one for each box of the decree (Appendix I, part I, mục II), so that who goes on writing has them at hand. Parts
 * of the body are the word processor's own headings: they show in its navigation.
 */
import { declaration } from './xml.ts'

interface Style {
  id: string
  name: string
  /** In points. */
  size?: number
  bold?: boolean
  italic?: boolean
  align?: 'center' | 'both'
  /** In points. */
  before?: number
  after?: number
  firstLine?: boolean
  outline?: number
  basedOn?: string
}

export const styleIds = {
  state: 'QuocHieu',
  motto: 'TieuNgu',
  parentIssuer: 'CoQuanChuQuan',
  issuer: 'CoQuanBanHanh',
  code: 'SoKyHieu',
  placeAndDate: 'DiaDanhNgayThang',
  about: 'TrichYeuCongVan',
  urgency: 'DoKhan',
  circulation: 'PhamViLuuHanh',
  corner: 'ChuKySoBanSao',
  type: 'TenLoai',
  subject: 'TrichYeu',
  addressed: 'KinhGui',
  text: 'NoiDung',
  basis: 'CanCu',
  capitals: 'DongInHoa',
  part: 'Heading1',
  section: 'Heading2',
  clause: 'Heading3',
  cell: 'NoiDungBang',
  authority: 'QuyenHanChucVu',
  name: 'HoTen',
  received: 'NoiNhan',
  recipient: 'NoiNhanMuc',
  typist: 'NguoiSoanThao',
  contact: 'DiaChiLienHe',
  annex: 'PhuLuc',
  annexTitle: 'TenPhuLuc',
  attachedTo: 'KemTheo',
  pageNumber: 'SoTrang',
} as const

const styles: Style[] = [
  { id: styleIds.state, name: 'Quốc hiệu', size: 12, bold: true, align: 'center' },
  { id: styleIds.motto, name: 'Tiêu ngữ', size: 13, bold: true, align: 'center' },
  { id: styleIds.parentIssuer, name: 'Cơ quan chủ quản', size: 12, align: 'center' },
  { id: styleIds.issuer, name: 'Cơ quan ban hành', size: 12, bold: true, align: 'center' },
  { id: styleIds.code, name: 'Số, ký hiệu', size: 13, align: 'center', before: 3 },
  {
    id: styleIds.placeAndDate,
    name: 'Địa danh, ngày tháng',
    size: 13,
    italic: true,
    align: 'center',
    before: 3,
  },
  { id: styleIds.about, name: 'Trích yếu công văn', size: 12, align: 'center', before: 6 },
  { id: styleIds.urgency, name: 'Độ khẩn', size: 13, bold: true, align: 'center', before: 5, after: 5 },
  { id: styleIds.circulation, name: 'Phạm vi lưu hành', size: 13, bold: true, align: 'center' },
  { id: styleIds.corner, name: 'Chữ ký số bản sao', size: 10 },
  { id: styleIds.type, name: 'Tên loại', size: 14, bold: true, align: 'center', before: 12 },
  { id: styleIds.subject, name: 'Trích yếu', size: 14, bold: true, align: 'center', before: 3 },
  { id: styleIds.addressed, name: 'Kính gửi', size: 14 },
  { id: styleIds.text, name: 'Nội dung', size: 14, align: 'both', after: 6, firstLine: true },
  { id: styleIds.basis, name: 'Căn cứ', italic: true, basedOn: styleIds.text },
  { id: styleIds.capitals, name: 'Dòng in hoa', size: 14, bold: true, align: 'center', after: 6 },
  { id: styleIds.part, name: 'heading 1', size: 14, bold: true, align: 'center', after: 6, outline: 0 },
  { id: styleIds.section, name: 'heading 2', bold: true, outline: 1, basedOn: styleIds.text },
  { id: styleIds.clause, name: 'heading 3', bold: true, outline: 2, basedOn: styleIds.text },
  { id: styleIds.cell, name: 'Nội dung bảng', size: 13 },
  { id: styleIds.authority, name: 'Quyền hạn, chức vụ', size: 14, bold: true, align: 'center', after: 75 },
  { id: styleIds.name, name: 'Họ tên', size: 14, bold: true, align: 'center' },
  { id: styleIds.received, name: 'Nơi nhận', size: 12, bold: true, italic: true },
  { id: styleIds.recipient, name: 'Nơi nhận, mục', size: 11 },
  { id: styleIds.typist, name: 'Người soạn thảo', size: 11, before: 4 },
  { id: styleIds.contact, name: 'Địa chỉ liên hệ', size: 11, align: 'center' },
  { id: styleIds.annex, name: 'Phụ lục', size: 14, bold: true, align: 'center' },
  { id: styleIds.annexTitle, name: 'Tên phụ lục', size: 14, bold: true, align: 'center', before: 4 },
  { id: styleIds.attachedTo, name: 'Kèm theo', size: 14, italic: true, align: 'center', before: 4 },
  { id: styleIds.pageNumber, name: 'Số trang', size: 13, align: 'center' },
]

/** What a style gives a run by itself. */
export const styleLook = (id: string): { bold: boolean; italic: boolean } => {
  const style = styles.find((one) => one.id === id)
  return { bold: Boolean(style?.bold), italic: Boolean(style?.italic) }
}

const styleXml = ({
  id,
  name,
  size,
  bold,
  italic,
  align,
  before,
  after,
  firstLine,
  outline,
  basedOn,
}: Style): string =>
  [
    `<w:style w:type="paragraph" w:styleId="${id}"${name.startsWith('heading') ? '' : ' w:customStyle="1"'}>`,
    `<w:name w:val="${name}"/><w:basedOn w:val="${basedOn ?? 'Normal'}"/><w:qFormat/><w:pPr>`,
    before || after ? `<w:spacing w:before="${(before ?? 0) * 20}" w:after="${(after ?? 0) * 20}"/>` : '',
    firstLine ? '<w:ind w:firstLine="720"/>' : '',
    align ? `<w:jc w:val="${align}"/>` : '',
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
    '</w:pPr><w:rPr>',
    bold ? '<w:b/>' : '',
    italic ? '<w:i/>' : '',
    size ? `<w:sz w:val="${size * 2}"/><w:szCs w:val="${size * 2}"/>` : '',
    '</w:rPr></w:style>',
  ].join('')

export const stylesXml: string = [
  declaration,
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>',
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>',
  '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN"/></w:rPr></w:rPrDefault>',
  '<w:pPrDefault/></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>',
  '<w:pPr><w:widowControl/></w:pPr></w:style>',
  ...styles.map(styleXml),
  '</w:styles>',
].join('')
