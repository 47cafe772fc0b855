/** Two panes side by side, each scrolling by itself; on a narrow screen they are two tabs. */
import { useMediaQuery } from '@mantine/hooks'
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { useFilter } from '../shell/use-filter.ts'
import './panes.css'

interface Pane {
  name: string
  content: ReactNode
}

interface PanesProps {
  label: string
  left: Pane
  right: Pane
  className?: string
  /** With which a narrow screen begins; most often the right one, where the work is done. */
  begin?: 'left' | 'right'
}

export const Panes = ({ label, left, right, className = '', begin = 'right' }: PanesProps) => {
  const isNarrow = useMediaQuery('(max-width: 1099px)', undefined, { getInitialValueInEffect: false })
  const [search, change] = useFilter()
  const id = useId()
  const tabs = useRef<HTMLDivElement>(null)
  const open = (search.pane ?? begin) === 'left' ? 0 : 1
  const choose = (index: number) => change({ pane: index === 0 ? 'left' : 'right' })
  const onArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    choose(1 - open)
    tabs.current?.querySelectorAll('button')[1 - open]?.focus()
  }
  const panes = [left, right]
  return (
    <div className={`panes ${className}`}>
      {isNarrow && (
        <div className="tabs" role="tablist" aria-label={label} ref={tabs}>
          {panes.map((pane, index) => (
            <button
              key={pane.name}
              type="button"
              role="tab"
              id={`${id}-tab-${index}`}
              aria-selected={index === open}
              aria-controls={`${id}-pane-${index}`}
              tabIndex={index === open ? 0 : -1}
              onClick={() => choose(index)}
              onKeyDown={onArrow}
            >
              {pane.name}
            </button>
          ))}
        </div>
      )}
      {panes.map((pane, index) => (
        <section
          key={pane.name}
          id={`${id}-pane-${index}`}
          className={index === 0 ? 'pane desk' : 'pane'}
          aria-label={pane.name}
          hidden={isNarrow && index !== open}
          // A part that scrolls must be reachable by keyboard.
          tabIndex={isNarrow ? undefined : 0}
          {...(isNarrow ? { role: 'tabpanel', 'aria-labelledby': `${id}-tab-${index}` } : {})}
        >
          {pane.content}
        </section>
      ))}
    </div>
  )
}
