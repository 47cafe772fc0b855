import type { Finding } from '@loa/contract/findings'
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'

const icons = { error: IconCircleX, warning: IconAlertTriangle, info: IconInfoCircle }

/** A sign of its own for each severity; the word stands beside it or in its label. */
export const FindingIcon = ({ severity, size = 14 }: Pick<Finding, 'severity'> & { size?: number }) => {
  const Icon = icons[severity]
  return <Icon size={size} aria-hidden />
}
