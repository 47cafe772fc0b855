/** Writing in the paragraphs of a draft. */
import { makeWords } from './language.tsx'

export const bodyWords = makeWords(
  {
    keys: 'Enter: đoạn mới · Tab, Shift+Tab: xuống, lên một cấp · Alt+↑ ↓: chuyển đoạn · Ctrl+Z, Ctrl+Y: hoàn tác, làm lại · Esc: ra thanh công cụ',
    empty: 'Chưa có đoạn nào. Thêm một đoạn rồi viết, hoặc dán cả bài từ tệp khác vào đó.',
    tools: 'Công cụ của đoạn',
    toolsOf: (number: number) => `Công cụ của đoạn ${number}`,
    undo: 'Hoàn tác',
    redo: 'Làm lại',
    choiceOf: (number: number) => `Chọn cho đoạn ${number}`,
    choice: {
      both: 'Người khác cũng sửa đoạn này thành:',
      'they-removed': 'Người khác đã bỏ đoạn anh/chị đang sửa.',
      'i-removed': 'Đoạn anh/chị đã bỏ, người khác vừa sửa.',
    },
    take: {
      both: { mine: 'Giữ chữ của tôi', theirs: 'Lấy chữ người kia', both: 'Giữ cả hai' },
      'they-removed': { mine: 'Giữ đoạn này', theirs: 'Bỏ đoạn này', both: '' },
      'i-removed': { mine: 'Bỏ đoạn này', theirs: 'Giữ đoạn này', both: '' },
    },
    choices: (count: number) => `Còn ${count} đoạn hai người cùng sửa`,
    choicesHelp: 'Chọn từng đoạn rồi mới lưu được',
    toChoice: 'Đến đoạn phải chọn',
    theirs: (field: string) => `${field}, người kia viết:`,
    nothing: '(để trống)',
    annexes: 'Phụ lục',
    annex: (number: string | null, title: string) =>
      ['Phụ lục', number].filter(Boolean).join(' ') + (title ? `: ${title}` : ''),
  },
  {
    keys: 'Enter: new paragraph · Tab, Shift+Tab: a level down, up · Alt+↑ ↓: move · Ctrl+Z, Ctrl+Y: undo, redo · Esc: to the tools',
    empty: 'No paragraph yet. Add one and write, or paste a whole text into it.',
    tools: 'Tools of the paragraph',
    toolsOf: (number: number) => `Tools of paragraph ${number}`,
    undo: 'Undo',
    redo: 'Redo',
    choiceOf: (number: number) => `Choose for paragraph ${number}`,
    choice: {
      both: 'Somebody else changed this paragraph too, to:',
      'they-removed': 'Somebody else took out the paragraph you changed.',
      'i-removed': 'You took this paragraph out; somebody else has just changed it.',
    },
    take: {
      both: { mine: 'Keep my words', theirs: 'Take theirs', both: 'Keep both' },
      'they-removed': { mine: 'Keep it', theirs: 'Take it out', both: '' },
      'i-removed': { mine: 'Take it out', theirs: 'Keep it', both: '' },
    },
    choices: (count: number) => `${count} paragraphs that two people changed`,
    choicesHelp: 'Choose for each, then save',
    toChoice: 'To the paragraph to choose',
    theirs: (field: string) => `${field}, the other wrote:`,
    nothing: '(left empty)',
    annexes: 'Annexes',
    annex: (number: string | null, title: string) =>
      ['Annex', number].filter(Boolean).join(' ') + (title ? `: ${title}` : ''),
  },
)
