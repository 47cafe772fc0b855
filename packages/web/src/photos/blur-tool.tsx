/** Boxes over faces and plates: drawn with the mouse or a finger, or moved by keys. What lies under them is lost in the public copy. */
import type { Region } from '@loa/contract/photos'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useWords } from '../words/language.tsx'
import { photoWords } from '../words/photos.ts'

const within = (value: number, most: number) => Math.min(Math.max(value, 0), most)

export const BlurTool = ({
  source,
  width,
  height,
  regions,
  onChange,
}: {
  source: string
  width: number
  height: number
  regions: Region[]
  onChange: (regions: Region[]) => void
}) => {
  const t = useWords(photoWords)
  const area = useRef<HTMLDivElement>(null)
  const [start, setStart] = useState<{ x: number; y: number } | null>(null)
  const [drawn, setDrawn] = useState<Region | null>(null)
  const placeOf = (event: PointerEvent) => {
    const box = area.current?.getBoundingClientRect()
    return {
      x: box ? within((event.clientX - box.left) / box.width, 1) : 0,
      y: box ? within((event.clientY - box.top) / box.height, 1) : 0,
    }
  }
  const move = (event: PointerEvent) => {
    if (!start) return
    const { x, y } = placeOf(event)
    setDrawn({
      x: Math.min(x, start.x),
      y: Math.min(y, start.y),
      width: Math.abs(x - start.x),
      height: Math.abs(y - start.y),
    })
  }
  const end = () => {
    if (drawn && drawn.width > 0.005 && drawn.height > 0.005) onChange([...regions, drawn])
    setStart(null)
    setDrawn(null)
  }
  const onKey = (event: KeyboardEvent, index: number) => {
    const region = regions[index]
    if (!region) return
    if (event.key === 'Delete' || event.key === 'Backspace')
      onChange(regions.filter((_, other) => other !== index))
    else {
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
      if (!step) return
      const [across, down] = [(step[0] ?? 0) * 0.01, (step[1] ?? 0) * 0.01]
      const changed = event.shiftKey
        ? {
            ...region,
            width: Math.max(0.01, within(region.width + across, 1 - region.x)),
            height: Math.max(0.01, within(region.height + down, 1 - region.y)),
          }
        : {
            ...region,
            x: within(region.x + across, 1 - region.width),
            y: within(region.y + down, 1 - region.height),
          }
      onChange(regions.map((each, other) => (other === index ? changed : each)))
    }
    event.preventDefault()
  }
  const styleOf = (region: Region) => ({
    left: `${region.x * 100}%`,
    top: `${region.y * 100}%`,
    width: `${region.width * 100}%`,
    height: `${region.height * 100}%`,
  })
  return (
    <div
      ref={area}
      className="blur-area"
      style={{ aspectRatio: `${width} / ${height}` }}
      onPointerDown={(event) => {
        if (event.target instanceof HTMLButtonElement) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setStart(placeOf(event))
      }}
      onPointerMove={move}
      onPointerUp={end}
    >
      <img src={source} alt={t.one} draggable={false} />
      {regions.map((region, index) => (
        <button
          key={t.region(index + 1)}
          type="button"
          className="blur-box"
          style={styleOf(region)}
          aria-label={t.region(index + 1)}
          onKeyDown={(event) => onKey(event, index)}
        />
      ))}
      {drawn && <span className="blur-box" style={styleOf(drawn)} />}
    </div>
  )
}
