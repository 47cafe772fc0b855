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
  /** The first one carries the tag. */
  isFirst: boolean
}

/** The long ones lie below the short ones. */
export const markBoxesOf = ({ pages, places }: DispatchPlaces, marks: readonly Mark[]): MarkBox[] =>
  [...marks]
    .sort((left, right) => right.end - right.start - (left.end - left.start))
    .flatMap((mark) =>
      boxesOf(places, mark).flatMap(({ page, box: [x, y, width, height] }, index) => {
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
            isFirst: index === 0,
          },
        ]
      }),
    )

/** The mark over a place of the text: the shortest one, as it is the most exact. */
export const markAt = (marks: readonly Mark[], offset: number): Mark | null =>
  marks
    .filter(({ start, end }) => start <= offset && offset < end)
    .sort((left, right) => left.end - left.start - (right.end - right.start))[0] ?? null
