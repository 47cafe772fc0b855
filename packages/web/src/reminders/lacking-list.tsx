import type { Lack, LackingUnit } from '@loa/contract/reminders'
import { Checkbox } from '@mantine/core'
import { useNumbers } from '../figures/indicator-words.ts'
import { instantWords } from '../shell/format.ts'
import { useWords } from '../words/language.tsx'
import { reminderWords } from '../words/reminders.ts'

export const LackingList = ({
  rows,
  isChosen,
  seen,
  onSee,
  onChoose,
}: {
  rows: LackingUnit[]
  isChosen: (unit: LackingUnit) => boolean
  /** The unit whose reminder is shown. */
  seen: LackingUnit | undefined
  onSee: (dutyId: number) => void
  onChoose: (dutyIds: number[], on: boolean) => void
}) => {
  const t = useWords(reminderWords)
  const { number } = useNumbers()
  const chosen = rows.filter(isChosen).length
  return (
    <section className="panel" aria-labelledby="lacking">
      <header>
        <h2 id="lacking">{t.units}</h2>
        <span className="count">{rows.length}</span>
      </header>
      <div className="remind-all">
        <Checkbox
          label={t.chooseAll}
          checked={chosen === rows.length}
          indeterminate={chosen > 0 && chosen < rows.length}
          onChange={(event) =>
            onChoose(
              rows.map(({ dutyId }) => dutyId),
              event.currentTarget.checked,
            )
          }
        />
      </div>
      <ul className="remind-units">
        {rows.map((unit) => (
          <li key={unit.dutyId} className={seen?.dutyId === unit.dutyId ? 'on' : undefined}>
            <Checkbox
              aria-label={t.choose(unit.holder.fullName)}
              checked={isChosen(unit)}
              onChange={(event) => onChoose([unit.dutyId], event.currentTarget.checked)}
            />
            <div>
              <button
                type="button"
                className="remind-unit"
                aria-label={t.see(unit.holder.fullName)}
                aria-pressed={seen?.dutyId === unit.dutyId}
                onClick={() => onSee(unit.dutyId)}
              >
                {unit.holder.fullName}
              </button>
              <Lacks unit={unit} />
              {unit.talking && <div className="meta">{t.talking}</div>}
              {unit.saidAlready.length > 0 && <div className="meta">{t.said}</div>}
              <div className="meta">
                {unit.reminded > 0
                  ? t.remindedLast(number(unit.reminded), instantWords(unit.remindedAt))
                  : t.never}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Lacks = ({ unit }: { unit: LackingUnit }) => {
  const say = useLack()
  return <div className="remind-lacks">{unit.lacks.map(say).join(' · ')}</div>
}

/** "Chưa nhận việc: 6 ngày": the reason and what is lacking. */
const useLack = () => {
  const t = useWords(reminderWords)
  return ({ kind, words }: Lack): string => {
    const what =
      kind === 'not-accepted'
        ? t.days(words['số ngày'] ?? '')
        : (words['hình thức'] ?? words['số hoạt động'] ?? words['kỳ báo cáo'] ?? '')
    return `${t.lacks[kind]}: ${what}`
  }
}
