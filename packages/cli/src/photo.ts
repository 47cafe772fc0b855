/** A drawing in place of a photo, with "MÔ PHỎNG" across it, so that nobody takes it for a real one. */
import sharp from 'sharp'

export interface Scene {
  place: string
  /** `YYYY-MM-DD` */
  day: string
  title: string
  /** Makes the bytes of each picture its own. */
  mark: string
}

export const drawPhoto = ({ place, day, title, mark }: Scene): Promise<Uint8Array> =>
  sharp(Buffer.from(svg(title, place, mark)))
    .withExif({
      IFD0: { Make: 'Loa', Model: 'Mo phong', ImageDescription: mark },
      IFD2: { DateTimeOriginal: `${day.replaceAll('-', ':')} 09:00:00` },
    })
    .jpeg({ quality: 70 })
    .toBuffer()

// Small: a phone's picture of 12 megapixels would take the simulation minutes.
const svg = (title: string, place: string, mark: string) => {
  const hue = Number.parseInt(mark.slice(0, 4), 16) % 360
  return `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240" viewBox="0 0 480 360">
<rect width="480" height="360" fill="hsl(205 45% 78%)"/><rect y="230" width="480" height="130" fill="hsl(${hue} 18% 55%)"/>
<rect x="90" y="90" width="300" height="110" fill="#fff" stroke="#16212B" stroke-width="3"/>
<text x="240" y="138" font-family="sans-serif" font-size="18" text-anchor="middle" fill="#16212B">${escaped(title)}</text>
<text x="240" y="172" font-family="sans-serif" font-size="13" text-anchor="middle" fill="#414E5A">${escaped(place)}</text>
<text x="240" y="312" font-family="sans-serif" font-size="44" font-weight="700" text-anchor="middle" fill="#fff" stroke="#16212B">MÔ PHỎNG</text>
</svg>`
}

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
