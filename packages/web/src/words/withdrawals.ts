import { makeWords } from './language.tsx'

export const withdrawalWords = makeWords(
  {
    withdraw: 'Rút',
    withdrawPhoto: (place: string) => `Rút ảnh tại ${place}`,
    withdrawFile: (name: string) => `Rút tệp ${name}`,
    reason: 'Lý do rút',
    reasonHelp: 'Minh chứng vẫn lưu và vẫn xem được, nhưng không còn chứng minh cho số nào.',
    save: 'Rút minh chứng',
    withdrawn: 'Đã rút',
    said: (reason: string, by: string, when: string) => `${reason} (${by}, ${when})`,
  },
  {
    withdraw: 'Withdraw',
    withdrawPhoto: (place: string) => `Withdraw the photo at ${place}`,
    withdrawFile: (name: string) => `Withdraw the file ${name}`,
    reason: 'Reason',
    reasonHelp: 'It stays stored and can be seen, and proves no number any more.',
    save: 'Withdraw the evidence',
    withdrawn: 'Withdrawn',
    said: (reason: string, by: string, when: string) => `${reason} (${by}, ${when})`,
  },
)
