import { makeWords } from './language.tsx'

export const thenTodayWords = makeWords(
  {
    label: 'Tính theo đơn vị',
    asOfThen: 'Đơn vị khi đó',
    today: 'Đơn vị hôm nay',
  },
  {
    label: 'Count by units',
    asOfThen: 'Units as of then',
    today: 'Units of today',
  },
)
