/** Changes of an outline. Pure. */
import type { Outline, OutlineBlock } from '@loa/contract/report-outline'

/** The block at that place, one place up or down. */
export const moved = (outline: Outline, index: number, step: -1 | 1): Outline => {
  const block = outline[index]
  const other = outline[index + step]
  if (!block || !other) return outline
  return outline.map((each, place) => (place === index ? other : place === index + step ? block : each))
}

/** A block of that kind under an id that the outline does not have yet. */
export const newBlock = (outline: Outline, kind: OutlineBlock['kind'], name: string): OutlineBlock => {
  const taken = new Set(outline.map(({ id }) => id))
  let count = outline.length + 1
  while (taken.has(`phan-${count}`)) count += 1
  const id = `phan-${count}`
  if (kind === 'heading') return { id, kind, level: 1, text: name }
  if (kind === 'text') return { id, kind, help: '', whenEmpty: 'leave-out' }
  if (kind === 'data') return { id, kind, data: 'results', forms: [] }
  if (kind === 'chart') return { id, kind, chart: 'by-form', title: name }
  return {
    id,
    kind,
    table: 'by-indicator',
    title: name,
    indicators: 'reported',
    columns: ['unit', 'declared', 'proved'],
  }
}
