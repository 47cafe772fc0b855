/** A unit by its name; what else the address says stays. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFilter } from '../shell/use-filter.ts'

interface UnitLinkProps {
  id: number
  children: ReactNode
  className?: string
  isCurrent?: boolean
}

export const UnitLink = ({ id, children, className, isCurrent = false }: UnitLinkProps) => {
  const [search] = useFilter()
  return (
    <Link
      to="/units"
      search={{ ...search, unit: String(id), pane: 'right' }}
      resetScroll={false}
      activeOptions={{ exact: true }}
      activeProps={{}}
      className={className}
      aria-current={isCurrent ? 'true' : undefined}
    >
      {children}
    </Link>
  )
}
