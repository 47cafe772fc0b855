/** Names of fonts by their number [MS-DOC 2.9.286 SttbfFfn]. */
import type { Bytes } from './bytes.ts'

export const readFonts = (table: Bytes): string[] => {
  const count = Math.min(table.u16(0), 1000)
  const fonts: string[] = []
  let at = 4
  for (let index = 0; index < count && at < table.length; index++) {
    const size = table.u8(at)
    const entry = table.slice(at + 1, size)
    // 39 bytes of measures stand before the name.
    const [name = ''] = entry.wide(39, Math.max(0, Math.floor((size - 39) / 2))).split('\0')
    fonts.push(name)
    at += size + 1
  }
  return fonts
}
