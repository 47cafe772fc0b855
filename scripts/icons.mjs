/** Draws the icons of the installable part from our own mark: `node scripts/icons.mjs`, after the mark has changed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const web = join(import.meta.dirname, '../packages/web/public')
const mark = readFileSync(join(web, 'favicon.svg'))
const draw = (size) => sharp(mark, { density: (72 * size) / 24 }).resize(size, size)

for (const size of [180, 192, 512])
  await draw(size)
    .png({ compressionLevel: 9, palette: true })
    .toFile(join(web, 'field', `icon-${size}.png`))

// Phones cut a circle or a drop out of this one: the mark stays in the middle, its ground goes to the edge.
await sharp({ create: { width: 512, height: 512, channels: 4, background: '#12324f' } })
  .composite([{ input: await draw(360).png().toBuffer() }])
  .png({ compressionLevel: 9, palette: true })
  .toFile(join(web, 'field', 'icon-maskable-512.png'))
