import { mimes } from './files.ts'

const byEnding: Record<string, string> = {
  ...mimes,
  doc: 'application/msword',
  txt: 'text/plain; charset=utf-8',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tif: 'image/tiff',
  tiff: 'image/tiff',
}

/** By the ending of the name: what a browser is told when it fetches the file. */
export const mimeOf = (name: string): string =>
  byEnding[name.toLowerCase().split('.').at(-1) ?? ''] ?? 'application/octet-stream'
