/** The bar of the directory: words to search, the day, the whole history, and what else is done with units. */
import { successionKinds } from '@loa/contract/units'
import { Button, Checkbox, Menu, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { todayInVietnam } from '../shell/format.ts'
import { SearchBox } from '../shell/search-box.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useWords } from '../words/language.tsx'
import { unitWords } from '../words/units.ts'
import { useDay } from './use-units.ts'

interface UnitsBarProps {
  /** Days on which the directory changed, the newest first. */
  days: string[]
  keeps: boolean
  unitId: number | null
}

export const UnitsBar = ({ days, keeps, unitId }: UnitsBarProps) => {
  const t = useWords(unitWords)
  const [search, change] = useFilter()
  return (
    <search className="picker-bar units-bar">
      <SearchBox
        label={t.find}
        value={search.q ?? ''}
        onChange={(q) => change({ q, pane: q ? 'left' : null })}
      />
      <Checkbox
        size="sm"
        label={t.wholeHistory}
        checked={search.history === 'true'}
        onChange={(event) => change({ history: event.currentTarget.checked ? 'true' : null })}
      />
      <DayPicker days={days} />
      <span className="units-acts">
        <Link to="/units/groups">{t.groups}</Link>
        {keeps && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
                {t.changes}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {successionKinds.map((kind) => (
                <Menu.Item
                  key={kind}
                  component={Link}
                  to="/units/change"
                  search={{ kind, ...(unitId === null ? {} : { unit: String(unitId) }) } as never}
                >
                  {t.kinds[kind]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </span>
    </search>
  )
}

/** Any day; the arrows go from one change of the directory to the next. */
const DayPicker = ({ days }: { days: string[] }) => {
  const t = useWords(unitWords)
  const [search, change] = useFilter()
  const on = useDay()
  const earlier = days.find((day) => day < on)
  const later = days.findLast((day) => day > on)
  return (
    <span className="day-picker">
      <TextInput
        className="units-field"
        label={t.on}
        type="date"
        value={on}
        onChange={(event) => event.currentTarget.value && change({ on: event.currentTarget.value })}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={t.earlier}
        disabled={!earlier}
        onClick={() => earlier && change({ on: earlier })}
      >
        <IconChevronLeft size={16} aria-hidden />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t.later}
        disabled={!later}
        onClick={() => later && change({ on: later })}
      >
        <IconChevronRight size={16} aria-hidden />
      </button>
      {search.on && search.on !== todayInVietnam() && (
        <button type="button" className="word-button" onClick={() => change({ on: null })}>
          {t.today}
        </button>
      )}
    </span>
  )
}
