import type { Activity } from '@loa/contract/activities'

/** Something shows it that was not withdrawn. The server decides whether its kind counts. */
export const hasProof = ({
  evidence,
  attachments,
  details,
}: Pick<Activity, 'evidence' | 'attachments' | 'details'>): boolean =>
  [...evidence, ...attachments].some(({ withdrawal }) => !withdrawal) || Boolean(details.link)
