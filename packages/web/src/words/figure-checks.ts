import type { FigureCheck } from '@loa/contract/figure-checks'
import { makeWords } from './language.tsx'

type Rule = FigureCheck['rule']
const vi: Record<Rule, (found: string, against: string, month: string) => string> = {
  jump: (found, against, month) => `Tháng ${month}: ${found}, tháng trước ${against}. Chênh hơn 3 lần.`,
  unproved: (found, against) => `Khai ${found}, có minh chứng ${against}. Hơn một nửa chưa có minh chứng.`,
  'hours-a-day': (found, against) => `${found} trong một ngày; nhiều nhất chỉ được ${against}.`,
  'visits-a-show': (found, against) =>
    `${found} lượt người; một buổi không quá 20.000, tức nhiều nhất ${against}.`,
  'runs-a-day': (found, against) =>
    `${found} lượt trong một ngày; số xe đã ghi chạy nhiều nhất ${against} lượt.`,
}
const en: Record<Rule, (found: string, against: string, month: string) => string> = {
  jump: (found, against, month) => `${month}: ${found}, the month before ${against}. More than threefold.`,
  unproved: (found, against) => `${found} declared, ${against} proved. More than half is shown by nothing.`,
  'hours-a-day': (found, against) => `${found} in one day; there can be ${against} at most.`,
  'visits-a-show': (found, against) => `${found} visits; a show has 20,000 at most, here ${against}.`,
  'runs-a-day': (found, against) =>
    `${found} runs in one day; the cars that were named make ${against} at most.`,
}

export const figureCheckWords = makeWords(
  {
    title: 'Kiểm tra số liệu',
    state: (count: string) => `${count} chỗ chờ trả lời`,
    show: 'Hiện',
    open: 'Chờ trả lời',
    answered: 'Đã trả lời',
    rules: vi,
    toActivity: 'Mở hoạt động',
    toFigure: 'Mở số liệu',
    right: 'Số đúng',
    mended: 'Đã sửa',
    why: 'Đúng, vì',
    whyHelp: 'Câu này được giữ lại cùng số; khi số không đổi thì không hỏi lại.',
    save: 'Ghi câu trả lời',
    saidRight: (note: string) => `Đúng, vì: ${note}`,
    saidMended: 'Đã sửa',
    byAt: (name: string, when: string) => `${name}, ${when}`,
    empty: 'Không có chỗ nào cần trả lời',
    emptyHelp:
      'Máy so từng tháng với tháng trước, số khai với số có minh chứng, và nêu số lớn quá mức có thể.',
    emptyAnswered: 'Chưa có câu trả lời nào',
    toBoard: 'Về bảng theo dõi',
  },
  {
    title: 'Checks of figures',
    state: (count: string) => `${count} to answer`,
    show: 'Show',
    open: 'To answer',
    answered: 'Answered',
    rules: en,
    toActivity: 'Open the activity',
    toFigure: 'Open the figure',
    right: 'It is right',
    mended: 'Put right',
    why: 'Right, because',
    whyHelp: 'Kept with the number; it is not asked again while the number stands.',
    save: 'Save the answer',
    saidRight: (note: string) => `Right, because: ${note}`,
    saidMended: 'Put right',
    byAt: (name: string, when: string) => `${name}, ${when}`,
    empty: 'Nothing to answer',
    emptyHelp:
      'Each month is held against the one before, what is declared against what is proved, and numbers larger than there can be are named.',
    emptyAnswered: 'No answers yet',
    toBoard: 'Back to the board',
  },
)
