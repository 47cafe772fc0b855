/** What was read by machine is as sure as its weakest word. */
import type { Source } from '../../document.ts'
import type { Certainty } from '../lines.ts'

export const lowered = (sources: Record<string, Source>, words: Certainty[]): Record<string, Source> => {
  if (words.length === 0) return sources
  const entries = Object.entries(sources).map(([path, source]): [string, Source] => {
    let weakest = 1
    for (const word of words)
      if (word.start < source.end && word.end > source.start) weakest = Math.min(weakest, word.certainty)
    return [path, { ...source, confidence: Math.round(source.confidence * weakest * 100) / 100 }]
  })
  return Object.fromEntries(entries)
}
