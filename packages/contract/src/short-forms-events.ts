/** Short forms of events that people come to. Visits are estimates more often than not: how they were counted is asked. */
import type { ShortField, ShortForm } from './short-form.ts'

const visitsMethod = (requiredWith: readonly string[]): ShortField => ({
  name: 'visitsMethod',
  kind: 'choice',
  label: { vi: 'Lượt người đếm bằng cách nào', en: 'How visits were counted' },
  requiredWith,
  choices: [
    { value: 'estimate', label: { vi: 'Ước lượng', en: 'Estimated' } },
    { value: 'tickets', label: { vi: 'Đếm vé, giấy mời', en: 'Tickets or invitations counted' } },
    { value: 'heads', label: { vi: 'Đếm đầu người', en: 'Heads counted' } },
    { value: 'list', label: { vi: 'Danh sách ký tên', en: 'List that was signed' } },
    { value: 'counter', label: { vi: 'Máy đếm', en: 'Counting device' } },
  ],
})

export const performanceFilm: ShortForm = {
  form: 'performance-film',
  fields: [
    {
      name: 'title',
      kind: 'text',
      label: { vi: 'Chương trình hoặc phim', en: 'Programme or film' },
      isRequired: true,
    },
    { name: 'team', kind: 'text', label: { vi: 'Đội, đơn vị biểu diễn', en: 'Team' } },
    visitsMethod(['performance.visits', 'film.visits']),
  ],
}

export const exhibition: ShortForm = {
  form: 'exhibition',
  fields: [
    {
      name: 'title',
      kind: 'text',
      label: { vi: 'Tên triển lãm, trưng bày', en: 'Name of the exhibition' },
      isRequired: true,
    },
    { name: 'until', kind: 'day', label: { vi: 'Mở đến ngày', en: 'Open until' } },
    visitsMethod(['exhibition.visits']),
  ],
}

export const contest: ShortForm = {
  form: 'contest',
  fields: [
    {
      name: 'title',
      kind: 'text',
      label: { vi: 'Tên cuộc thi, đợt sáng tác', en: 'Name of the contest' },
      isRequired: true,
    },
    {
      name: 'stage',
      kind: 'choice',
      label: { vi: 'Đến bước nào', en: 'How far it is' },
      isRequired: true,
      choices: [
        { value: 'opened', label: { vi: 'Đã phát động', en: 'Opened' } },
        { value: 'entries', label: { vi: 'Đang nhận bài', en: 'Taking entries' } },
        { value: 'judged', label: { vi: 'Đã chấm', en: 'Judged' } },
        { value: 'awarded', label: { vi: 'Đã trao giải', en: 'Prizes given' } },
      ],
    },
    {
      name: 'link',
      kind: 'link',
      label: { vi: 'Đường dẫn thể lệ, kết quả', en: 'Link to rules or results' },
    },
    {
      name: 'decision',
      kind: 'text',
      label: { vi: 'Quyết định trao giải', en: 'Decision on the prizes' },
      help: { vi: 'Số, ngày của quyết định.', en: 'Its number and date.' },
      requiredWith: ['contest.prize'],
    },
  ],
}

export const integration: ShortForm = {
  form: 'integration',
  fields: [
    {
      name: 'hostEvent',
      kind: 'text',
      label: { vi: 'Lồng ghép trong hoạt động nào', en: 'Event it was part of' },
      isRequired: true,
    },
    { name: 'host', kind: 'text', label: { vi: 'Đơn vị chủ trì', en: 'Host' } },
    visitsMethod(['integration.visits']),
  ],
}
