/**
 * The drawing of the map is a program larger than all the rest of Loa: it comes after the page was painted, only in the view
 * of real places, and only to a browser that can.
 */
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { useWords } from '../words/language.tsx'
import { mapWords } from '../words/map.ts'
import type { Circle } from './circle.ts'
import { FirstCircles } from './first-circles.tsx'
import type { PointMapProps } from './point-map.tsx'

const load = () => import('./point-map.tsx')
const PointMap = lazy(async () => ({ default: (await load()).PointMap }))

/** The program is on its way while the server still gathers the points. @returns what calls it off */
export const loadAfterPaint = (): (() => void) => afterPaint(() => void load())

const afterPaint = (work: () => void): (() => void) => {
  let second = 0
  // The second frame begins when the first was painted.
  const first = requestAnimationFrame(() => {
    second = requestAnimationFrame(work)
  })
  return () => {
    cancelAnimationFrame(first)
    cancelAnimationFrame(second)
  }
}

export const LazyMap = ({
  hasTiles,
  canDraw,
  onOpenFirst,
  ...props
}: Omit<PointMapProps, 'hasTiles'> & {
  hasTiles: boolean | undefined
  canDraw: boolean
  /** A circle that was pressed before the map was there. */
  onOpenFirst: (circle: Circle) => void
}) => {
  const t = useWords(mapWords)
  const [isPainted, setPainted] = useState(false)
  const [isDrawn, setDrawn] = useState(false)
  // The circles first: the map counts all points for all zooms before it shows any.
  useEffect(() => afterPaint(() => setPainted(true)), [])
  const { onFrame } = props
  const drawn = useCallback<PointMapProps['onFrame']>(
    (...shown) => {
      setDrawn(true)
      onFrame(...shown)
    },
    [onFrame],
  )
  if (!canDraw)
    return (
      <div className="note ask">
        <div>
          <b>{t.noWebGl}</b> {t.noWebGlHelp}
        </div>
      </div>
    )
  return (
    <div className="point-map">
      {isPainted && hasTiles !== undefined && (
        <Suspense>
          <PointMap {...props} hasTiles={hasTiles} onFrame={drawn} />
        </Suspense>
      )}
      {!isDrawn && <FirstCircles points={props.points} onOpen={onOpenFirst} />}
    </div>
  )
}

export const hasWebGl = (): boolean => {
  const context = document.createElement('canvas').getContext('webgl2')
  // A browser keeps only some contexts: this one was for asking.
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
