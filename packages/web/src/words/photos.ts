import { makeWords } from './language.tsx'

const day = (value: unknown) => {
  const [year, month, date] = String(value).slice(0, 10).split('-')
  return [date, Number(month) > 2 ? String(Number(month)) : month, year].join('/')
}
type Detail = Record<string, string | number>

export const photoWords = makeWords(
  {
    title: 'Bàn xem ảnh',
    one: 'Ảnh minh chứng',
    state: (shown: number, total: number, doubted: number) =>
      `${shown}/${total} ảnh, ${doubted} ảnh có nghi vấn. Máy chỉ nêu nghi vấn, người quyết định.`,
    boxes: 'Ảnh nào',
    box: { 'to-judge': 'Chờ xem', doubted: 'Có nghi vấn', judged: 'Đã kết luận', all: 'Tất cả' },
    campaign: 'Đợt',
    allCampaigns: 'Mọi đợt',
    form: 'Hình thức',
    allForms: 'Mọi hình thức',
    doubt: 'Nghi vấn',
    allDoubts: 'Mọi nghi vấn',
    sample: 'Mẫu',
    allPhotos: 'Không theo mẫu',
    sampleName: (id: number, photos: number, judged: number) => `Mẫu ${id}: đã xem ${judged}/${photos}`,
    draw: 'Rút mẫu: mọi ảnh nghi vấn và 10 % ảnh còn lại',
    drawn: (seed: string, percent: number, who: string) =>
      `Mẫu này gồm mọi ảnh nghi vấn và ${percent} % ảnh còn lại, rút theo hạt giống ${seed}, người rút ${who}. Cùng hạt giống cho lại đúng mẫu này.`,
    none: 'Không có ảnh nào',
    noneHelp: 'Chưa đơn vị nào gửi ảnh theo bộ lọc này, hoặc đã xem hết.',
    seeAll: 'Xem mọi ảnh đã gửi',
    grid: 'Các ảnh',
    photoName: (place: string, unit: string, said: string) => `${place}, ${unit}${said ? `: ${said}` : ''}`,
    next: (count: number) => `${count} ảnh tiếp`,
    keys: 'Phím: 1 2 3 kết luận · Dấu cách xem to · z hoàn tác · mũi tên đi',
    verdicts: { fine: 'Ảnh đúng, tính', refused: 'Không tính, trả lại', asked: 'Chưa rõ, hỏi đơn vị' },
    verdictHelp: {
      fine: 'Đóng các nghi vấn của ảnh này.',
      refused: 'Trả lại hoạt động kèm ý kiến.',
      asked: 'Giữ nghi vấn; đơn vị thấy ý kiến.',
    },
    said: { fine: 'Đã tính', refused: 'Đã trả lại', asked: 'Đang hỏi' },
    question: 'Anh/chị thấy thế nào?',
    comment: 'Ý kiến cho đơn vị',
    commentHelp: 'Đơn vị đọc đúng câu này. Enter để lưu, Esc để thôi.',
    saveComment: 'Lưu kết luận',
    undo: 'Hoàn tác (z)',
    undone: 'Đã hoàn tác.',
    saved: (what: string) => `${what}.`,
    big: 'Xem to',
    closeBig: 'Đóng ảnh to',
    open: 'Mở trang ảnh',
    activity: 'Mở hoạt động',
    noDoubt: 'Không có nghi vấn.',
    needsEyes: 'Cần người xem',
    pair: (percent: number) => `Hai ảnh giống nhau ${percent} %`,
    pairNote: 'Máy chỉ xếp cặp giống nhau. Người quyết định, có tên và giờ, đổi lại được.',
    thisPhoto: 'Ảnh này',
    otherPhoto: 'Ảnh kia',
    otherUnseen: (when: string) =>
      `Ảnh kia đứng sau một hoạt động ngày ${when} của đơn vị khác, ngoài phạm vi anh/chị xem được.`,
    apart: (days: number, kilometres: number | null) =>
      `Cách ${days} ngày${kilometres === null ? '' : `, ${String(kilometres).replace('.', ',')} km`}`,
    by: 'Người gửi',
    judgedBy: (what: string, who: string, when: string) => `${what}: ${who}, ${when}`,
    suggest: {
      reuse: 'Ảnh này giống ảnh đã dùng cho hoạt động khác. Đề nghị gửi ảnh chụp đúng nơi, đúng lúc.',
      day: 'Ngày chụp không khớp ngày làm. Đề nghị gửi ảnh chụp đúng ngày, hoặc sửa ngày làm.',
      other: 'Đề nghị gửi ảnh rõ hơn về việc đã làm.',
    },
    reasons: {
      'same-photo': (d: Detail) =>
        `Đúng tệp ảnh này đã đứng sau hoạt động khác ngày ${day(d.otherDay)}, cách ${d.days} ngày.`,
      'like-photo': (d: Detail) =>
        `Giống ${d.percent} % ảnh của hoạt động khác ngày ${day(d.otherDay)}, cách ${d.days} ngày.`,
      'other-day': (d: Detail) =>
        `Chụp ${day(d.takenOn)}, hoạt động ${day(d.happenedOn)}: lệch ${d.days} ngày.`,
      'out-of-period': (d: Detail) =>
        `Chụp ${day(d.takenOn)}, ngoài thời gian của đợt (${d.from ? day(d.from) : '…'} – ${d.to ? day(d.to) : '…'}).`,
      'device-time': (d: Detail) => `Giờ trong ảnh và giờ máy gửi lệch nhau ${d.hours} giờ.`,
      'device-place': (d: Detail) => `Vị trí trong ảnh và vị trí máy gửi cách nhau ${d.kilometres} km.`,
      'other-place': (d: Detail) => `Cách ảnh gần nhất của cùng hoạt động ${d.kilometres} km.`,
      'too-fast': (d: Detail) =>
        `Hai ảnh của một người cách nhau ${d.kilometres} km trong ${d.minutes} phút.`,
      'mock-place': () => 'Máy gửi báo đang dùng vị trí giả lập.',
      unreadable: () => 'Tệp gốc còn nguyên nhưng không mở được tới cuối.',
    },
    blur: 'Làm mờ trong bản công khai',
    blurHelp:
      'Kéo chuột trên ảnh để khoanh mặt người, biển số. Bằng phím: Thêm ô, rồi mũi tên dời, Shift và mũi tên đổi cỡ, Delete bỏ. Ảnh gốc không đổi.',
    addRegion: 'Thêm ô',
    region: (index: number) => `Ô làm mờ ${index}`,
    removeRegions: 'Bỏ hết',
    saveRegions: 'Lưu ô làm mờ',
    regionsSaved: 'Đã lưu. Bản công khai đã được làm mờ ở các ô này.',
    seePublic: 'Xem bản công khai',
    seeOriginal: 'Xem ảnh gốc',
    publicHelp: 'Bản công khai không có thông tin máy chụp, tọa độ.',
    pairs: 'Ảnh giống',
    noPairs: 'Chưa thấy ảnh nào giống ảnh này.',
    toTable: 'Bàn xem ảnh',
  },
  {
    title: 'Light table',
    one: 'Photo as evidence',
    state: (shown: number, total: number, doubted: number) =>
      `${shown} of ${total} photos, ${doubted} with doubts. The machine only asks; people decide.`,
    boxes: 'Which photos',
    box: { 'to-judge': 'To look at', doubted: 'Doubted', judged: 'Judged', all: 'All' },
    campaign: 'Campaign',
    allCampaigns: 'All campaigns',
    form: 'Form',
    allForms: 'All forms',
    doubt: 'Doubt',
    allDoubts: 'All doubts',
    sample: 'Sample',
    allPhotos: 'No sample',
    sampleName: (id: number, photos: number, judged: number) =>
      `Sample ${id}: ${judged} of ${photos} looked at`,
    draw: 'Draw a sample: all doubted and 10 % of the others',
    drawn: (seed: string, percent: number, who: string) =>
      `All doubted photos and ${percent} % of the others, drawn with the seed ${seed} by ${who}. The same seed draws the same again.`,
    none: 'No photos',
    noneHelp: 'No unit has handed in photos under this filter, or all were looked at.',
    seeAll: 'See all photos handed in',
    grid: 'The photos',
    photoName: (place: string, unit: string, said: string) => `${place}, ${unit}${said ? `: ${said}` : ''}`,
    next: (count: number) => `Next ${count} photos`,
    keys: 'Keys: 1 2 3 judge · Space large · z undo · arrows move',
    verdicts: { fine: 'Right, it counts', refused: 'Does not count, return', asked: 'Unclear, ask the unit' },
    verdictHelp: {
      fine: 'Closes the doubts of this photo.',
      refused: 'Returns the activity with the comment.',
      asked: 'The doubt stays; the unit sees the comment.',
    },
    said: { fine: 'Counts', refused: 'Returned', asked: 'Asked' },
    question: 'What do you see?',
    comment: 'Comment for the unit',
    commentHelp: 'The unit reads exactly this. Enter saves, Esc leaves it.',
    saveComment: 'Save',
    undo: 'Undo (z)',
    undone: 'Taken back.',
    saved: (what: string) => `${what}.`,
    big: 'Large',
    closeBig: 'Close the large photo',
    open: 'Open the photo’s page',
    activity: 'Open the activity',
    noDoubt: 'No doubts.',
    needsEyes: 'Needs a person',
    pair: (percent: number) => `The two are ${percent} % alike`,
    pairNote:
      'The machine only lays like photos side by side. A person decides, with name and hour, and may change it.',
    thisPhoto: 'This photo',
    otherPhoto: 'The other',
    otherUnseen: (when: string) =>
      `The other stands behind an activity of ${when} of another unit, beyond what you may see.`,
    apart: (days: number, kilometres: number | null) =>
      `${days} days apart${kilometres === null ? '' : `, ${kilometres} km`}`,
    by: 'Sent by',
    judgedBy: (what: string, who: string, when: string) => `${what}: ${who}, ${when}`,
    suggest: {
      reuse:
        'This photo looks like one used for another activity. Please send one taken at the place and time.',
      day: 'The day of the photo is not the day of the activity. Please send one of the day, or correct the day.',
      other: 'Please send a clearer photo of what was done.',
    },
    reasons: {
      'same-photo': (d: Detail) =>
        `This very file stands behind another activity of ${day(d.otherDay)}, ${d.days} days apart.`,
      'like-photo': (d: Detail) =>
        `${d.percent} % like a photo of another activity of ${day(d.otherDay)}, ${d.days} days apart.`,
      'other-day': (d: Detail) =>
        `Taken ${day(d.takenOn)}, activity ${day(d.happenedOn)}: ${d.days} days apart.`,
      'out-of-period': (d: Detail) =>
        `Taken ${day(d.takenOn)}, outside the campaign (${d.from ? day(d.from) : '…'} – ${d.to ? day(d.to) : '…'}).`,
      'device-time': (d: Detail) =>
        `The hour in the photo and that of the device differ by ${d.hours} hours.`,
      'device-place': (d: Detail) =>
        `The place in the photo and that of the device are ${d.kilometres} km apart.`,
      'other-place': (d: Detail) => `${d.kilometres} km from the nearest photo of the same activity.`,
      'too-fast': (d: Detail) =>
        `Two photos of one person are ${d.kilometres} km apart within ${d.minutes} minutes.`,
      'mock-place': () => 'The device says that it fakes its position.',
      unreadable: () => 'The original is kept but cannot be opened to its end.',
    },
    blur: 'Cover in the public copy',
    blurHelp:
      'Draw over faces and plates with the mouse. By keyboard: add a box, arrows move it, Shift and arrows change its size, Delete removes it. The original stays as it is.',
    addRegion: 'Add a box',
    region: (index: number) => `Box ${index}`,
    removeRegions: 'Remove all',
    saveRegions: 'Save the boxes',
    regionsSaved: 'Saved. The public copy is covered there.',
    seePublic: 'See the public copy',
    seeOriginal: 'See the original',
    publicHelp: 'The public copy carries no camera data and no position.',
    pairs: 'Photos like this',
    noPairs: 'No photo like this one was found.',
    toTable: 'Light table',
  },
)
