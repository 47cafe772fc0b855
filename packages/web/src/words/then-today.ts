import { makeWords } from './language.tsx'

export const thenTodayWords = makeWords(
  {
    label: 'Tính theo đơn vị',
    asOfThen: 'Đơn vị khi đó',
    today: 'Đơn vị hôm nay',
    now: (unit: string) => `nay: ${unit}`,
    formerly: (units: string) => `gồm: ${units}`,
    undecided: 'đã chia, chưa chọn nơi làm tiếp',
    equal: 'Cộng theo đơn vị khi đó và theo đơn vị hôm nay bằng nhau.',
    undecidedUnits: (count: string) =>
      `${count} đơn vị đã chia hoặc bãi bỏ mà chưa chọn đơn vị làm tiếp phần việc; số liệu của các đơn vị này vẫn tính dưới tên cũ.`,
    choose: 'Chọn đơn vị làm tiếp',
    holder: (unit: string) => `Nay do ${unit} làm tiếp`,
  },
  {
    label: 'Count by units',
    asOfThen: 'Units as of then',
    today: 'Units of today',
    now: (unit: string) => `now: ${unit}`,
    formerly: (units: string) => `of: ${units}`,
    undecided: 'divided, nobody chosen yet',
    equal: 'The sums by units of then and by units of today are equal.',
    undecidedUnits: (count: string) =>
      `${count} units were divided or abolished and nobody is chosen to go on; their figures still count under the old names.`,
    choose: 'Choose who goes on',
    holder: (unit: string) => `${unit} goes on with it now`,
  },
)
