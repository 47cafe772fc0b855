/** Builds docx dispatches for tests and benchmarks as offices do: head and foot as tables without borders, real numbering. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'

export interface Item {
  text: string
  /** Automatic numbering: 0 is `1.`, 1 is `a)`, 2 is `-`. */
  level?: 0 | 1 | 2
  bold?: boolean
}

export interface Dispatch {
  left: string[]
  right: string[]
  /** Title and trích yếu of a named type. */
  title?: string[]
  addressees?: string[]
  body: (Item | { rows: string[][] })[]
  recipients: string[]
  signature: string[]
  headerText?: string
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const borderless = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

/** Offices set font and size on every run, and Word cuts runs wherever something was typed later. */
const runs = (text: string, bold: boolean, size = 28) =>
  (text.match(/.{1,60}(?:\s|$)|.+/g) ?? []).map(
    (part) => new TextRun({ text: part, bold, size, font: 'Times New Roman', language: { value: 'vi-VN' } }),
  )

const centred = (text: string, bold = false) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0 },
    children: runs(text, bold, 26),
  })

const left = (text: string, size = 28) =>
  new Paragraph({ spacing: { after: 60 }, children: runs(text, false, size) })

const columns = (first: Paragraph[], second: Paragraph[]) =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: borderless,
    rows: [
      new TableRow({ children: [new TableCell({ children: first }), new TableCell({ children: second })] }),
    ],
  })

const bodyPart = (part: Item | { rows: string[][] }) =>
  'rows' in part
    ? new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: part.rows.map(
          (row) =>
            new TableRow({ children: row.map((text) => new TableCell({ children: [left(text, 24)] })) }),
        ),
      })
    : new Paragraph({
        ...(part.level === undefined ? {} : { numbering: { reference: 'items', level: part.level } }),
        alignment: AlignmentType.JUSTIFIED,
        spacing: { before: 60, after: 60, line: 288 },
        indent: { firstLine: 720 },
        children: runs(part.text, part.bold ?? false),
      })

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.LEFT,
})

export const buildDocx = async (dispatch: Dispatch): Promise<Uint8Array> => {
  const {
    left: leftHead,
    right: rightHead,
    title = [],
    addressees = [],
    body,
    recipients,
    signature,
    headerText,
  } = dispatch
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'items',
          levels: [
            level(0, LevelFormat.DECIMAL, '%1.'),
            level(1, LevelFormat.LOWER_LETTER, '%2)'),
            level(2, LevelFormat.BULLET, '-'),
          ],
        },
      ],
    },
    sections: [
      {
        ...(headerText === undefined
          ? {}
          : { headers: { default: new Header({ children: [new Paragraph(headerText)] }) } }),
        footers: { default: new Footer({ children: [new Paragraph('Trang cuối')] }) },
        children: [
          columns(
            leftHead.map((text) => centred(text)),
            rightHead.map((text) => centred(text, true)),
          ),
          new Paragraph(''),
          ...title.map((text) => centred(text, true)),
          ...addressees.map((text) => left(text)),
          new Paragraph(''),
          ...body.map(bodyPart),
          new Paragraph(''),
          columns(
            [left('Nơi nhận:', 24), ...recipients.map((text) => left(text, 22))],
            signature.map((text) => centred(text, true)),
          ),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

/** An invented dispatch that most tests start from. */
export const waterDispatch: Dispatch = {
  left: [
    'UBND TỈNH ĐỒNG MÂY',
    'SỞ Y TẾ',
    'Số: 312/SYT-NVY',
    'V/v tuyên truyền Tuần lễ',
    'nước sạch và vệ sinh môi trường',
  ],
  right: [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Đồng Mây, ngày 19 tháng 4 năm 2023',
  ],
  addressees: ['Kính gửi:', '- Trung tâm Kiểm soát bệnh tật tỉnh;', '- Trung tâm Y tế các huyện, thành phố.'],
  body: [
    {
      text: 'Căn cứ Công văn số 655/MT-NS ngày 06/4/2023 của Cục Quản lý môi trường y tế về Tuần lễ quốc gia nước sạch, Sở Y tế đề nghị các đơn vị thực hiện:',
    },
    { text: 'Nội dung tuyên truyền', level: 0, bold: true },
    { text: 'Sử dụng nước sạch, rửa tay bằng xà phòng.', level: 1 },
    { text: 'Bảo quản bể chứa nước trong mùa lũ.', level: 1 },
    { text: 'Tổ chức thực hiện', level: 0, bold: true },
    { text: 'Treo pa nô, áp phích tại trạm y tế xã.', level: 2 },
    { text: 'Báo cáo kết quả về Sở Y tế trước ngày 15/5/2023./.', level: 2 },
  ],
  recipients: ['- Như trên;', '- Giám đốc Sở (để b/c);', '- Lưu: VT, NVY.'],
  signature: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', '', '', 'Hà Thị Mỵ'],
}
