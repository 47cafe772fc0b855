/** Circles with counts as buttons on the map: no fonts or pictures from a server, words for whoever cannot see them. */
import { type Map as GroundMap, Marker } from 'maplibre-gl'
import { type Circle, countWords, sizeOf, toneOf } from './circle.ts'

interface Drawing {
  show(circles: Circle[]): void
  clear(): void
}

export const drawCircles = (
  map: GroundMap,
  { words, onOpen }: { words: (circle: Circle) => string; onOpen: (circle: Circle) => void },
): Drawing => {
  const drawn = new Map<string, Marker>()
  return {
    show(circles) {
      const wanted = new Set(circles.map(({ key }) => key))
      for (const [key, marker] of drawn)
        if (!wanted.has(key)) {
          marker.remove()
          drawn.delete(key)
        }
      for (const circle of circles)
        if (!drawn.has(circle.key))
          drawn.set(
            circle.key,
            put(map, circle, words(circle), () => onOpen(circle)),
          )
    },
    clear() {
      for (const marker of drawn.values()) marker.remove()
      drawn.clear()
    },
  }
}

const put = (map: GroundMap, circle: Circle, words: string, onOpen: () => void): Marker => {
  const button = document.createElement('button')
  button.type = 'button'
  // Hundreds of stops would bar the way: by keyboard the list beside the map opens the same circles.
  button.tabIndex = -1
  button.className = `circle ${toneOf(circle)}`
  button.ariaLabel = words
  const size = sizeOf(circle)
  if (size !== null) button.style.width = button.style.height = `${size}px`
  button.textContent = countWords(circle)
  button.addEventListener('click', (event) => {
    event.stopPropagation()
    onOpen()
  })
  return new Marker({ element: button }).setLngLat([circle.longitude, circle.latitude]).addTo(map)
}

/** A ring around the point that is chosen. @returns what takes it away */
export const drawRing = (map: GroundMap, at: [number, number]): (() => void) => {
  const ring = document.createElement('span')
  ring.className = 'circle-ring'
  const marker = new Marker({ element: ring }).setLngLat(at).addTo(map)
  if (!map.getBounds().contains(at)) map.jumpTo({ center: at })
  return () => void marker.remove()
}
