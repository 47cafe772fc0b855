/** What keeps Loa from starting and a person can put right: one sentence in both languages and an exit status. */
export class StartTrouble extends Error {
  readonly code: StartTroubleCode
  readonly exit: number

  constructor(code: StartTroubleCode, words: { vi: string; en: string }, cause?: unknown) {
    super(`${words.vi}\n${words.en}`, { cause })
    this.name = 'StartTrouble'
    this.code = code
    this.exit = exitStatus[code]
  }
}

export type StartTroubleCode = keyof typeof exitStatus

/** The numbers are those of sysexits.h, so that a service manager can tell "try again" (75) from "ask a person". */
const exitStatus = {
  'config.invalid': 78,
  'port.busy': 75,
  'port.no-right': 77,
  'data.in-use': 75,
  'data.no-right': 77,
  'data.disk-full': 74,
  'data.other-version': 78,
  'database.no-binaries': 69,
  'database.no-account': 77,
  'database.unreachable': 69,
  'database.failed': 70,
} as const

/** The same trouble for every file and folder under the data folder; undefined where it is not a known one. */
export const folderTrouble = (error: unknown, folder: string): StartTrouble | undefined => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (noRight.has(code)) return noRightIn(folder, error)
  if (diskFull.has(code)) return diskFullIn(folder, error)
  return undefined
}

export const noRightIn = (folder: string, cause?: unknown): StartTrouble =>
  new StartTrouble(
    'data.no-right',
    {
      vi: `Loa không có quyền ghi vào thư mục dữ liệu ${folder}: hãy cấp quyền cho người chạy Loa hoặc đặt LOA_DATA tới thư mục khác.`,
      en: `Loa may not write to the data folder ${folder}: give the account that runs Loa the right to, or set LOA_DATA to another folder.`,
    },
    cause,
  )

export const diskFullIn = (folder: string, cause?: unknown): StartTrouble =>
  new StartTrouble(
    'data.disk-full',
    {
      vi: `Ổ đĩa chứa ${folder} đã đầy: hãy giải phóng ít nhất 200 MB rồi chạy lại; dữ liệu đã lưu vẫn nguyên vẹn.`,
      en: `The disk that holds ${folder} is full: free at least 200 MB and start again; what was saved is unharmed.`,
    },
    cause,
  )

const noRight = new Set(['EACCES', 'EPERM', 'EROFS'])
const diskFull = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])
