/** A hundred photos on a screen, gone through with the keyboard: one has the focus, and what is pressed is about it. */
import type { Photo } from '@loa/contract/photos'
import { IconArrowBackUp, IconCheck, IconHelpOctagon } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { figureWords } from '../words/figures.ts'
import { useWords } from '../words/language.tsx'
import { reasonWords } from '../words/photo-reasons.ts'
import { photoWords } from '../words/photos.ts'
import { fileOf } from './file-of.ts'

const marks = { fine: IconCheck, refused: IconArrowBackUp, asked: IconHelpOctagon }

export const LightTable = ({
  photos,
  chosen,
  onChoose,
}: {
  photos: Photo[]
  chosen: number
  onChoose: (index: number) => void
}) => {
  const t = useWords(photoWords)
  const r = useWords(reasonWords)
  const figures = useWords(figureWords)
  const list = useRef<HTMLUListElement>(null)
  const focusOn = (index: number) => {
    const to = Math.min(Math.max(index, 0), photos.length - 1)
    onChoose(to)
    list.current?.querySelectorAll<HTMLElement>('button')[to]?.focus()
  }
  useEffect(() => {
    // Judged by a key, the next one is chosen: the focus goes along, unless it is elsewhere on the page.
    const buttons = list.current?.querySelectorAll<HTMLElement>('button')
    if (list.current?.contains(document.activeElement)) buttons?.[chosen]?.focus()
  }, [chosen])
  const onKeyDown = (event: KeyboardEvent) => {
    const columns = list.current ? getComputedStyle(list.current).gridTemplateColumns.split(' ').length : 1
    const steps: Record<string, number> = {
      ArrowRight: chosen + 1,
      ArrowLeft: chosen - 1,
      ArrowDown: chosen + columns,
      ArrowUp: chosen - columns,
      Home: 0,
      End: photos.length - 1,
    }
    const to = steps[event.key]
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    if (to >= 0 && to < photos.length) focusOn(to)
  }
  return (
    <ul ref={list} className="light-table" aria-label={t.grid} onKeyDown={onKeyDown}>
      {photos.map((photo, index) => {
        const first = photo.doubts[0]
        const said = photo.judgement
          ? r.said[photo.judgement.verdict]
          : photo.doubts.map((doubt) => figures.doubts[doubt]).join(', ')
        const Mark = photo.judgement ? marks[photo.judgement.verdict] : null
        return (
          <li key={photo.id}>
            <button
              type="button"
              tabIndex={index === chosen ? 0 : -1}
              aria-current={index === chosen}
              aria-label={t.photoName(photo.place, photo.unit.name, said)}
              className={first && !photo.judgement ? 'doubted' : ''}
              onClick={() => focusOn(index)}
            >
              <img
                src={fileOf(photo.id, 'small')}
                alt=""
                width={120}
                height={90}
                loading={index < 40 ? 'eager' : 'lazy'}
                decoding="async"
              />
              {Mark && (
                <span className={`mark ${photo.judgement?.verdict}`}>
                  <Mark size={12} aria-hidden />
                </span>
              )}
              {first && !photo.judgement && <span className="flag">{figures.doubts[first]}</span>}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
