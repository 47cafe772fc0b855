/** What a reminder says: sentences with gaps that are filled from the file when it is sent. Pure; page and server share it. */

export const reminderReasons = ['not-accepted', 'forms-missing', 'doubts', 'report-missing'] as const
export type ReminderReason = (typeof reminderReasons)[number]

/** The gaps each reason knows. They are words of the office, as they stand in the Vietnamese sentence. */
export const reminderGaps: Record<ReminderReason, readonly string[]> = {
  'not-accepted': ['văn bản', 'ngày đến', 'số ngày'],
  'forms-missing': ['hình thức'],
  doubts: ['số hoạt động'],
  'report-missing': ['kỳ báo cáo', 'hạn nộp'],
}

const gap = /\{([^{}]*)\}/g

/** Gaps in the sentence that nothing will fill. */
export const unknownGaps = (reason: ReminderReason, template: string): string[] =>
  [...template.matchAll(gap)]
    .map(([, name = '']) => name.trim())
    .filter((name) => !reminderGaps[reason].includes(name))

/** The sentence in pieces: typed by a person, or taken from the file. */
export const fillPieces = (
  template: string,
  words: Readonly<Record<string, string>>,
): { text: string; filled: boolean }[] =>
  template
    .split(/(\{[^{}]*\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const word = piece.startsWith('{') ? words[piece.slice(1, -1).trim()] : undefined
      return word === undefined ? { text: piece, filled: false } : { text: word, filled: true }
    })

export const fillTemplate = (template: string, words: Readonly<Record<string, string>>): string =>
  fillPieces(template, words)
    .map(({ text }) => text)
    .join('')
