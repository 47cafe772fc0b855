/** Under the unit's name: who holds its duty today, or which units of then this one stands for, or that nobody does yet; and reminders. */
import type { BoardRow } from '@loa/contract/campaigns'
import { IconHelpOctagon } from '@tabler/icons-react'
import { Parts } from '../units/parts.tsx'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import { thenTodayWords } from '../words/then-today.ts'

export const UnitNow = ({ row }: { row: BoardRow }) => (
  <>
    <Now row={row} />
    <Reminded row={row} />
  </>
)

const Reminded = ({ row }: { row: BoardRow }) => {
  const t = useWords(campaignWords)
  return row.reminded > 0 ? <span className="unit-parts">{t.reminded(String(row.reminded))}</span> : null
}

const Now = ({ row }: { row: BoardRow }) => {
  const t = useWords(thenTodayWords)
  if (row.undecided)
    return (
      <span className="unit-parts ask">
        <IconHelpOctagon size={12} aria-hidden /> {t.undecided}
      </span>
    )
  if (row.holder)
    return (
      <span className="unit-parts" lang="vi" title={row.holder.fullName}>
        {t.now(row.holder.name)}
      </span>
    )
  return <Parts unit={row.unit} parts={row.parts.map(({ unit }) => unit)} />
}
