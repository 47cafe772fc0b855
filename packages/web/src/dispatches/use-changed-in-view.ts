/** The place that somebody is writing stays in sight on the page beside: only when it is out of sight the page moves. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { DraftChange } from './draft-fields.ts'
import { changedAt } from './page-links.ts'
import type { DrawnPage } from './use-drawn-pages.ts'

/** The head of the pane, and a line or two. */
const margin = 72

export const useChangedInView = (
  place: RefObject<HTMLElement | null>,
  pages: readonly DrawnPage[],
  change: DraftChange,
) => {
  const last = useRef({ pages, change })
  const typed = useRef(change)
  typed.current = change
  useLayoutEffect(() => {
    const before = last.current
    last.current = { pages, change: typed.current }
    // Only what is typed here moves the page: not the first picture, nor another's save.
    if (before.pages.length === 0 || before.change === typed.current) return
    const number = pages.findIndex(({ hash }, at) => hash !== before.pages[at]?.hash)
    const [page, pane] = [place.current?.children[number], place.current?.closest('.pane')]
    if (!page || !pane) return
    const from = changedAt(before.pages[number]?.svg ?? '', pages[number]?.svg ?? '') ?? 0
    const [box, window] = [page.getBoundingClientRect(), pane.getBoundingClientRect()]
    const y = box.top + (box.height * from) / 100
    if (y > window.top + margin && y < window.bottom - margin) return
    pane.scrollTop += y - window.top - window.height / 3
  }, [pages, place])
}

/** Behind a closed tab of a narrow screen nothing is drawn. */
export const useIsSeen = (place: RefObject<HTMLElement | null>): boolean => {
  const [isSeen, setIsSeen] = useState(false)
  useEffect(() => {
    if (!place.current) return
    const observer = new IntersectionObserver(([entry]) => setIsSeen(entry?.isIntersecting === true))
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [place])
  return isSeen
}
