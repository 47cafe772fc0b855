/** From places in the text to rectangles on the pages of the original. Pure. */
import type { DispatchPlaces } from '@loa/contract/corrections'
import type { Mark } from './marks.ts'

type Place = DispatchPlaces['places'][number]

/** The rectangles of a stretch of the text; of a line it covers only in part, the share of its characters. */
export const boxesOf = (places: readonly Place[], span: { start: number; end: number }): Place[] =>
  places.flatMap((place) => {
    const start = Math.max(span.start, place.start)
    const end = Math.min(span.end, place.end)
    if (start >= end) return []
    const [x, y, width, height] = place.box
    const letter = width / (place.end - place.start)
    return [
      { ...place, start, end, box: [x + (start - place.start) * letter, y, (end - start) * letter, height] },
    ]
  })

export interface MarkBox {
  mark: Mark
  page: number
  /** In percent of the page. */
  left: number
  top: number
  width: number
  height: number
}

/** A tag in the margin beside the words it belongs to: the left one, or the right one for what stands on the right. */
export interface MarkTag {
  mark: Mark
  page: number
  /** In percent of the page, at the middle of the line. */
  top: number
  side: 'left' | 'right'
  /** How many tags stand before it on the line. */
  slot: number
}

/** The long ones lie below the short ones. */
export const markBoxesOf = ({ pages, places }: DispatchPlaces, marks: readonly Mark[]): MarkBox[] =>
  [...marks]
    .sort((left, right) => right.end - right.start - (left.end - left.start))
    .flatMap((mark) =>
      boxesOf(places, mark).flatMap(({ page, box: [x, y, width, height] }) => {
        const size = pages[page - 1]
        if (!size) return []
        return [
          {
            mark,
            page,
            left: (x / size.width) * 100,
            top: (y / size.height) * 100,
            width: (width / size.width) * 100,
            height: (height / size.height) * 100,
          },
        ]
      }),
    )

/** In reading order; tags of one line stand side by side. */
export const markTagsOf = ({ pages, places }: DispatchPlaces, marks: readonly Mark[]): MarkTag[] => {
  const tags: MarkTag[] = []
  for (const mark of [...marks].sort((left, right) => left.start - right.start)) {
    const [first] = mark.tag === '' ? [] : boxesOf(places, mark)
    const size = first && pages[first.page - 1]
    if (!size) continue
    const [x, y, , height] = first.box
    const side = x > size.width / 2 ? 'right' : 'left'
    const top = ((y + height / 2) / size.height) * 100
    const slot = tags.filter(
      (each) => each.page === first.page && each.side === side && Math.abs(each.top - top) < 1,
    ).length
    tags.push({ mark, page: first.page, top, side, slot })
  }
  return tags
}

/** The mark over a place of the text: the shortest one, as it is the most exact. */
export const markAt = (marks: readonly Mark[], offset: number): Mark | null =>
  marks
    .filter(({ start, end }) => start <= offset && offset < end)
    .sort((left, right) => left.end - left.start - (right.end - right.start))[0] ?? null
