/** An error as people need it: what happened, why, what to do now. */
import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { ApiProblem } from '../api.ts'
import { useWords } from '../words/language.tsx'
import { shellWords } from '../words/shell.ts'
import { useSaid } from './use-said.ts'

const WhyNot = lazy(async () => ({ default: (await import('./why.tsx')).WhyNot }))
const NoRole = lazy(async () => ({ default: (await import('./why.tsx')).NoRole }))

export const Trouble = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const t = useWords(shellWords)
  const problem = error instanceof ApiProblem ? error : null
  const said = useSaid(problem?.code ?? 'server.failed')
  const places = problem?.body.places ?? []
  const requestId = problem?.body.requestId
  return (
    <div className="note bad trouble" role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <div>
        <strong>{said?.what}</strong>
        {places.length > 0 && (
          <ul>
            {places.map((place) => (
              <li key={`${place.path ?? ''}${place.message}`}>
                {place.message}
                {place.path ? ` (${place.path})` : ''}
              </li>
            ))}
          </ul>
        )}
        <Suspense>
          {problem?.code === 'act.forbidden' && <WhyNot values={problem.body.values ?? {}} />}
          {problem?.code === 'session.no-role' && <NoRole values={problem.body.values ?? {}} />}
        </Suspense>
        <p>
          <b>{t.whatNow}:</b> {said?.now}
        </p>
        {problem?.code === 'server.failed' && requestId && <p className="meta">{requestId}</p>}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t.tryAgain}
          </Button>
        )}
      </div>
    </div>
  )
}

/** For a page that broke while it was drawn or loaded. */
export const PageTrouble = ({ error }: { error: unknown }) => {
  const router = useRouter()
  return (
    <main id="main" className="page-main">
      <Trouble error={error} onRetry={() => router.invalidate()} />
    </main>
  )
}
