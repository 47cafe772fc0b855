/** Units from lists: choose, see the difference, write, and take back while nothing rests on it. */
import type { UnitImport } from '@loa/contract/unit-imports'
import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { ApiProblem } from '../../api.ts'
import { numberWords } from '../../shell/format.ts'
import { Loaded, Page } from '../../shell/page.tsx'
import { Trouble } from '../../shell/trouble.tsx'
import { useFilter } from '../../shell/use-filter.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { unitImportWords } from '../../words/unit-imports.ts'
import { Difference } from './difference.tsx'
import { History, ImportState } from './history.tsx'
import { ImportRows } from './import-rows.tsx'
import { InUse, Notes } from './notes.tsx'
import { Start } from './start.tsx'
import { changesOf, type Importing, isWorking, problemsOf, useImport } from './use-import.ts'
import './import.css'

export const ImportPage = () => {
  const t = useWords(unitImportWords)
  const [search, change] = useFilter()
  const id = Number(search.import) || null
  const importing = useImport(id, (opened) =>
    change({ import: opened === null ? null : String(opened), verdict: null, type: null, kind: null }),
  )
  const input = useRef<HTMLInputElement>(null)
  const [act, setAct] = useState('')
  const found = id === null ? undefined : importing.query.data
  const next = useNext(found, importing, act, () => input.current?.click())
  return (
    <Page
      title={t.title}
      crumb={<Link to="/units">{t.units}</Link>}
      state={
        found ? (
          <span className="import-state">
            {found.name} <ImportState state={found.state} />
          </span>
        ) : (
          t.lead
        )
      }
      next={next}
    >
      {id === null ? (
        <div className="import">
          <Troubles importing={importing} />
          <Start input={input} importing={importing} />
          <History />
        </div>
      ) : (
        <Loaded query={importing.query}>
          {(shown) => (
            <div className="import">
              <Troubles importing={importing} />
              <Shown found={shown} importing={importing} act={act} onAct={setAct} />
            </div>
          )}
        </Loaded>
      )}
    </Page>
  )
}

const Troubles = ({ importing }: { importing: Importing }) =>
  (['send', 'country', 'apply', 'drop'] as const).map((step) => {
    const { error } = importing[step]
    return error && <Trouble key={step} error={error} />
  })

/** The one dark button: choose files, or write what was compared. */
const useNext = (
  found: UnitImport | undefined,
  { apply, send }: Importing,
  act: string,
  choose: () => void,
) => {
  const t = useWords(unitImportWords)
  const { language } = useLanguage()
  if (!found)
    return {
      why: t.why,
      help: t.whyHelp,
      action: (
        <Button size="md" onClick={choose} loading={send.isPending}>
          {t.choose}
        </Button>
      ),
    }
  if (found.state !== 'ready' || changesOf(found) === 0) return undefined
  const problems = numberWords(language, problemsOf(found))
  const isWhole = problemsOf(found) === 0
  return {
    why: isWhole ? t.whyReady(numberWords(language, changesOf(found))) : t.whyProblems(problems),
    help: isWhole ? t.whyReadyHelp : t.whyProblemsHelp,
    action: (
      <Button size="md" onClick={() => apply.mutate({ found, act })} loading={apply.isPending}>
        {isWhole ? t.write : t.writeWithout(problems)}
      </Button>
    ),
  }
}

const Shown = ({
  found,
  importing: { undo, drop },
  act,
  onAct,
}: {
  found: UnitImport
  importing: Importing
  act: string
  onAct: (act: string) => void
}) => {
  const t = useWords(unitImportWords)
  const { language } = useLanguage()
  const count = (value: number) => numberWords(language, value)
  const { summary, state } = found
  const isInUse = undo.error instanceof ApiProblem && undo.error.code === 'unit-import.in-use'
  return (
    <>
      {isWorking(found) && (
        <div className="import-progress" role="status">
          <span>{t.steps[found.step](count(found.done), count(found.total))}</span>
          <progress
            aria-label={t.states[state]}
            {...(found.step === 'read' && found.total > 0 ? { max: found.total, value: found.done } : {})}
          />
          <span className="meta">{t.leave}</span>
        </div>
      )}
      <Notes found={found} />
      {state === 'ready' && summary && changesOf(found) === 0 && <p className="note ok">{t.nothing}</p>}
      {state === 'undone' && <p className="note">{t.undone}</p>}
      {state === 'applied' && summary && (
        <section className="panel import-undo" aria-label={t.undo}>
          <p>
            <b>{t.applied}.</b> <Link to="/units">{t.openUnits}</Link>
          </p>
          <p className="small" id="import-undo-help">
            {t.undoHelp(
              count(summary.rows.add + summary.rows.change),
              count(summary.rows.end + summary.rows.change),
            )}
          </p>
          <Button
            variant="default"
            onClick={() => undo.mutate(found)}
            loading={undo.isPending}
            aria-describedby="import-undo-help"
          >
            {t.undo}
          </Button>
          {undo.error &&
            (isInUse ? <InUse error={undo.error as ApiProblem} /> : <Trouble error={undo.error} />)}
        </section>
      )}
      {state === 'ready' && changesOf(found) > 0 && (
        <TextInput
          className="import-act"
          label={t.act}
          description={t.actHelp}
          value={act}
          maxLength={300}
          onChange={(event) => onAct(event.currentTarget.value)}
        />
      )}
      <div className="import-acts">
        <Link to="/units/import">{t.again}</Link>
        {(state === 'ready' || state === 'failed') && (
          <Button size="xs" variant="default" onClick={() => drop.mutate(found)} loading={drop.isPending}>
            {t.discard}
          </Button>
        )}
      </div>
      {summary && state !== 'reading' && (
        <>
          <Difference summary={summary} />
          <ImportRows found={found} />
        </>
      )}
    </>
  )
}
