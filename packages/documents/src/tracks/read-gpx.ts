/** The points of a GPX 1.0 or 1.1 file, as phones and recorders write it: segments, gaps and junk as they come. */
import { decodeText } from '../read/txt.ts'
import { walkXml, XmlTrouble } from '../read/xml.ts'

export interface TrackPoint {
  /** ISO 8601 in UTC. */
  at: string
  latitude: number
  longitude: number
  /** Kilometres an hour, where the recorder says so. */
  speed: number | null
}

export interface GpxFile {
  points: TrackPoint[]
  /** Points without a time or with a place that is none. */
  leftOut: number
}

/** More points are no day of a vehicle: one a second for a day. */
const pointLimit = 90_000

/** `not-gpx`: no track in it; `damaged`: cut off or no XML; `too-long`: more points than a day has seconds. */
export type GpxTrouble = 'not-gpx' | 'damaged' | 'too-long'

export const readGpx = (bytes: Uint8Array): GpxFile | { trouble: GpxTrouble } => {
  const points: TrackPoint[] = []
  let leftOut = 0
  let isGpx = false
  let isLong = false
  let open: { latitude: number; longitude: number; time: string; speed: string } | null = null
  let field: 'time' | 'speed' | null = null
  const attribute = (attributes: string, name: string) =>
    Number(new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? Number.NaN)
  try {
    walkXml(decodeText(bytes), {
      open(name, attributes) {
        if (name === 'gpx') isGpx = true
        else if (name === 'trkpt' || name === 'rtept')
          open = {
            latitude: attribute(attributes, 'lat'),
            longitude: attribute(attributes, 'lon'),
            time: '',
            speed: '',
          }
        else if (open !== null && (name === 'time' || name === 'speed')) field = name
      },
      close(name) {
        field = null
        if ((name !== 'trkpt' && name !== 'rtept') || open === null) return
        const point = pointOf(open)
        open = null
        if (point === null) leftOut++
        else if (points.length < pointLimit) points.push(point)
        else isLong = true
      },
      text(text) {
        if (open !== null && field !== null) open[field] += text
      },
    })
  } catch (trouble) {
    if (!(trouble instanceof XmlTrouble)) throw trouble
    return { trouble: isGpx ? 'damaged' : 'not-gpx' }
  }
  if (!isGpx || points.length + leftOut === 0) return { trouble: 'not-gpx' }
  return isLong ? { trouble: 'too-long' } : { points, leftOut }
}

const pointOf = ({
  latitude,
  longitude,
  time,
  speed,
}: {
  latitude: number
  longitude: number
  time: string
  speed: string
}) => {
  const at = Date.parse(time.trim())
  if (Number.isNaN(at) || !(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) return null
  // GPX counts metres a second.
  const metres = Number.parseFloat(speed)
  return {
    at: new Date(at).toISOString(),
    latitude,
    longitude,
    speed: Number.isFinite(metres) && metres >= 0 ? Math.round(metres * 36) / 10 : null,
  }
}
