/** The list of equal power: the same units, the same numbers, the same choice. */
import type { BoardRow } from '@loa/contract/campaigns'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useWords } from '../words/language.tsx'
import { mapWords } from '../words/map.ts'
import { byShare } from './share.ts'
import { usePercent } from './use-percent.ts'
import { useStepWord } from './use-step-word.ts'

export const UnitShares = ({
  rows,
  chosen,
  onChoose,
}: {
  rows: BoardRow[]
  chosen: number | null
  onChoose: (unit: number) => void
}) => {
  const t = useWords(mapWords)
  const percent = usePercent()
  const step = useStepWord()
  const side = useRef<HTMLElement>(null)
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    // Only the list scrolls: the page stays where the tile was pressed.
    const [list, line] = [side.current, row.current]
    if (chosen === null || !list || !line || list.scrollHeight <= list.clientHeight) return
    const below = line.getBoundingClientRect().top - list.getBoundingClientRect().top
    if (below < 0 || below > list.clientHeight - line.clientHeight)
      list.scrollTop += below - list.clientHeight / 2
  }, [chosen])
  return (
    <section className="map-side" ref={side} aria-labelledby="share-list">
      <h2 id="share-list">{t.list}</h2>
      <p className="meta">
        {t.listHelp} {t.shareHelp}
      </p>
      <table className="table share-list" aria-labelledby="share-list">
        <thead>
          <tr>
            <th scope="col">{t.unit}</th>
            <th scope="col" className="num">
              {t.proved}
            </th>
            <th scope="col">{t.step}</th>
          </tr>
        </thead>
        <tbody>
          {byShare(rows).map(({ row: each, share }) => {
            const isChosen = each.unit.id === chosen
            return (
              <tr key={each.unit.id} ref={isChosen ? row : null} className={isChosen ? 'chosen' : undefined}>
                <td>
                  <button
                    type="button"
                    className="share-pick"
                    aria-pressed={isChosen}
                    onClick={() => onChoose(each.unit.id)}
                    lang="vi"
                  >
                    {each.unit.name}
                  </button>
                  <Link
                    className="meta"
                    to="/duties/$id"
                    params={{ id: String(each.dutyId) }}
                    aria-label={t.openOf(each.unit.name)}
                  >
                    {t.open}
                  </Link>
                </td>
                <td className="num">{share ? percent(share.proved) : t.none}</td>
                <td>
                  {step(each)}
                  {share && share.doubted > 0 && <span className="meta doubts">{t.doubts}</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
