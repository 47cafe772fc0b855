import { GetBoardFile } from '@loa/contract/campaigns'
import { NativeSelect } from '@mantine/core'
import { urlOf } from '../api.ts'
import { useNumbers } from '../figures/indicator-words.ts'
import { SearchBox } from '../shell/search-box.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { ThenToday } from '../units/then-today.tsx'
import { campaignWords } from '../words/campaigns.ts'
import { useWords } from '../words/language.tsx'
import { boardFilter, shows, steps } from './use-board.ts'

export const BoardFilters = ({
  campaignId,
  steps: counts,
}: {
  campaignId: number
  steps: Record<string, number>
}) => {
  const t = useWords(campaignWords)
  const { number } = useNumbers()
  const [search, change] = useFilter()
  return (
    <div className="picker-bar">
      <SearchBox label={t.findUnit} value={search.q ?? ''} onChange={(q) => change({ q })} />
      <NativeSelect
        aria-label={t.step}
        value={search.step ?? ''}
        onChange={(event) => change({ step: event.currentTarget.value })}
        data={[
          { value: '', label: t.allSteps },
          ...steps.map((value) => ({
            value,
            label: `${t.steps[value]} (${number(counts[value] ?? 0)})`,
          })),
        ]}
      />
      <NativeSelect
        aria-label={t.show}
        value={search.show ?? ''}
        onChange={(event) => change({ show: event.currentTarget.value })}
        data={[{ value: '', label: t.showAll }, ...shows.map((value) => ({ value, label: t.shows[value] }))]}
      />
      <ThenToday changes={{ figure: null, unit: null }} />
      <a
        className="board-export"
        href={urlOf(GetBoardFile.path, { id: campaignId }, boardFilter(search))}
        download
      >
        {t.export}
      </a>
    </div>
  )
}
