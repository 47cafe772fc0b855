import { makeWords } from './language.tsx'

/** On every issued dispatch; the words of the acts themselves come when they are opened. */
export const recallHeadWords = makeWords(
  {
    title: 'Thu hồi, cập nhật, thay thế',
    recalled: (when: string, who: string) => `Đã thu hồi ${when}${who ? `, ${who}` : ''}.`,
    reason: (reason: string) => `Lý do: ${reason}`,
    outside: (waiting: string, handed: string, refused: string) =>
      `Qua liên thông: ${waiting} chờ gửi, ${handed} đã trao, ${refused} bị từ chối`,
    line: 'Văn bản liên quan, từ trên xuống',
    lineHere: 'văn bản này',
    lineUnits: (count: string) => `gửi ${count} đơn vị`,
    lineRecalled: 'đã thu hồi',
    noCode: 'chưa có số',
  },
  {
    title: 'Recall, update, replace',
    recalled: (when: string, who: string) => `Recalled ${when}${who ? `, ${who}` : ''}.`,
    reason: (reason: string) => `Reason: ${reason}`,
    outside: (waiting: string, handed: string, refused: string) =>
      `By connections: ${waiting} waiting, ${handed} handed over, ${refused} refused`,
    line: 'The line it stands in, from above',
    lineHere: 'this dispatch',
    lineUnits: (count: string) => `to ${count} units`,
    lineRecalled: 'recalled',
    noCode: 'no number',
  },
)
