/**
 * The drawing of the map is a program larger than all the rest of Loa: it comes after the page is there, and only where
 * there is something to draw and a browser that can.
 */
import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../words/language.tsx'
import { mapWords } from '../words/map.ts'
import type { PointMapProps } from './point-map.tsx'

const load = () => import('./point-map.tsx')
const PointMap = lazy(async () => ({ default: (await load()).PointMap }))

export const LazyMap = (props: Omit<PointMapProps, 'hasTiles'> & { hasTiles: boolean | undefined }) => {
  const t = useWords(mapWords)
  const [isPainted, setPainted] = useState(false)
  const [canDraw] = useState(hasWebGl)
  useEffect(() => {
    const frame = requestAnimationFrame(() => setPainted(true))
    return () => cancelAnimationFrame(frame)
  }, [])
  if (!canDraw)
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
  const { hasTiles, ...rest } = props
  if (!isPainted || hasTiles === undefined) return waiting
  return (
    <Suspense fallback={waiting}>
      <PointMap {...rest} hasTiles={hasTiles} />
    </Suspense>
  )
}

const hasWebGl = (): boolean => {
  const context = document.createElement('canvas').getContext('webgl2')
  // A browser keeps only some contexts: this one was for asking.
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}
