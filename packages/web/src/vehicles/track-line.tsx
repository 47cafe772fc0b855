/** The drive drawn as a line, north up; its words stand beside it. */
export const TrackLine = ({
  line,
  label,
}: {
  line: { latitude: number; longitude: number }[]
  label: string
}) => {
  const first = line[0]
  if (first === undefined) return null
  // A degree of longitude is shorter than one of latitude.
  const narrow = Math.cos((first.latitude * Math.PI) / 180)
  const xs = line.map(({ longitude }) => longitude * narrow)
  const ys = line.map(({ latitude }) => -latitude)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const span = Math.max(Math.max(...xs) - left, Math.max(...ys) - top, 1e-5)
  const at = (value: number, from: number) => (10 + (180 * (value - from)) / span).toFixed(1)
  const points = xs.map((x, index) => `${at(x, left)},${at(ys[index] ?? 0, top)}`)
  const [startX = '', startY = ''] = (points[0] ?? '').split(',')
  const [endX = '', endY = ''] = (points.at(-1) ?? '').split(',')
  return (
    <svg className="track-line" viewBox="0 0 200 200" role="img" aria-label={label}>
      <polyline points={points.join(' ')} />
      <circle cx={startX} cy={startY} r="3" />
      <rect x={Number(endX) - 3} y={Number(endY) - 3} width="6" height="6" />
    </svg>
  )
}
