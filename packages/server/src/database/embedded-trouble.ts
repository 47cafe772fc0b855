import { diskFullIn, noRightIn, StartTrouble } from '../start-trouble.ts'

/** What PostgreSQL said before it gave up, as one sentence for the person who started Loa. */
export const databaseTrouble = (output: string, folder: string): StartTrouble => {
  const cause = new Error(output.trim() || 'PostgreSQL ended without a word')
  if (/No space left on device|Disk quota exceeded|File too large/i.test(output))
    return diskFullIn(folder, cause)
  if (/Permission denied|Read-only file system|Operation not permitted|has wrong ownership/i.test(output))
    return noRightIn(folder, cause)
  const last = lastComplaint(output)
  return new StartTrouble(
    'database.failed',
    {
      vi: `PostgreSQL kèm theo không khởi động được ở ${folder}: ${last}`,
      en: `The embedded PostgreSQL did not start in ${folder}: ${last}`,
    },
    cause,
  )
}

const lastComplaint = (output: string): string => {
  const lines = output.split('\n').filter((line) => line.trim())
  const complaint =
    lines.findLast((line) => /(FATAL|PANIC|ERROR|error):/.test(line)) ?? lines.at(-1) ?? 'no output'
  return complaint.trim()
}
