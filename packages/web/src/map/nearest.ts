/** Which rectangle an arrow leads to. Pure. */
interface Box {
  left: number
  top: number
  width: number
  height: number
}

const steps: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** The index of the nearest one on that side: what lies straight ahead before what lies aslant; null at the edge. */
export const nearestTo = (from: Box, boxes: readonly Box[], key: string): number | null => {
  const step = steps[key]
  if (!step) return null
  const middle = (box: Box) => [box.left + box.width / 2, box.top + box.height / 2] as const
  const [x0, y0] = middle(from)
  const ahead = boxes.flatMap((box, index) => {
    const [x, y] = middle(box)
    const [dx, dy] = [x - x0, y - y0]
    const along = dx * step[0] + dy * step[1]
    const aside = Math.abs(dx * step[1]) + Math.abs(dy * step[0])
    return along > 1 ? [{ index, distance: along + 3 * aside }] : []
  })
  return ahead.toSorted((a, b) => a.distance - b.distance)[0]?.index ?? null
}
