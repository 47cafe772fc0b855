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
  // A view of its own for each: photos that look alike are doubted, as they should be.
  const next = numbersOf(mark)
  const within = (most: number) => Math.floor(next() * most)
  const shapes = Array.from(
    { length: 45 },
    () =>
      `<ellipse cx="${within(480)}" cy="${within(340)}" rx="${12 + within(60)}" ry="${12 + within(50)}" fill="hsl(${within(360)} 25% ${5 + within(90)}%)"/>`,
  ).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240" viewBox="0 0 480 360">
<rect width="480" height="360" fill="hsl(205 45% 78%)"/>${shapes}
<text x="${10 + within(220)}" y="${50 + within(260)}" font-family="sans-serif" font-size="44" font-weight="700" fill="#fff" stroke="#16212B">MÔ PHỎNG</text>
<rect y="336" width="480" height="24" fill="#fff"/>
<text x="8" y="352" font-family="sans-serif" font-size="13" fill="#16212B">${escaped(`${title} · ${place}`)}</text>
</svg>`
}

/** The same numbers for the same mark (a linear congruential generator; nothing secret hangs on it). */
const numbersOf = (mark: string) => {
  let state = Number.parseInt(mark.replace(/[^0-9a-f]/gi, '').slice(-8), 16) || 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const escaped = (text: string) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
