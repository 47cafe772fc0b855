/** A file of map tiles (PMTiles version 3, not packed) with one tile: the whole world, and all of it one layer. */

/** Base 128, low digits first, as Protocol Buffers and PMTiles write numbers. */
const varint = (value: number): number[] => {
  const digits: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...digits, rest]
    digits.push((rest % 128) + 128)
  }
}
const field = (number: number, bytes: number[]) => [
  ...varint(number * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
]
const text = (words: string) => [...new TextEncoder().encode(words)]

/** A Mapbox vector tile with a square from edge to edge. */
const tileOf = (layer: string): number[] => {
  // Move to 0, 0; lines by (4096, 0), (0, 4096), (-4096, 0), doubled as zigzag wants; close.
  const geometry = [9, 0, 0, 26, 8192, 0, 0, 8192, 8191, 0, 15].flatMap(varint)
  const polygon = [...varint(3 * 8), 3, ...field(4, geometry)]
  return field(3, [
    ...varint(15 * 8),
    2,
    ...field(1, text(layer)),
    ...field(2, polygon),
    ...varint(5 * 8),
    ...varint(4096),
  ])
}

export const tilesFile = (layer: string): Uint8Array => {
  const tile = tileOf(layer)
  const metadata = text(
    JSON.stringify({ attribution: 'Bản đồ thử', vector_layers: [{ id: layer, fields: {} }] }),
  )
  // One entry: tile 0, once, so many bytes, at the beginning.
  const directory = [1, 0, 1, ...varint(tile.length), 1]
  const at = {
    directory: 127,
    metadata: 127 + directory.length,
    tile: 127 + directory.length + metadata.length,
  }
  const header = Buffer.alloc(127)
  header.write('PMTiles')
  header[7] = 3
  const numbers = [
    at.directory,
    directory.length,
    at.metadata,
    metadata.length,
    at.tile,
    0,
    at.tile,
    tile.length,
    1,
    1,
    1,
  ]
  for (const [index, number] of numbers.entries()) header.writeBigUInt64LE(BigInt(number), 8 + index * 8)
  // Clustered; nothing is packed; vector tiles.
  header.set([1, 1, 1, 1, 0, 0], 96)
  for (const [index, degrees] of [-180, -85, 180, 85].entries())
    header.writeInt32LE(degrees * 1e7, 102 + index * 4)
  return Buffer.concat([header, Uint8Array.from([...directory, ...metadata, ...tile])])
}
