/** State on the screen: an icon and a word; the colour comes third. */
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconHelpOctagon,
  IconSquareHalf,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'

export type Tone = 'ok' | 'claim' | 'go' | 'ask' | 'bad' | 'none' | 'missing'

const icons = {
  ok: IconCircleCheck,
  claim: IconCircle,
  go: IconCircleHalf2,
  ask: IconHelpOctagon,
  bad: IconArrowBackUp,
  none: IconCircleDashed,
  missing: IconSquareHalf,
}

export const StateBadge = ({
  tone,
  children,
  title,
}: {
  tone: Tone
  children: ReactNode
  title?: string
}) => {
  const Icon = icons[tone]
  return (
    <span className={`state ${tone}`} title={title}>
      <Icon size={14} aria-hidden />
      {children}
    </span>
  )
}

/** proved solid + doubted amber + claimed hatched, on a track of the plan. Its numbers always stand beside it as text. */
export const ProofBar = ({
  amounts,
  plan,
}: {
  amounts: { declared: number; proved: number; claimed: number; doubted: number }
  plan?: number | null
}) => {
  const whole = Math.max(plan ?? 0, amounts.declared, 1)
  const share = (value: number) => ({ width: `${(100 * value) / whole}%` })
  return (
    <span className="proof-bar" aria-hidden>
      <i className="proved" style={share(amounts.proved)} />
      <i className="doubted" style={share(amounts.doubted)} />
      <i className="claimed" style={share(amounts.claimed)} />
    </span>
  )
}

export const Warning = ({ children }: { children: ReactNode }) => (
  <div className="note ask">
    <IconAlertTriangle size={16} aria-hidden /> <div>{children}</div>
  </div>
)
