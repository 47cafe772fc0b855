/** How an activity of several topics is counted: printed wherever figures stand topic by topic, on pages and in reports. */
export const topicRule = {
  vi: 'Một hoạt động phục vụ nhiều nội dung được tính trọn ở từng nội dung, và tính một lần ở tổng.',
  en: 'An activity that serves several topics counts whole in each of them, and once in the total.',
} as const
