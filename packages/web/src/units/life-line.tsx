/** A unit's whole life on one line; where units were merged or divided, lines run together or apart. */
import type { UnitLife } from '@loa/contract/units'
import { dayWords } from '../shell/format.ts'
import { useWords } from '../words/language.tsx'
import { unitWords } from '../words/units.ts'
import { type Bar, lanesOf } from './life-lanes.ts'

/** More lines than a screen shows at a glance; the list has them all. */
const most = 12
const rowHeight = 34
const head = 24

export const LifeLine = ({ life, name }: { life: UnitLife; name: string }) => {
  const t = useWords(unitWords)
  const { days, bars, lanes } = lanesOf(life)
  const shown = bars.filter(({ lane }) => lane < most)
  const columns = days.length + 1
  // Days stand beside one another as long as there is room; the list has each.
  const every = Math.ceil(days.length / 4)
  const x = (place: number) => `${(100 * place) / columns}%`
  const lane = new Map(shown.map((bar) => [bar.unit.id, bar.lane]))
  const joints = life.successions.flatMap(({ from, to, effectiveOn }) => {
    const [a, b] = [lane.get(from), to === null ? undefined : lane.get(to)]
    return a === undefined || b === undefined || a === b
      ? []
      : [{ key: `${from} ${to}`, a, b, place: days.indexOf(effectiveOn) + 1 }]
  })
  return (
    <figure className="life-line">
      <svg
        width="100%"
        height={head + Math.min(lanes, most) * rowHeight}
        role="img"
        aria-label={t.lifeLabel(name, life.units.length)}
      >
        <text x="0" y="14">
          {t.before}
        </text>
        <text x="100%" y="14" textAnchor="end">
          {t.now}
        </text>
        {days.map((day, index) => (
          <g key={day}>
            <line x1={x(index + 1)} x2={x(index + 1)} y1="18" y2="100%" className="tick" />
            {index % every === 0 && (
              <text x={x(index + 1)} y="14" textAnchor="middle">
                {dayWords(day)}
              </text>
            )}
          </g>
        ))}
        {joints.map(({ key, a, b, place }) => (
          <line key={key} x1={x(place)} x2={x(place)} y1={middle(a)} y2={middle(b)} className="joint" />
        ))}
        {shown.map((bar) => (
          <Piece key={bar.unit.id} bar={bar} x={x} columns={columns} />
        ))}
      </svg>
      {bars.length > shown.length && <p className="meta">{t.moreInList(bars.length - shown.length)}</p>}
    </figure>
  )
}

const middle = (lane: number) => head + lane * rowHeight + rowHeight / 2

/** Its own small drawing, so that a long name is cut where the piece ends. */
const Piece = ({ bar, x, columns }: { bar: Bar; x: (place: number) => string; columns: number }) => (
  <svg
    x={x(bar.from)}
    y={head + bar.lane * rowHeight + 4}
    width={x(Math.min(bar.to, columns) - bar.from)}
    height={rowHeight - 8}
    className={bar.unit.side === 'self' ? 'piece self' : 'piece'}
    aria-hidden
  >
    <rect x="1" y="0" width="100%" height="100%" rx="3" />
    <text x="9" y="17" lang="vi">
      {bar.unit.fullName}
    </text>
  </svg>
)
