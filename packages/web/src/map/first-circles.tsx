/** The first view as plain circles, where the map will have them: seen, and to be opened, before the map itself has come. */
import type { Points } from '@loa/contract/map'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useWords } from '../words/language.tsx'
import { mapWords } from '../words/map.ts'
import { type Circle, countWords, sizeOf, toneOf } from './circle.ts'
import { firstView } from './first-view.ts'
import { useCircleWords } from './use-circle-words.ts'

export const FirstCircles = ({ points, onOpen }: { points: Points; onOpen: (circle: Circle) => void }) => {
  const t = useWords(mapWords)
  const words = useCircleWords()
  const place = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  // Measured before anything is painted.
  useLayoutEffect(() => {
    const { clientWidth = 0, clientHeight = 0 } = place.current ?? {}
    setSize({ width: clientWidth, height: clientHeight })
  }, [])
  const circles = useMemo(() => firstView(points, size), [points, size])
  return (
    <div className="map-first" ref={place}>
      {circles.map((circle) => {
        const side = sizeOf(circle)
        return (
          <button
            key={circle.key}
            type="button"
            tabIndex={-1}
            className={`circle ${toneOf(circle)}`}
            aria-label={words(circle)}
            style={{
              left: circle.left,
              top: circle.top,
              ...(side === null ? {} : { width: side, height: side }),
            }}
            onClick={() => onOpen(circle)}
          >
            {countWords(circle)}
          </button>
        )
      })}
      <p role="status">{t.loadingMap}</p>
    </div>
  )
}
