/** Short forms of what is shown, driven about, published or broadcast. */
import type { ShortForm } from './short-form.ts'

export const visual: ShortForm = {
  form: 'visual',
  fields: [
    { name: 'content', kind: 'lines', label: { vi: 'Nội dung, khẩu hiệu', en: 'Words shown' } },
    {
      name: 'size',
      kind: 'text',
      label: { vi: 'Kích thước', en: 'Size' },
      help: { vi: 'Ví dụ 8 m × 0,7 m.', en: 'For example 8 m × 0.7 m.' },
    },
    { name: 'takeDownOn', kind: 'day', label: { vi: 'Ngày sẽ gỡ', en: 'To be taken down on' } },
  ],
}

export const loudspeakerCar: ShortForm = {
  form: 'loudspeaker-car',
  fields: [
    {
      name: 'route',
      kind: 'lines',
      label: { vi: 'Tuyến đường xe chạy', en: 'Route' },
      help: {
        vi: 'Các đường, thôn, khu dân cư xe đi qua.',
        en: 'Streets and villages the car went through.',
      },
      isRequired: true,
    },
    { name: 'from', kind: 'time', label: { vi: 'Phát từ giờ', en: 'On air from' } },
    { name: 'to', kind: 'time', label: { vi: 'Đến giờ', en: 'Until' } },
    { name: 'vehicle', kind: 'text', label: { vi: 'Xe, biển số', en: 'Car, number plate' } },
  ],
}

export const website: ShortForm = {
  form: 'website',
  fields: [
    {
      name: 'link',
      kind: 'link',
      label: { vi: 'Đường dẫn tin, bài', en: 'Address of the item' },
      help: { vi: 'Bắt đầu bằng https://', en: 'Begins with https://' },
      isRequired: true,
    },
    { name: 'title', kind: 'text', label: { vi: 'Tên tin, bài', en: 'Title' }, isRequired: true },
    {
      name: 'channel',
      kind: 'choice',
      label: { vi: 'Đăng ở đâu', en: 'Published on' },
      choices: [
        { value: 'website', label: { vi: 'Cổng, trang thông tin điện tử', en: 'Portal or website' } },
        { value: 'zalo', label: { vi: 'Zalo', en: 'Zalo' } },
        { value: 'facebook', label: { vi: 'Facebook', en: 'Facebook' } },
        { value: 'other', label: { vi: 'Mạng xã hội khác', en: 'Other social network' } },
      ],
    },
  ],
}

export const led: ShortForm = {
  form: 'led',
  fields: [
    { name: 'screen', kind: 'text', label: { vi: 'Màn hình nào', en: 'Which screen' }, isRequired: true },
    { name: 'content', kind: 'lines', label: { vi: 'Nội dung phát', en: 'What was shown' } },
    { name: 'until', kind: 'day', label: { vi: 'Phát đến ngày', en: 'Shown until' } },
  ],
}

export const massMedia: ShortForm = {
  form: 'mass-media',
  fields: [
    {
      name: 'outlet',
      kind: 'text',
      label: { vi: 'Báo, đài', en: 'Newspaper or station' },
      isRequired: true,
    },
    {
      name: 'title',
      kind: 'text',
      label: { vi: 'Tên tin, bài, phóng sự', en: 'Title' },
      isRequired: true,
    },
    { name: 'link', kind: 'link', label: { vi: 'Đường dẫn', en: 'Link' } },
    {
      name: 'issue',
      kind: 'text',
      label: { vi: 'Số báo, trang hoặc chương trình', en: 'Issue and page, or programme' },
    },
  ],
}

export const communeLoudspeakers: ShortForm = {
  form: 'commune-loudspeakers',
  fields: [
    { name: 'title', kind: 'text', label: { vi: 'Tên tin, bài phát', en: 'Title' }, isRequired: true },
    {
      name: 'hours',
      kind: 'text',
      label: { vi: 'Khung giờ phát', en: 'Hours on air' },
      help: { vi: 'Ví dụ 5:30 và 17:00.', en: 'For example 5:30 and 17:00.' },
    },
    { name: 'until', kind: 'day', label: { vi: 'Phát đến ngày', en: 'Until' } },
  ],
}
