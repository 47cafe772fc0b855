import { makeWords } from './language.tsx'

/** Words of what does not keep to Decree 30; what each rule says comes with the finding, in both languages. */
export const findingWords = makeWords(
  {
    title: 'Thể thức',
    decree: 'Nghị định 30/2020/NĐ-CP',
    checking: 'đang soát',
    none: 'không thấy chỗ nào trái Nghị định 30',
    count: (error: number, warning: number, info: number) =>
      [
        error > 0 ? `${error} chỗ sai, thiếu` : '',
        warning > 0 ? `${warning} chỗ sai thể thức` : '',
        info > 0 ? `${info} chỗ nên xem lại` : '',
      ]
        .filter(Boolean)
        .join(', '),
    aside: (count: number) => `đã gác lại ${count}`,
    severity: { error: 'Sai, thiếu', warning: 'Sai thể thức', info: 'Nên xem lại' },
    ofSaved: 'Soát theo bản đã lưu; lưu dự thảo để soát lại.',
    mayGoOn: 'Vẫn trình được; người duyệt cũng thấy các nhận xét này.',
    mend: 'Sửa',
    clause: 'Căn cứ',
    words: 'Tại',
    toField: 'Đến ô soạn',
    putAside: 'Gác lại',
    putAsideOf: (wrong: string) => `Gác lại: ${wrong}`,
    reason: 'Vì sao để nguyên',
    reasonHelp: 'Ghi lại cùng tên anh/chị; người duyệt đọc được',
    keep: 'Gác lại nhận xét',
    takeUp: 'Xét lại',
    takeUpOf: (wrong: string) => `Xét lại: ${wrong}`,
    by: (name: string, instant: string) => `${name} gác lại ${instant}`,
    somebody: 'Người khác',
    sign: (number: number, severity: string, wrong: string) => `Nhận xét ${number}, ${severity}: ${wrong}`,
  },
  {
    title: 'Form',
    decree: 'Decree 30/2020/NĐ-CP',
    checking: 'being checked',
    none: 'nothing against Decree 30 was found',
    count: (error: number, warning: number, info: number) =>
      [
        error > 0 ? `${error} wrong or missing` : '',
        warning > 0 ? `${warning} against the form` : '',
        info > 0 ? `${info} worth a look` : '',
      ]
        .filter(Boolean)
        .join(', '),
    aside: (count: number) => `${count} put aside`,
    severity: { error: 'Wrong or missing', warning: 'Against the form', info: 'Worth a look' },
    ofSaved: 'Checked as last saved; save the draft to have it checked again.',
    mayGoOn: 'It can be handed up all the same; who approves it sees this too.',
    mend: 'Mend',
    clause: 'Clause',
    words: 'At',
    toField: 'To its field',
    putAside: 'Put aside',
    putAsideOf: (wrong: string) => `Put aside: ${wrong}`,
    reason: 'Why it stays',
    reasonHelp: 'Kept with your name; who approves reads it',
    keep: 'Put the finding aside',
    takeUp: 'Look at it again',
    takeUpOf: (wrong: string) => `Look again: ${wrong}`,
    by: (name: string, instant: string) => `${name} put it aside ${instant}`,
    somebody: 'Somebody',
    sign: (number: number, severity: string, wrong: string) => `Finding ${number}, ${severity}: ${wrong}`,
  },
)
