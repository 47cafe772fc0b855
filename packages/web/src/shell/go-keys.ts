/** `g` then a letter goes to a section; `/` goes to the search of the page. Off while typing. */
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'

const places: Record<string, string> = {
  v: '/',
  d: '/dispatches',
  m: '/campaigns',
  e: '/photos',
  b: '/reports',
  u: '/units',
}

export const useGoKeys = () => {
  const navigate = useNavigate()
  useEffect(() => {
    let isGoing = false
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('input[type="search"]')
        if (search) {
          event.preventDefault()
          search.focus()
        }
        return
      }
      const to = isGoing ? places[event.key] : undefined
      isGoing = event.key === 'g'
      if (to) navigate({ to })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [navigate])
}

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
