/**
 * A menu of links and acts, on the popover of the browser itself: the library's one would weigh twenty kilobytes on
 * every page. Keys as the ARIA pattern has them: arrows, Home, End; Esc and a click elsewhere close it.
 */
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef } from 'react'

export const Menu = ({
  button,
  label,
  className,
  children,
}: {
  /** What stands on the button. */
  button: ReactNode
  label: string
  className: string
  children: ReactNode
}) => {
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]

  const onToggle = ({ newState }: ToggleEvent<HTMLDivElement>) => {
    opener.current?.setAttribute('aria-expanded', String(newState === 'open'))
    if (newState !== 'open' || !opener.current || !list.current) return
    const place = opener.current.getBoundingClientRect()
    const right = document.documentElement.clientWidth - place.right
    list.current.style.top = `${place.bottom + 4}px`
    // On the side of the screen that the button is nearer to.
    list.current.style[place.left < right ? 'left' : 'right'] = `${Math.min(place.left, right)}px`
    items()[0]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const all = items()
    const at = all.indexOf(document.activeElement as HTMLElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
    if (event.key === 'Tab') list.current?.hidePopover()
    if (next === undefined) return
    event.preventDefault()
    all.at(next % all.length)?.focus()
  }
  return (
    <>
      <button
        type="button"
        ref={opener}
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded="false"
        popoverTarget={id}
      >
        {button}
      </button>
      <div
        id={id}
        ref={list}
        className="menu"
        role="menu"
        aria-label={label}
        popover="auto"
        tabIndex={-1}
        onToggle={onToggle}
        onKeyDown={onKeyDown}
        onClick={() => list.current?.hidePopover()}
      >
        {children}
      </div>
    </>
  )
}

export const MenuLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link to={to} role="menuitem" tabIndex={-1}>
    {children}
  </Link>
)

export const MenuAct = ({ onAct, children }: { onAct: () => void; children: ReactNode }) => (
  <button type="button" role="menuitem" tabIndex={-1} onClick={onAct}>
    {children}
  </button>
)
