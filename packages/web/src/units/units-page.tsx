/** The directory of a day: its tree or what was found on the left, one unit on the right. */
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Panes } from '../dispatches/panes.tsx'
import { dayWords, numberWords } from '../shell/format.ts'
import { Loaded, Page } from '../shell/page.tsx'
import { useFilter } from '../shell/use-filter.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { unitWords } from '../words/units.ts'
import { UnitPane } from './unit-pane.tsx'
import { UnitResults } from './unit-results.tsx'
import { UnitTree } from './unit-tree.tsx'
import { UnitsBar } from './units-bar.tsx'
import { useChosenUnit, useDay, useDirectory } from './use-units.ts'
import './units.css'

export const UnitsPage = () => {
  const t = useWords(unitWords)
  const { language } = useLanguage()
  const [search] = useFilter()
  const on = useDay()
  const directory = useDirectory()
  const chosen = useChosenUnit()
  const keeps = directory.data?.keeps ?? false
  const total = directory.data && numberWords(language, directory.data.total)
  return (
    <Loaded query={directory}>
      {({ days }) => (
        <Page
          title={t.title}
          state={t.state(total ?? '', dayWords(on))}
          next={
            keeps
              ? {
                  why: t.importWhy,
                  help: t.importHelp,
                  action: (
                    <Button component={Link} to="/units/import" size="md">
                      {t.import}
                    </Button>
                  ),
                }
              : undefined
          }
          fill
        >
          <UnitsBar days={days} keeps={keeps} unitId={chosen.data?.unit.id ?? null} />
          <Panes
            label={t.title}
            className="units-panes"
            begin={search.unit ? 'right' : 'left'}
            left={{
              name: t.directory,
              content: search.q ? (
                <UnitResults q={search.q} chosen={chosen.data?.unit.id ?? null} />
              ) : (
                <Loaded query={chosen}>
                  {({ unit, above }) => (
                    <UnitTree
                      chosen={unit}
                      path={[...above.map(({ code }) => code), ...(search.unit ? [] : [unit.code])]}
                    />
                  )}
                </Loaded>
              ),
            }}
            right={{
              name: t.theUnit,
              content: (
                <Loaded query={chosen}>{(data) => <UnitPane chosen={data} day={on} keeps={keeps} />}</Loaded>
              ),
            }}
          />
        </Page>
      )}
    </Loaded>
  )
}
