/** The pages of the original as they came, with every mark over its words. The words themselves can be selected. */
import { type DispatchPlaces, GetDispatchPage, GetDispatchPlaces } from '@loa/contract/corrections'
import type { Dispatch } from '@loa/contract/dispatches'
import { useQuery } from '@tanstack/react-query'
import { type MouseEvent, type RefObject, useMemo } from 'react'
import { call, keyOf, urlOf } from '../api.ts'
import { Trouble } from '../shell/trouble.tsx'
import { useWords } from '../words/language.tsx'
import { planWords } from '../words/plan.ts'
import { type MarkTag, markAt, markBoxesOf, markTagsOf } from './boxes.ts'
import type { Mark } from './marks.ts'
import { useIntoView } from './use-into-view.ts'
import './page-view.css'

interface PageViewProps {
  dispatch: Dispatch
  marks: Mark[]
  selected: string | null
  isChosen: boolean
  onSelect: (key: string) => void
  root: RefObject<HTMLElement | null>
}

export const PageView = ({ dispatch, marks, selected, isChosen, onSelect, root }: PageViewProps) => {
  const t = useWords(planWords)
  const places = useQuery({
    queryKey: keyOf(GetDispatchPlaces, dispatch.id),
    queryFn: () => call(GetDispatchPlaces, { params: { id: dispatch.id } }),
    // The original does not change.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const found = places.data
  const boxes = useMemo(() => (found ? markBoxesOf(found, marks) : []), [found, marks])
  const tags = useMemo(() => (found ? markTagsOf(found, marks) : []), [found, marks])
  useIntoView(root, selected, isChosen, found)
  if (places.error) return <Trouble error={places.error} onRetry={() => places.refetch()} />
  // Before the sizes are known the place of one A4 page is kept.
  const pages = found?.pages ?? [{ width: 595, height: 842 }]
  return (
    <>
      {found && found.places.length === 0 && <p className="page-note">{t.noPlaces}</p>}
      {pages.map((size, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a page has no other name than its number
          key={index}
          className="page-sheet paper"
          style={{ aspectRatio: `${size.width} / ${size.height}` }}
        >
          {found && (
            <>
              <img
                src={urlOf(GetDispatchPage.path, { id: dispatch.id, page: index + 1 })}
                alt={t.page(index + 1, pages.length)}
                loading={index === 0 ? 'eager' : 'lazy'}
              />
              {boxes
                .filter(({ page }) => page === index + 1)
                .map(({ mark, left, top, width, height }) => (
                  <div
                    key={`${mark.key}-${left}-${top}`}
                    className={`page-box ${mark.look}${mark.key === selected ? ' on' : ''}`}
                    data-mark={mark.key}
                    style={{ left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }}
                  />
                ))}
              <Words
                found={found}
                page={index + 1}
                text={dispatch.tree.text}
                marks={marks}
                onSelect={onSelect}
              />
              {tags
                .filter(({ page }) => page === index + 1)
                .map((tag) => (
                  <Tag key={tag.mark.key} tag={tag} selected={selected} onSelect={onSelect} />
                ))}
            </>
          )}
        </div>
      ))}
    </>
  )
}

/** As in the text: the plan is the way by keyboard, the tag is for the pointer. */
const Tag = ({
  tag: { mark, side, slot, top },
  selected,
  onSelect,
}: Pick<PageViewProps, 'selected' | 'onSelect'> & { tag: MarkTag }) => {
  const t = useWords(planWords)
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`tag ${mark.look}${mark.key === selected ? ' on' : ''}`}
      title={t.goTo(mark.tag)}
      style={{ top: `${top}%`, [side]: `calc(4px + ${slot} * var(--tag-step))` }}
      onClick={() => onSelect(mark.key)}
    >
      {mark.tag}
    </button>
  )
}

/** The words lie over the picture unseen, each line where it is drawn, so that they can be selected and heard. */
const Words = ({
  found,
  page,
  text,
  marks,
  onSelect,
}: Pick<PageViewProps, 'marks' | 'onSelect'> & { found: DispatchPlaces; page: number; text: string }) => {
  const size = found.pages[page - 1]
  if (!size) return null
  const onClick = (event: MouseEvent<HTMLSpanElement>, start: number, end: number) => {
    if (document.getSelection()?.isCollapsed === false) return
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const mark = markAt(marks, start + Math.floor(((event.clientX - left) / width) * (end - start)))
    if (mark) onSelect(mark.key)
  }
  return (
    <div className="page-words" lang="vi">
      {found.places
        .filter((place) => place.page === page)
        .map(({ start, end, box: [x, y, width, height] }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the plan and the fields are the ways by keyboard
          // biome-ignore lint/a11y/noStaticElementInteractions: as above
          <span
            key={`${start}-${x}`}
            data-start={start}
            style={{
              left: `${(x / size.width) * 100}%`,
              top: `${(y / size.height) * 100}%`,
              width: `${(width / size.width) * 100}%`,
              height: `${(height / size.height) * 100}%`,
              fontSize: `${((height * 0.72) / size.width) * 100}cqw`,
              lineHeight: `${(height / size.width) * 100}cqw`,
            }}
            onClick={(event) => onClick(event, start, end)}
          >
            {text.slice(start, end)}
          </span>
        ))}
    </div>
  )
}
