/** The words that are selected in the dispatch, as a place in its text: on the page, in the text, or in a field with the text. */
import { useEffect, useState } from 'react'

export interface TextSpan {
  start: number
  end: number
}

/** The last words selected; they stay known while a button is pressed or a field gets the focus. */
export const useMarkedWords = (isOn: boolean) => {
  const [span, setSpan] = useState<TextSpan | null>(null)
  useEffect(() => {
    if (!isOn) return setSpan(null)
    const look = () => {
      const found = selectedSpan(document.getSelection())
      if (found) setSpan(found)
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [isOn])
  return [span, setSpan] as const
}

/** Every piece of the text on the page says with `data-start` where in the text it begins. */
const selectedSpan = (selection: Selection | null): TextSpan | null => {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const pieces = [...document.querySelectorAll<HTMLElement>('.reading-root [data-start]')].filter((piece) =>
    range.intersectsNode(piece),
  )
  let start = Number.POSITIVE_INFINITY
  let end = 0
  for (const piece of pieces) {
    const from = Number(piece.dataset.start)
    const length = piece.textContent?.length ?? 0
    const first = piece.contains(range.startContainer) ? range.startOffset : 0
    const last = piece.contains(range.endContainer) ? range.endOffset : length
    if (last <= first) continue
    start = Math.min(start, from + first)
    end = Math.max(end, from + last)
  }
  return start < end ? { start, end } : null
}
