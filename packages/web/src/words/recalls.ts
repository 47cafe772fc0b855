import type { happenedKinds } from '@loa/contract/recalls'
import { makeWords } from './language.tsx'

type Kinds = Record<(typeof happenedKinds)[number], (count: string) => string>

export const recallWords = makeWords(
  {
    recall: 'Thu hồi văn bản',
    update: 'Gửi cập nhật',
    recallLabel: 'Lý do thu hồi',
    recallHelp:
      'Mọi đơn vị nhận đọc đúng câu này, xóa văn bản và báo lại. Đợt, việc và dự thảo lập theo văn bản dừng ngay; việc đã làm giữ nguyên.',
    updateLabel: 'Nội dung cập nhật',
    updateHelp:
      'Mọi đơn vị nhận được báo và trả lời. Văn bản đã ban hành không đổi; sửa nội dung thì ban hành văn bản đính chính hoặc thay thế.',
    recalled: (when: string, who: string) => `Đã thu hồi ${when}${who ? `, ${who}` : ''}.`,
    reason: (reason: string) => `Lý do: ${reason}`,
    answers: (asked: string, agreed: string, refused: string) =>
      `${asked} đơn vị chưa trả lời, ${agreed} đã đồng ý, ${refused} từ chối`,
    happenedBefore: 'Đã có theo văn bản này',
    happenedAfter: 'Đã làm trước khi thu hồi, giữ nguyên',
    happened: {
      received: (count) => `${count} đơn vị đã tiếp nhận`,
      activities: (count) => `${count} hoạt động đã ghi`,
      reports: (count) => `${count} báo cáo đã nộp`,
      issued: (count) => `${count} văn bản cấp dưới đã ban hành theo nó`,
    } as Kinds,
    nothingHappened: 'Chưa đơn vị nào tiếp nhận.',
    replaces: (code: string) => `Thay thế văn bản số ${code}`,
    replacedBy: (code: string) => `Đã được thay thế bằng văn bản số ${code}`,
    noCode: 'chưa có số',
  },
  {
    recall: 'Recall the dispatch',
    update: 'Send an update',
    recallLabel: 'Reason for the recall',
    recallHelp:
      'Every receiver reads exactly this, deletes the dispatch and says so. Campaign, duties and drafts made from it stop at once; what was done stays.',
    updateLabel: 'What changed',
    updateHelp:
      'Every receiver is told and answers. What was issued does not change; to change it, issue a correction or a replacement.',
    recalled: (when: string, who: string) => `Recalled ${when}${who ? `, ${who}` : ''}.`,
    reason: (reason: string) => `Reason: ${reason}`,
    answers: (asked: string, agreed: string, refused: string) =>
      `${asked} have not answered, ${agreed} agreed, ${refused} refused`,
    happenedBefore: 'What has come of it',
    happenedAfter: 'Done before the recall, kept as it is',
    happened: {
      received: (count) => `${count} units received it`,
      activities: (count) => `${count} activities recorded`,
      reports: (count) => `${count} reports handed in`,
      issued: (count) => `${count} dispatches issued below it`,
    } as Kinds,
    nothingHappened: 'No unit has received it.',
    replaces: (code: string) => `Replaces ${code}`,
    replacedBy: (code: string) => `Replaced by ${code}`,
    noCode: 'no number',
  },
)
