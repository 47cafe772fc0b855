/** Apart from the words of the light table: the page of an activity needs these only. */
import { numberWords } from '../shell/format.ts'
import { makeWords } from './language.tsx'

const day = (value: unknown) => {
  const [year, month, date] = String(value).slice(0, 10).split('-')
  return [date, Number(month) > 2 ? String(Number(month)) : month, year].join('/')
}
type Detail = Record<string, string | number>

/** 1.240 and 12,5, as Vietnamese numbers are written. */
const number = (value: unknown) => numberWords('vi', Number(value), 1)

export const reasonWords = makeWords(
  {
    said: { fine: 'Đã tính', refused: 'Đã trả lại', asked: 'Đang hỏi' },
    open: 'Mở trang ảnh',
    reasons: {
      'same-photo': (d: Detail) =>
        `Đúng tệp ảnh này đã đứng sau hoạt động khác ngày ${day(d.otherDay)}, cách ${number(d.days)} ngày.`,
      'like-photo': (d: Detail) =>
        `Giống ${number(d.percent)} % ảnh của hoạt động khác ngày ${day(d.otherDay)}, cách ${number(d.days)} ngày.`,
      'other-day': (d: Detail) =>
        `Chụp ${day(d.takenOn)}, hoạt động ${day(d.happenedOn)}: lệch ${number(d.days)} ngày.`,
      'out-of-period': (d: Detail) =>
        `Chụp ${day(d.takenOn)}, ngoài thời gian của đợt (${d.from ? day(d.from) : '…'} – ${d.to ? day(d.to) : '…'}).`,
      'device-time': (d: Detail) => `Giờ trong ảnh và giờ máy gửi lệch nhau ${number(d.hours)} giờ.`,
      'device-place': (d: Detail) =>
        `Vị trí trong ảnh và vị trí máy gửi cách nhau ${number(d.kilometres)} km.`,
      'other-place': (d: Detail) => `Cách ảnh gần nhất của cùng hoạt động ${number(d.kilometres)} km.`,
      'other-site': (d: Detail) =>
        `Chụp cách điểm treo ${d.site} ${number(d.metres)} m; quá ${number(d.limit)} m thì hỏi lại.`,
      'too-fast': (d: Detail) =>
        `Hai ảnh của một người cách nhau ${number(d.kilometres)} km trong ${number(d.minutes)} phút.`,
      'mock-place': () => 'Máy gửi báo đang dùng vị trí giả lập.',
      unreadable: () => 'Tệp gốc còn nguyên nhưng không mở được tới cuối.',
    },
  },
  {
    said: { fine: 'Counts', refused: 'Returned', asked: 'Asked' },
    open: 'Open the photo’s page',
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
      'other-site': (d: Detail) =>
        `Taken ${numberWords('en', Number(d.metres))} m from the site ${d.site}; more than ${numberWords('en', Number(d.limit))} m is asked about.`,
      'too-fast': (d: Detail) =>
        `Two photos of one person are ${d.kilometres} km apart within ${d.minutes} minutes.`,
      'mock-place': () => 'The device says that it fakes its position.',
      unreadable: () => 'The original is kept but cannot be opened to its end.',
    },
  },
)
