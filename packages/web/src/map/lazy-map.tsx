/**
 * The drawing of the map is a program larger than all the rest of Loa: it comes after the page was painted, only in the view
 * of real places, and only to a browser that can.
 */
import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../words/language.tsx'
import { mapWords } from '../words/map.ts'
import type { PointMapProps } from './point-map.tsx'

const load = () => import('./point-map.tsx')
const PointMap = lazy(async () => ({ default: (await load()).PointMap }))

/** The program is on its way while the server still gathers the points. @returns what calls it off */
export const loadAfterPaint = (): (() => void) => {
  let second = 0
  // The second frame begins when the first was painted.
  const first = requestAnimationFrame(() => {
    second = requestAnimationFrame(() => void load())
  })
  return () => {
    cancelAnimationFrame(first)
    cancelAnimationFrame(second)
  }
}

export const LazyMap = (
  props: Omit<PointMapProps, 'hasTiles'> & { hasTiles: boolean | undefined; canDraw: boolean },
) => {
  const t = useWords(mapWords)
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setPainted(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  if (!props.canDraw)
    return (
      <div className="note ask">
        <div>
          <b>{t.noWebGl}</b> {t.noWebGlHelp}
        </div>
      </div>
    )
  const waiting = (
    <div className="point-map" role="status">
      {t.loadingMap}
    </div>
  )
  const { hasTiles, canDraw: _, ...rest } = props
  if (!isPainted || hasTiles === undefined) return waiting
  return (
    <Suspense fallback={waiting}>
      <PointMap {...rest} hasTiles={hasTiles} />
    </Suspense>
  )
}

export const hasWebGl = (): boolean => {
  const context = document.createElement('canvas').getContext('webgl2')
  // A browser keeps only some contexts: this one was for asking.
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
