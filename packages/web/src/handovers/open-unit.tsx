/** One unit that was divided or abolished, its open duties, and who may go on with them. */
import type { Handover } from '@loa/contract/handovers'
import { ListUnits, type UnitRef } from '@loa/contract/units'
import { Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call, keyOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { dayWords } from '../shell/format.ts'
import { SearchBox } from '../shell/search-box.tsx'
import { handoverWords } from '../words/handovers.ts'
import { useWords } from '../words/language.tsx'

export const OpenUnit = ({
  group,
  chosen,
  onChoose,
}: {
  group: Handover[]
  chosen: number | null
  onChoose: ((unitId: number) => void) | undefined
}) => {
  const t = useWords(handoverWords)
  const { number } = useNumbers()
  const [first] = group
  if (!first) return null
  const { from, endedOn, successors } = first
  return (
    <section className="panel handover-unit" aria-labelledby={`unit-${from.id}`}>
      <header>
        <h2 id={`unit-${from.id}`} lang="vi">
          {from.fullName}
        </h2>
        <span className="meta">
          {t.endedOn(dayWords(endedOn))} · {t.duties(number(group.length))}
        </span>
      </header>
      <ul className="handover-duties">
        {group.map((handover) => (
          <li key={handover.id}>
            <Link to="/duties/$id" params={{ id: String(handover.dutyId) }}>
              {handover.campaignTitle}
            </Link>
          </li>
        ))}
      </ul>
      {successors.length === 0 ? (
        <AnyUnit chosen={chosen} onChoose={onChoose} label={t.choose(from.name)} />
      ) : (
        <Candidates
          label={t.choose(from.name)}
          units={successors.map(({ unit, share, act }) => ({
            unit,
            note: [share === 'full' ? t.full : t.partial, act].filter(Boolean).join(' · '),
          }))}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
    </section>
  )
}

const Candidates = ({
  label,
  units,
  chosen,
  onChoose,
}: {
  label: string
  units: { unit: UnitRef; note: string }[]
  chosen: number | null
  onChoose: ((unitId: number) => void) | undefined
}) => (
  <Radio.Group
    label={label}
    value={chosen === null ? '' : String(chosen)}
    onChange={(value) => onChoose?.(Number(value))}
  >
    {units.map(({ unit, note }) => (
      <Radio
        key={unit.id}
        value={String(unit.id)}
        label={unit.fullName}
        description={note}
        disabled={!onChoose}
      />
    ))}
  </Radio.Group>
)

/** Nobody follows: any unit of today may go on. */
const AnyUnit = ({
  chosen,
  onChoose,
  label,
}: {
  chosen: number | null
  onChoose: ((unitId: number) => void) | undefined
  label: string
}) => {
  const t = useWords(handoverWords)
  const [words, setWords] = useState('')
  const found = useQuery({
    queryKey: keyOf(ListUnits, 'any', words),
    queryFn: () => call(ListUnits, { query: { q: words, limit: 8 } }),
    enabled: words.length > 1,
  })
  const units = found.data?.rows ?? []
  return (
    <>
      <p className="small">{t.noSuccessor}</p>
      <SearchBox label={t.find} value={words} onChange={setWords} />
      {units.length > 0 && (
        <Candidates
          label={label}
          units={units.map((unit) => ({ unit, note: unit.code }))}
          chosen={chosen}
          onChoose={onChoose}
        />
      )}
    </>
  )
}
