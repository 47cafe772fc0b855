/** j k next and previous, x confirm, e edit; off while typing, and off altogether when a person says so. */
import { useEffect, useState } from 'react'
import { isTyping } from '../shell/go-keys.ts'
import type { PlanWork } from './use-plan.ts'

const stored = 'single-letter-keys'

export const usePlanKeys = (plan: PlanWork) => {
  const [isOn, setIsOn] = useState(() => localStorage.getItem(stored) !== 'off')
  useEffect(() => {
    if (!isOn) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
        return
      const { proposals, current } = plan
      const index = current ? proposals.indexOf(current) : -1
      if (event.key === 'j' || event.key === 'k') {
        const next = proposals[event.key === 'j' ? index + 1 : Math.max(index - 1, 0)]
        if (next) {
          plan.select(`p${next.id}`)
          focusRow(next.id)
        }
      } else if (event.key === 'x' && plan.mayDecide && current?.decision === 'waiting') plan.confirm(current)
      else if (event.key === 'e' && plan.mayDecide && current && current.value.kind !== 'link') {
        // The letter itself must not land in the field that opens.
        event.preventDefault()
        plan.edit(current.id, { isOpen: true })
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [plan, isOn])
  const choose = (on: boolean) => {
    localStorage.setItem(stored, on ? 'on' : 'off')
    setIsOn(on)
  }
  return { isOn, choose }
}

export const focusRow = (id: number) =>
  document
    .querySelector<HTMLElement>(`[data-proposal="${id}"] > .proposal-head`)
    ?.focus({ preventScroll: true })
