/** One tile of equal size a unit: at its place where that is known, else in an even grid. One tab stop; arrows walk. */
import type { BoardRow } from '@loa/contract/campaigns'
import { type KeyboardEvent, useState } from 'react'
import { placedByDistrict } from '../units/hai-duong-tiles.ts'
import { useWords } from '../words/language.tsx'
import { mapWords } from '../words/map.ts'
import { nearestTo } from './nearest.ts'
import { shareOf } from './share.ts'
import { usePercent } from './use-percent.ts'
import { useStepWord } from './use-step-word.ts'

interface TilesProps {
  rows: BoardRow[]
  chosen: number | null
  onChoose: (unit: number) => void
}

export const UnitTiles = ({ rows, chosen, onChoose }: TilesProps) => {
  const t = useWords(mapWords)
  const { map, rest } = placedByDistrict(rows.map((row) => ({ code: row.unit.code, row })))
  const [focused, setFocused] = useState<number | null>(null)
  const ids = [...map.map(({ unit }) => unit), ...rest].map(({ row }) => row.unit.id)
  const stop = [focused, chosen].find((id) => id !== null && ids.includes(id)) ?? ids[0]
  const tile = ({ row }: { row: BoardRow }, style?: { gridColumn: number; gridRow: number }) => (
    <Tile
      key={row.unit.id}
      row={row}
      style={style}
      isChosen={row.unit.id === chosen}
      isStop={row.unit.id === stop}
      onFocus={() => setFocused(row.unit.id)}
      onChoose={() => onChoose(row.unit.id)}
    />
  )
  return (
    <section className="map-tiles" aria-label={t.tilesLabel} onKeyDown={walk}>
      {map.length > 0 && (
        <>
          <p className="meta">{t.tilesHelp}</p>
          <div className="share-map">
            {map.map(({ unit, column, row }) => tile(unit, { gridColumn: column, gridRow: row }))}
          </div>
        </>
      )}
      {rest.length > 0 && (
        <>
          <p className="meta">{map.length > 0 ? t.others : t.gridHelp}</p>
          <div className="share-grid">{rest.map((unit) => tile(unit))}</div>
        </>
      )}
    </section>
  )
}

const walk = (event: KeyboardEvent<HTMLElement>) => {
  const from = document.activeElement
  if (!event.key.startsWith('Arrow') || !(from instanceof HTMLButtonElement)) return
  const tiles = [...event.currentTarget.querySelectorAll('button')]
  const next = nearestTo(
    from.getBoundingClientRect(),
    tiles.map((tile) => tile.getBoundingClientRect()),
    event.key,
  )
  if (next === null) return
  event.preventDefault()
  tiles[next]?.focus()
}

const Tile = ({
  row,
  style,
  isChosen,
  isStop,
  onFocus,
  onChoose,
}: {
  row: BoardRow
  style: { gridColumn: number; gridRow: number } | undefined
  isChosen: boolean
  isStop: boolean
  onFocus: () => void
  onChoose: () => void
}) => {
  const t = useWords(mapWords)
  const share = shareOf(row)
  const percent = usePercent()
  const step = useStepWord()(row)
  return (
    <button
      type="button"
      style={style}
      className={share === null ? 'share-tile hatched' : 'share-tile'}
      aria-pressed={isChosen}
      tabIndex={isStop ? 0 : -1}
      data-unit={row.unit.id}
      onFocus={onFocus}
      onClick={onChoose}
    >
      <span lang="vi" className="share-name">
        {row.unit.name}
      </span>
      <b>{share ? percent(share.proved) : t.none}</b>
      <span className="share-bar" aria-hidden>
        <i style={{ width: `${100 * (share?.proved ?? 0)}%` }} />
        <i className="doubted" style={{ width: `${100 * (share?.doubted ?? 0)}%` }} />
      </span>
      <span className="share-step">{share && share.doubted > 0 ? t.doubts : step}</span>
    </button>
  )
}
