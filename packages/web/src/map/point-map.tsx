/** The map itself: maplibre draws the ground, our own circles stand on it as buttons with words. */
import type { Points } from '@loa/contract/map'
import { Map as GroundMap, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { useEffect, useMemo, useRef, useState } from 'react'
import 'maplibre-gl/dist/maplibre-gl.css'
import { numberWords } from '../shell/format.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { mapWords } from '../words/map.ts'
import { type Boundaries, drawBoundaries } from './boundaries.ts'
import { type Circle, closest, type Frame, frameOf, spotOf } from './circle.ts'
import { drawCircles, drawRing } from './circles.ts'
import { clustersOf } from './clusters.ts'
import { margin } from './first-view.ts'
import { drawTiles, groundStyle } from './ground.ts'
import { useCircleWords } from './use-circle-words.ts'

// A worker of our own origin, as the content security policy wants it.
setWorkerUrl(workerUrl)

export interface PointMapProps {
  points: Points
  hasTiles: boolean
  boundaries: Boundaries
  unit: number | null
  /** The point chosen: "106.33,20.99". */
  at: string | undefined
  /** Where to zoom, as the list says. */
  goal: Circle | null
  onFrame: (frame: Frame, circles: Circle[]) => void
  onPick: (at: string) => void
}

export const PointMap = ({
  points,
  hasTiles,
  boundaries,
  unit,
  at,
  goal,
  onFrame,
  onPick,
}: PointMapProps) => {
  const t = useWords(mapWords)
  const { language } = useLanguage()
  const words = useCircleWords()
  // A map is made once and opens on the points of then; others are drawn on the same one.
  const [first] = useState(() => frameOf(points))
  const place = useRef<HTMLElement>(null)
  const ground = useRef<GroundMap | null>(null)
  const clusters = useMemo(() => clustersOf(points), [points])
  const latest = useRef({ words, onPick, onFrame })
  latest.current = { words, onPick, onFrame }

  useEffect(() => {
    if (!place.current) return
    const map = new GroundMap({
      container: place.current,
      style: groundStyle(hasTiles),
      maxZoom: closest + 0.99,
      attributionControl: hasTiles ? { compact: true } : false,
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
      ...(first ? { bounds: [...first], fitBoundsOptions: { padding: margin, animate: false } } : {}),
    })
    map.touchZoomRotate.disableRotation()
    map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    if (hasTiles) drawTiles(map)
    ground.current = map
    return () => {
      ground.current = null
      map.remove()
    }
  }, [hasTiles, first])

  useEffect(() => {
    const map = ground.current
    if (!map) return
    const drawing = drawCircles(map, {
      words: (circle) => latest.current.words(circle),
      onOpen: (circle) => open(map, circle, (at) => latest.current.onPick(at)),
    })
    const draw = () => {
      const bounds = map.getBounds()
      const frame = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] as const
      const circles = clusters.at(frame, map.getZoom())
      drawing.show(circles)
      return [frame, circles] as const
    }
    const settle = () => latest.current.onFrame(...draw())
    map.on('move', draw)
    map.on('moveend', settle)
    settle()
    return () => {
      map.off('move', draw)
      map.off('moveend', settle)
      drawing.clear()
    }
  }, [clusters])

  useEffect(() => {
    const map = ground.current
    if (map && boundaries.length > 0) return drawBoundaries(map, boundaries, unit)
  }, [boundaries, unit])

  useEffect(() => {
    const map = ground.current
    const [x, y] = (at ?? '').split(',').map(Number)
    if (map && at && Number.isFinite(x) && Number.isFinite(y)) return drawRing(map, [Number(x), Number(y)])
  }, [at])

  useEffect(() => {
    const map = ground.current
    if (map && goal) open(map, goal, (chosen) => latest.current.onPick(chosen))
  }, [goal])

  return (
    <section
      className="map-drawn"
      ref={place}
      aria-label={t.mapLabel(numberWords(language, points.states.length))}
    />
  )
}

/** A circle falls apart where it can; what cannot is told in the list. */
const open = (map: GroundMap, circle: Circle, onPick: (at: string) => void) => {
  const center: [number, number] = [circle.longitude, circle.latitude]
  if (circle.opensAt === null) onPick(spotOf(circle))
  else map.easeTo({ center, zoom: circle.opensAt + 0.01, duration: reducedMotion() ? 0 : 250 })
}
const reducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches
